/**
 * Tags of a text: the taxonomy's forms found in running text in one pass over
 * its words. Works for any taxonomy; `createTagger` is built once and reused.
 */
import type { Located, Span, TagDefinition } from '../../paper';
import { countWords, endOf, listWords, startOf, wordAt, type WordList } from '../word-list';
import { addWord, createVocabulary, FIRST, idAt, LATER, type Vocabulary, type WordId } from './vocabulary';

/** A tag found in a text: how often, and where first. */
export interface FoundTag {
  readonly id: string;
  readonly count: number;
  readonly span: Span;
}

interface Entry {
  readonly id: string;
  /** As printed, where case tells a form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/** The forms that go on from a run of words: which tags end here, and which words may follow. */
interface Node {
  readonly ends: Entry[];
  readonly next: Map<WordId, Node>;
}

/** The forms of a taxonomy as a tree of their words. */
export interface Tagger {
  readonly root: Node;
  readonly vocabulary: Vocabulary;
}

/** Builds the matcher of `tags`. A form with an inner capital, or all capitals, matches only as printed. */
export function createTagger(tags: readonly TagDefinition[]): Tagger {
  const root: Node = { ends: [], next: new Map() };
  const vocabulary = createVocabulary();
  for (const tag of tags) {
    for (const form of new Set(tag.forms)) {
      const words = listWords(form);
      const length = countWords(words);
      if (length === 0) continue;
      const isCased = length === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;
      let node = root;
      for (let at = 0; at < length; at += 1) {
        const id = addWord(vocabulary, wordAt(form, words, at), at === 0 ? FIRST : LATER);
        const next = node.next.get(id) ?? { ends: [], next: new Map<WordId, Node>() };
        node.next.set(id, next);
        node = next;
      }
      const exact = isCased ? wordAt(form, words, 0) : undefined;
      // "image" and "images" are one form: said once, it counts once.
      if (!node.ends.some((end) => end.id === tag.id && end.exact === exact))
        node.ends.push({ id: tag.id, exact });
    }
  }
  return { root, vocabulary };
}

const HYPHEN = 45;
const SLASH = 47;

const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || ((code < 32 || code > 127) && /\s/.test(String.fromCharCode(code)));

/** True where the words on both sides of `from` to `to` may be of one form: nothing, a space, a slash or a hyphen between. */
function isJoint(text: string, from: number, to: number): boolean {
  if (to === from) return true;
  const code = text.charCodeAt(from);
  if (to - from === 1) return isSpace(code) || code === HYPHEN || code === SLASH;
  return to - from === 2 && code === HYPHEN && isSpace(text.charCodeAt(from + 1));
}

/** Every tag that `text` names, in order of first mention. Longer forms win over those inside them. */
export function findTags(text: string, tagger: Tagger, words: WordList = listWords(text)): FoundTag[] {
  const found = new Map<string, { count: number; span: Span }>();
  const all = countWords(words);
  let headAt = -1;
  for (let at = 0; at < all; at += 1) {
    const id = idAt(text, words, at, tagger.vocabulary, FIRST);
    const first = id === 0 ? undefined : tagger.root.next.get(id);
    if (!first) continue;
    const { length, entries } = longestForm(text, words, tagger, first, at, headAt);
    if (length === 0 || isNegated(text, words, at)) continue;
    for (const entry of entries) {
      const known = found.get(entry.id);
      if (known) known.count += 1;
      else found.set(entry.id, { count: 1, span: spanOf(words, at, length) });
    }
    if (length > 1) headAt = Math.max(headAt, at + length - 1);
  }
  return Array.from(found, ([id, { count, span }]) => ({ id, count, span }));
}

const spanOf = (words: WordList, at: number, length: number): Span => ({
  start: startOf(words, at),
  end: endOf(words, at + length - 1),
});

interface Form {
  /** In words; 0 where no form begins here. */
  readonly length: number;
  /** Tags that share a form share its length; a shorter form inside a longer one is another thing said. */
  readonly entries: readonly Entry[];
}
const NO_FORM: Form = { length: 0, entries: [] };

function longestForm(
  text: string,
  words: WordList,
  { vocabulary }: Tagger,
  first: Node,
  at: number,
  headAt: number,
): Form {
  let form = NO_FORM;
  let node: Node | undefined = first;
  for (let last = at; node; last += 1) {
    // "text segmentation" is no segmentation: the head of a longer form is not said again by itself.
    if (node.ends.length > 0 && (at === 0 || last !== headAt)) {
      const entries = node.ends.filter(
        ({ exact }) => exact === undefined || isPrinted(text, words, last, exact),
      );
      if (entries.length > 0) form = { length: last - at + 1, entries };
    }
    if (node.next.size === 0 || !isJoint(text, endOf(words, last), startOf(words, last + 1))) break;
    const id = idAt(text, words, last + 1, vocabulary, LATER);
    node = id === 0 ? undefined : node.next.get(id);
  }
  return form;
}

/** True where the word is printed as `exact`, or as its plural. */
function isPrinted(text: string, words: WordList, at: number, exact: string): boolean {
  const printed = wordAt(text, words, at);
  return printed === exact || printed === `${exact}s`;
}

const NEGATIONS = new Set(['without', 'no', 'not', 'unlike', 'beyond', 'non', 'avoiding', 'eliminating']);

/** "without reinforcement learning", "no reader study": named to say that it is absent. */
function isNegated(text: string, words: WordList, at: number): boolean {
  const lower = (index: number): string => (index < 0 ? '' : wordAt(text, words, index).toLowerCase());
  return [1, 2].some((back) => NEGATIONS.has(lower(at - back)) && lower(at - back + 1) !== 'only');
}

export type LocatedTag = Located<{ readonly id: string }>;
