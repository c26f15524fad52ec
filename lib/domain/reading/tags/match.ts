/** Finds the forms of a tree in a text, in one pass over its words. */
import type { Located, Span } from '../../paper';
import { countWords, endOf, listWords, startOf, wordAt, type WordList } from '../word-list';
import { AT, mayFollow, openingAt, ROOT, whatIsAt, type Form, type FormTree } from './form-tree';
import { idAt } from './vocabulary';

/** A form found in a text: how often, and its first place. */
export interface FoundForm {
  readonly id: string;
  readonly count: number;
  readonly span: Span;
}

/** How often a tag is named, where first, and the word behind its last mention. */
interface Mentions {
  count: number;
  readonly span: Span;
  end: number;
}

const HYPHEN = 45;
const DASHES = new Set([HYPHEN, 8211]);
const SLASH = 47;
const APOSTROPHES = new Set([39, 8217]);

const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || ((code < 32 || code > 127) && /\s/.test(String.fromCharCode(code)));

/**
 * True if the words on both sides of `from` to `to` may belong to one form: nothing, a space, a slash, a
 * hyphen, an en dash (as LaTeX writes it too: "vision--language") or an apostrophe lies between.
 */
function isJoint(text: string, from: number, to: number): boolean {
  if (to === from) return true;
  const code = text.charCodeAt(from);
  if (to - from === 1) return isSpace(code) || DASHES.has(code) || code === SLASH || APOSTROPHES.has(code);
  const next = text.charCodeAt(from + 1);
  return to - from === 2 && code === HYPHEN && (next === HYPHEN || isSpace(next));
}

/** Decides whether the form at word `at`, `length` words long, is said about the paper. */
export type Judge = (text: string, words: WordList, at: number, length: number, id: string) => boolean;

/**
 * Everything that `text` names, in order of first mention; found marks are added to `seen`. Longer forms win
 * over forms inside them; forms that `isMeant` rejects are not counted.
 */
export function findForms(
  text: string,
  tree: FormTree,
  seen: Set<string>,
  isMeant: Judge,
  words: WordList = listWords(text),
): FoundForm[] {
  const found = new Map<string, Mentions>();
  const all = countWords(words);
  let headAt = -1;
  let covered = 0;
  for (let at = 0; at < all; at += 1) {
    const first = openingAt(tree, text, words, at);
    if (first === ROOT || (whatIsAt(tree, first) === 0 && !mayFollow(tree, first, words, at + 1))) continue;
    const { length, forms } = longestForm(text, words, tree, first, at, headAt, seen);
    if (length === 0 || at < covered) continue;
    for (const { id } of forms) {
      if (id === '') covered = Math.max(covered, at + length);
      else if (isMeant(text, words, at, length, id)) {
        const known = found.get(id);
        if (known) {
          // "Cross-domain transfer" has two forms of one tag, and is one mention.
          if (at >= known.end) known.count += 1;
          known.end = at + length;
        } else found.set(id, { count: 1, span: spanOf(words, at, length), end: at + length });
      }
    }
    if (length > 1) headAt = Math.max(headAt, at + length - 1);
  }
  return Array.from(found, ([id, { count, span }]) => ({ id, count, span }));
}

const spanOf = (words: WordList, at: number, length: number): Span => ({
  start: startOf(words, at),
  end: endOf(words, at + length - 1),
});

interface Longest {
  /** In words; 0 if no form begins here. */
  readonly length: number;
  /** All forms of that length at this place; a shorter form inside a longer one means something else. */
  readonly forms: readonly Form[];
}
const NO_FORM: Longest = { length: 0, forms: [] };

function longestForm(
  text: string,
  words: WordList,
  tree: FormTree,
  first: number,
  at: number,
  headAt: number,
  seen: Set<string>,
): Longest {
  let longest = NO_FORM;
  for (let node = first, last = at; node !== ROOT; last += 1) {
    const what = whatIsAt(tree, node);
    if ((what & AT.mark) !== 0) for (const mark of tree.marks[node] ?? []) seen.add(mark);
    // "text segmentation" is not segmentation: the last word of a longer form is not counted again by itself.
    if ((what & AT.form) !== 0 && (at === 0 || last !== headAt)) {
      const ends = tree.ends[node] ?? [];
      const forms = (what & AT.exact) === 0 ? ends : printedForms(ends, text, words, last);
      if (forms.length > 0) longest = { length: last - at + 1, forms };
    }
    const next = last + 1;
    if (!mayFollow(tree, node, words, next) || !isJoint(text, endOf(words, last), startOf(words, next)))
      break;
    const word = idAt(text, words, next, tree.vocabulary);
    node = word === 0 ? ROOT : tree.steps.get(node, word);
  }
  return longest;
}

/** The forms that end with the word at `at` and match its printed case. */
const printedForms = (ends: readonly Form[], text: string, words: WordList, at: number): readonly Form[] =>
  ends.filter(({ exact }) => exact === undefined || isPrinted(text, words, at, exact));

/** True if the word is printed as `exact`, or as its plural. */
function isPrinted(text: string, words: WordList, at: number, exact: string): boolean {
  const printed = wordAt(text, words, at);
  return printed === exact || printed === `${exact}s`;
}

/** A tag by its taxonomy id, with the places in the text where it was found. */
export type LocatedTag = Located<{ readonly id: string }>;
