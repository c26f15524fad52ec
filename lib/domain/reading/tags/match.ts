/**
 * Tags of a text: the taxonomy's forms found in running text in one pass over
 * its words. Works for any taxonomy; `createTagger` is built once and reused.
 */
import type { Located, Span, TagDefinition } from '../../paper';

/** A tag found in a text: how often, and where first. */
export interface FoundTag {
  readonly id: string;
  readonly count: number;
  readonly span: Span;
}

/** The words of a text, three numbers each: where it begins, where it ends, and its `hash` (-1 where it is not plain ASCII). */
type Words = readonly number[];

interface Entry {
  readonly id: string;
  /** As printed, where case tells a form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/** The forms that go on from a run of words: which tags end here, and which words may follow. */
interface Node {
  readonly ends: Entry[];
  readonly next: Map<string, Node>;
}

/** The forms of a taxonomy as a tree of their words. */
export interface Tagger {
  readonly root: Node;
  /** 1 at the hash of every spelling of a word that a form begins with: nearly all other words are passed over by it. */
  readonly firsts: Uint8Array;
  /** The same for the words with which forms go on. */
  readonly others: Uint8Array;
  /** Folded spellings of the words met so far: folding is the costly part, and texts repeat their words. */
  readonly met: Map<string, string>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy;

/** One spelling for singular and plural, British and American endings. */
function fold(word: string): string {
  let folded = word
    .toLowerCase()
    .replace(/^(\p{L}{4,})is(e|ed|es|er|ing|ation|ations)$/u, '$1iz$2')
    .replace(/(tum|col|behavi|neighb)our/, '$1or')
    .replace(/ll(ed|ing)$/, 'l$1');
  if (folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/.test(folded))
    folded = folded.endsWith('ies') ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
  return folded;
}

/** Bounds the memory of words met: a long listing must not grow it for ever. */
const MAX_MET = 50_000;
const MAX_WORD = 40;

function meet(word: string, { met }: Tagger): string {
  const known = met.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (met.size > MAX_MET) met.clear();
  if (word.length < MAX_WORD) met.set(word, folded);
  return folded;
}

/** Letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const HASHES = 2 ** 16;
/** Takes a letter or digit, in either case, into the hash of the characters before it. */
const hash = (before: number, code: number): number => (before * 31 + (code | 32)) & (HASHES - 1);

const hashOf = (word: string): number => Array.from(word, (letter) => letter.charCodeAt(0)).reduce(hash, 0);

/** The words of the text. Nearly all are ASCII, which is told without a table of Unicode. */
function wordsOf(text: string): Words {
  const words: number[] = [];
  for (let at = 0; at < text.length;) {
    let end = at;
    let hashed = 0;
    let code = text.charCodeAt(end);
    while (isPlain(code)) {
      hashed = hash(hashed, code);
      code = text.charCodeAt(++end);
    }
    if (code > 127) {
      WORD.lastIndex = at;
      end = at + (WORD.exec(text)?.[0].length ?? 0);
      hashed = -1;
    }
    if (end > at) words.push(at, end, hashed);
    at = Math.max(end, at + 1);
  }
  return words;
}

/** The word at place `at` of the list, as printed; empty beyond its ends. */
function wordAt(text: string, words: Words, at: number): string {
  const start = words[3 * at];
  return start === undefined ? '' : text.slice(start, words[3 * at + 1]);
}

/** Every spelling that `fold` makes `folded`: plural, British, doubled l. */
function spellings(folded: string): string[] {
  const one = [
    folded,
    folded.replace(/iz(?=(?:e|ed|er|ing|ation)$)/, 'is'),
    folded.replace(/(tum|col|behavi|neighb)or/, '$1our'),
    folded.replace(/l(ed|ing)$/, 'll$1'),
  ];
  return one.flatMap((word) => [word, `${word}s`, word.replace(/y$/, 'ies')]);
}

/** Builds the matcher of `tags`. A form with an inner capital, or all capitals, matches only as printed. */
export function createTagger(tags: readonly TagDefinition[]): Tagger {
  const root: Node = { ends: [], next: new Map() };
  const firsts = new Uint8Array(HASHES);
  const others = new Uint8Array(HASHES);
  for (const tag of tags) {
    for (const form of new Set(tag.forms)) {
      const words = wordsOf(form);
      const folded = Array.from({ length: words.length / 3 }, (_, at) => fold(wordAt(form, words, at)));
      if (folded.length === 0) continue;
      const isCased = folded.length === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;
      folded.forEach((word, at) => {
        for (const spelling of spellings(word)) (at === 0 ? firsts : others)[hashOf(spelling)] = 1;
      });
      let node = root;
      for (const word of folded) {
        const next = node.next.get(word) ?? { ends: [], next: new Map<string, Node>() };
        node.next.set(word, next);
        node = next;
      }
      node.ends.push({ id: tag.id, exact: isCased ? wordAt(form, words, 0) : undefined });
    }
  }
  return { root, firsts, others, met: new Map() };
}

/** True where the words on both sides of `from` to `to` may be of one form: nothing, a space, a slash or a hyphen between. */
function isJoint(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  if (to === from) return true;
  const between = text.slice(from, to);
  return to - from === 1 ? /[\s/-]/.test(between) : /-\s/.test(between);
}

/** Every tag that `text` names, in order of first mention. Longer forms win over those inside them. */
export function findTags(text: string, tagger: Tagger): FoundTag[] {
  const words = wordsOf(text);
  const found = new Map<string, { count: number; span: Span }>();
  let headAt = -1;
  for (let at = 0; 3 * at < words.length; at += 1) {
    const key = words[3 * at + 2] ?? -1;
    if (key >= 0 && tagger.firsts[key] === 0) continue;
    const { length, entries } = longestForm(text, words, tagger, at, headAt);
    if (length === 0 || isNegated(text, words, at)) continue;
    for (const { id } of entries) {
      const known = found.get(id);
      if (known) known.count += 1;
      else found.set(id, { count: 1, span: spanOf(words, at, length) });
    }
    if (length > 1) headAt = Math.max(headAt, at + length - 1);
  }
  return Array.from(found, ([id, { count, span }]) => ({ id, count, span }));
}

function spanOf(words: Words, at: number, length: number): Span {
  return { start: words[3 * at] ?? 0, end: words[3 * (at + length) - 2] ?? 0 };
}

interface Form {
  /** In words; 0 where no form begins here. */
  readonly length: number;
  /** Tags that share a form share its length; a shorter form inside a longer one is another thing said. */
  readonly entries: readonly Entry[];
}
const NO_FORM: Form = { length: 0, entries: [] };

function longestForm(text: string, words: Words, tagger: Tagger, at: number, headAt: number): Form {
  let form = NO_FORM;
  let node = tagger.root;
  for (let length = 1; 3 * (at + length) <= words.length; length += 1) {
    const last = at + length - 1;
    if (length > 1 && !isJoint(text, words[3 * last - 2] ?? 0, words[3 * last] ?? 0)) break;
    const key = words[3 * last + 2] ?? -1;
    if (length > 1 && key >= 0 && tagger.others[key] === 0) break;
    const printed = wordAt(text, words, last);
    const next = node.next.get(meet(printed, tagger));
    if (!next) break;
    node = next;
    // "text segmentation" is no segmentation: the head of a longer form is not said again by itself.
    if (node.ends.length === 0 || (at > 0 && last === headAt)) continue;
    const entries = node.ends.filter(
      ({ exact }) => exact === undefined || printed === exact || printed === `${exact}s`,
    );
    if (entries.length > 0) form = { length, entries };
  }
  return form;
}

const NEGATIONS = new Set(['without', 'no', 'not', 'unlike', 'beyond', 'non', 'avoiding', 'eliminating']);

/** "without reinforcement learning", "no reader study": named to say that it is absent. */
function isNegated(text: string, words: Words, at: number): boolean {
  const lower = (index: number): string => (index < 0 ? '' : wordAt(text, words, index).toLowerCase());
  return [1, 2].some((back) => NEGATIONS.has(lower(at - back)) && lower(at - back + 1) !== 'only');
}

export type LocatedTag = Located<{ readonly id: string }>;
