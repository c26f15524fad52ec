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
  readonly folded: string;
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

const folds = new Map<string, string>();
function foldCached(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const made = fold(word);
  if (folds.size > 50_000) folds.clear();
  if (word.length < 40) folds.set(word, made);
  return made;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    words.push({ text: word, folded: foldCached(word), start: match.index, end: match.index + word.length });
  }
  return words;
}

/** Builds the matcher of `tags`. A form with an inner capital, or all capitals, matches only as printed. */
export function createTagger(tags: readonly TagDefinition[]): Tagger {
  const forms = new Map<string, Entry[]>();
  for (const tag of tags) {
    for (const form of new Set(tag.forms)) {
      const words = wordsOf(form);
      const first = words[0]?.folded;
      if (first === undefined) continue;
      const isCased = words.length === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;
      const exact = isCased ? words.map((word) => word.text) : undefined;
      const bucket = forms.get(first) ?? [];
      bucket.push({ id: tag.id, words: words.map((word) => word.folded), exact });
      forms.set(first, bucket);
    }
  }
  for (const bucket of forms.values()) bucket.sort((a, b) => b.words.length - a.words.length);
  return { forms };
}

const JOINT = /^(?:[\s/-]|-\s)?$/;

/** Every tag that `text` names, in order of first mention. Longer forms win over those inside them. */
export function findTags(text: string, tagger: Tagger): FoundTag[] {
  const words = wordsOf(text);
  const found = new Map<string, { count: number; span: Span }>();
  let headAt = -1;
  for (let at = 0; at < words.length; at += 1) {
    const bucket = tagger.forms.get(words[at]?.folded ?? '');
    if (!bucket) continue;
    let longest = 0;
    for (const entry of bucket) {
      // Tags that share a form share its length; a shorter form inside a longer one is another thing said.
      if (entry.words.length < longest) break;
      if (!fits(text, words, at, entry) || isNegated(words, at)) continue;
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

function fits(text: string, words: readonly Word[], at: number, entry: Entry): boolean {
  for (let offset = 0; offset < entry.words.length; offset += 1) {
    const word = words[at + offset];
    if (!word || word.folded !== entry.words[offset]) return false;
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
      NEGATIONS.has(words[at - back]?.folded ?? '') && !/^only$/.test(words[at - back + 1]?.folded ?? ''),
  );
}

export type LocatedTag = Located<{ readonly id: string }>;
