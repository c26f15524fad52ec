/** Finds the forms of a tree in a text, in one pass over its words. */
import type { Located, Span } from '../../paper';
import { countWords, endOf, listWords, startOf, wordAt, type WordList } from '../word-list';
import { mayFollow, nodeAfter, openingAt, type Form, type FormNode, type FormTree } from './form-tree';
import { idAt } from './vocabulary';

/** A form found in a text: how often, and its first place. */
export interface FoundForm {
  readonly id: string;
  readonly count: number;
  readonly span: Span;
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
  const found = new Map<string, { readonly id: string; count: number; readonly span: Span }>();
  const ends = new Map<string, number>();
  const all = countWords(words);
  let headAt = -1;
  let covered = 0;
  for (let at = 0; at < all; at += 1) {
    const first = openingAt(tree, text, words, at);
    if (!first || (!first.isEnd && !mayFollow(first, words, at + 1))) continue;
    const { length, forms } = longestForm(text, words, tree, first, at, headAt, seen);
    if (length === 0 || at < covered) continue;
    for (const form of forms) {
      if (form.id === '') covered = Math.max(covered, at + length);
      else if (isMeant(text, words, at, length, form.id)) {
        const known = found.get(form.id);
        // "Cross-domain transfer" has two forms of one tag, and is one mention.
        if (known && at >= (ends.get(form.id) ?? 0)) known.count += 1;
        if (!known) found.set(form.id, { id: form.id, count: 1, span: spanOf(words, at, length) });
        ends.set(form.id, at + length);
      }
    }
    if (length > 1) headAt = Math.max(headAt, at + length - 1);
  }
  return [...found.values()];
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
  first: FormNode,
  at: number,
  headAt: number,
  seen: Set<string>,
): Longest {
  let longest = NO_FORM;
  let node: FormNode | undefined = first;
  for (let last = at; node; last += 1) {
    if (node.marks.length > 0) for (const mark of node.marks) seen.add(mark);
    // "text segmentation" is not segmentation: the last word of a longer form is not counted again by itself.
    if (node.ends.length > 0 && (at === 0 || last !== headAt)) {
      const forms = printedForms(node.ends, text, words, last);
      if (forms.length > 0) longest = { length: last - at + 1, forms };
    }
    if (!mayFollow(node, words, last + 1) || !isJoint(text, endOf(words, last), startOf(words, last + 1)))
      break;
    node = nodeAfter(tree, node, idAt(text, words, last + 1, tree.vocabulary));
  }
  return longest;
}

/** The forms that end with the word at `at` and match its printed case; nearly always all of them. */
function printedForms(ends: readonly Form[], text: string, words: WordList, at: number): readonly Form[] {
  return ends.every(({ exact }) => exact === undefined)
    ? ends
    : ends.filter(({ exact }) => exact === undefined || isPrinted(text, words, at, exact));
}

/** True if the word is printed as `exact`, or as its plural. */
function isPrinted(text: string, words: WordList, at: number, exact: string): boolean {
  const printed = wordAt(text, words, at);
  return printed === exact || printed === `${exact}s`;
}

/** A tag by its taxonomy id, with the places in the text where it was found. */
export type LocatedTag = Located<{ readonly id: string }>;
