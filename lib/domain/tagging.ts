/**
 * Tags of a text: the taxonomy's forms found in running text in one pass over
 * its words. Works for any taxonomy; `createTagger` is built once and reused.
 */
import type { Located, Span, TagDefinition } from './paper';

/** A tag found in a text: how often, and where first. */
export interface FoundTag {
  readonly id: string;
  readonly count: number;
  readonly span: Span;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly id: string;
  readonly words: readonly string[];
  /** As printed, where case tells a form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: readonly string[] | undefined;
}

/** The forms of a taxonomy by their first word, longest first. */
export interface Tagger {
  readonly forms: ReadonlyMap<string, readonly Entry[]>;
  /** Which beginnings of words any form has; see `beginning`. */
  readonly beginnings: Uint8Array;
  /** What printed words lead to, as met so far: folding is the costly part, and texts repeat their words. */
  readonly met: Map<string, Met>;
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

/** A printed word, folded, with the forms that begin with it. */
interface Met {
  readonly folded: string;
  readonly forms: readonly Entry[] | undefined;
}

/** Bounds the memory of words met: a long listing must not grow it for ever. */
const MAX_MET = 50_000;
const MAX_WORD = 40;

function meet(word: string, { forms, met }: Tagger): Met {
  const known = met.get(word);
  if (known) return known;
  const folded = fold(word);
  const made: Met = { folded, forms: forms.get(folded) };
  if (met.size > MAX_MET) met.clear();
  if (word.length < MAX_WORD) met.set(word, made);
  return made;
}

/** Letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** The words of the text. Nearly all are ASCII, which is told without a table of Unicode. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    let end = at;
    while (isPlain(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) > 127) {
      WORD.lastIndex = at;
      end = at + (WORD.exec(text)?.[0].length ?? 0);
    }
    if (end > at) words.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return words;
}

const BEGINNINGS = 3 * 32 ** 3;

/**
 * A number below `BEGINNINGS` for how the word begins, in any case: all of it
 * up to three letters, three of up to six, four of longer ones (the last two
 * sharing a place). Undefined where these are not plain letters.
 */
function beginning(text: string, start: number, end: number): number | undefined {
  const length = end - start;
  const stop = start + Math.min(length, length > 6 ? 4 : 3);
  let key = 0;
  for (let at = start; at < stop; at += 1) {
    const letter = text.charCodeAt(at) | 32;
    if (letter < 97 || letter > 122) return undefined;
    key = key * 32 + letter - 96;
  }
  if (length <= 3) return key;
  return length <= 6 ? 32 ** 3 + key : 2 * 32 ** 3 + ((key ^ (key >> 7)) & 0x7fff);
}

/** The spellings that `fold` makes one, so far as they can begin otherwise: plural, British, doubled l. */
function spellings(folded: string): string[] {
  const british = folded
    .replace(/iz(?=e|ing|ation)/, 'is')
    .replace(/or$/, 'our')
    .replace(/l(ed|ing)$/, 'll$1');
  return [folded, british].flatMap((one) => [one, `${one}s`, one.replace(/y$/, 'ies')]);
}

/** Builds the matcher of `tags`. A form with an inner capital, or all capitals, matches only as printed. */
export function createTagger(tags: readonly TagDefinition[]): Tagger {
  const forms = new Map<string, Entry[]>();
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const tag of tags) {
    for (const form of new Set(tag.forms)) {
      const words = wordsOf(form);
      const printed = words.map((word) => form.slice(word.start, word.end));
      const folded = printed.map(fold);
      const first = folded[0];
      if (first === undefined) continue;
      const isCased = words.length === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;
      const exact = isCased ? printed : undefined;
      for (const spelling of spellings(first)) {
        const key = beginning(spelling, 0, spelling.length);
        if (key !== undefined) beginnings[key] = 1;
      }
      const bucket = forms.get(first) ?? [];
      bucket.push({ id: tag.id, words: folded, exact });
      forms.set(first, bucket);
    }
  }
  for (const bucket of forms.values()) bucket.sort((a, b) => b.words.length - a.words.length);
  return { forms, beginnings, met: new Map() };
}

const JOINT = /^(?:[\s/-]|-\s)?$/;

/** Every tag that `text` names, in order of first mention. Longer forms win over those inside them. */
export function findTags(text: string, tagger: Tagger): FoundTag[] {
  const words = wordsOf(text);
  const found = new Map<string, { count: number; span: Span }>();
  let headAt = -1;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const key = word && beginning(text, word.start, word.end);
    if (!word || (key !== undefined && tagger.beginnings[key] === 0)) continue;
    const bucket = meet(text.slice(word.start, word.end), tagger).forms;
    if (!bucket) continue;
    let longest = 0;
    for (const entry of bucket) {
      // Tags that share a form share its length; a shorter form inside a longer one is another thing said.
      if (entry.words.length < longest) break;
      if (!fits(text, words, tagger, at, entry) || isNegated(text, words, at)) continue;
      // "text segmentation" is no segmentation: the head of a longer form is not said again by itself.
      if (at > 0 && at + entry.words.length - 1 === headAt) continue;
      longest = entry.words.length;
      const start = words[at]?.start ?? 0;
      const end = words[at + longest - 1]?.end ?? start;
      const known = found.get(entry.id);
      if (known) known.count += 1;
      else found.set(entry.id, { count: 1, span: { start, end } });
    }
    if (longest > 1) headAt = Math.max(headAt, at + longest - 1);
  }
  return Array.from(found, ([id, { count, span }]) => ({ id, count, span }));
}

function fits(text: string, words: readonly Word[], tagger: Tagger, at: number, entry: Entry): boolean {
  for (let offset = 0; offset < entry.words.length; offset += 1) {
    const word = words[at + offset];
    if (!word) return false;
    const printed = text.slice(word.start, word.end);
    if (offset > 0 && meet(printed, tagger).folded !== entry.words[offset]) return false;
    if (offset > 0 && !JOINT.test(text.slice(words[at + offset - 1]?.end ?? 0, word.start).slice(0, 4)))
      return false;
    if (entry.exact) {
      const exact = entry.exact[offset];
      if (printed !== exact && printed !== `${exact}s`) return false;
    }
  }
  return true;
}

const NEGATIONS = new Set(['without', 'no', 'not', 'unlike', 'beyond', 'non', 'avoiding', 'eliminating']);

/** "without reinforcement learning", "no reader study": named to say that it is absent. */
function isNegated(text: string, words: readonly Word[], at: number): boolean {
  const lower = (index: number): string => {
    const word = words[index];
    return word ? text.slice(word.start, word.end).toLowerCase() : '';
  };
  return [1, 2].some((back) => NEGATIONS.has(lower(at - back)) && lower(at - back + 1) !== 'only');
}

export type LocatedTag = Located<{ readonly id: string }>;
