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
  readonly text: string;
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
  /** What printed words lead to, as met so far: folding is the costly part, and texts repeat their words. */
  readonly met: Map<string, Met>;
}

/** ASCII first: nearly all words are, and the engine tests that without a table of Unicode. */
const WORD = /[A-Za-z0-9]+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

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

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    words.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return words;
}

/** Builds the matcher of `tags`. A form with an inner capital, or all capitals, matches only as printed. */
export function createTagger(tags: readonly TagDefinition[]): Tagger {
  const forms = new Map<string, Entry[]>();
  for (const tag of tags) {
    for (const form of new Set(tag.forms)) {
      const words = wordsOf(form);
      const folded = words.map((word) => fold(word.text));
      const first = folded[0];
      if (first === undefined) continue;
      const isCased = words.length === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;
      const exact = isCased ? words.map((word) => word.text) : undefined;
      const bucket = forms.get(first) ?? [];
      bucket.push({ id: tag.id, words: folded, exact });
      forms.set(first, bucket);
    }
  }
  for (const bucket of forms.values()) bucket.sort((a, b) => b.words.length - a.words.length);
  return { forms, met: new Map() };
}

const JOINT = /^(?:[\s/-]|-\s)?$/;

/** Every tag that `text` names, in order of first mention. Longer forms win over those inside them. */
export function findTags(text: string, tagger: Tagger): FoundTag[] {
  const words = wordsOf(text);
  const mets = words.map((word) => meet(word.text, tagger));
  const found = new Map<string, { count: number; span: Span }>();
  let headAt = -1;
  for (let at = 0; at < words.length; at += 1) {
    const bucket = mets[at]?.forms;
    if (!bucket) continue;
    let longest = 0;
    for (const entry of bucket) {
      // Tags that share a form share its length; a shorter form inside a longer one is another thing said.
      if (entry.words.length < longest) break;
      if (!fits(text, words, mets, at, entry) || isNegated(words, at)) continue;
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

function fits(text: string, words: readonly Word[], mets: readonly Met[], at: number, entry: Entry): boolean {
  for (let offset = 0; offset < entry.words.length; offset += 1) {
    const word = words[at + offset];
    if (!word || mets[at + offset]?.folded !== entry.words[offset]) return false;
    if (offset > 0 && !JOINT.test(text.slice(words[at + offset - 1]?.end ?? 0, word.start).slice(0, 4)))
      return false;
    if (entry.exact) {
      const exact = entry.exact[offset];
      if (word.text !== exact && word.text !== `${exact}s`) return false;
    }
  }
  return true;
}

const NEGATIONS = new Set(['without', 'no', 'not', 'unlike', 'beyond', 'non', 'avoiding', 'eliminating']);

/** "without reinforcement learning", "no reader study": named to say that it is absent. */
function isNegated(words: readonly Word[], at: number): boolean {
  return [1, 2].some(
    (back) =>
      NEGATIONS.has(words[at - back]?.text.toLowerCase() ?? '') && words[at - back + 1]?.text !== 'only',
  );
}

export type LocatedTag = Located<{ readonly id: string }>;
