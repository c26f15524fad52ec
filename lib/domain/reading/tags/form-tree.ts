/** The forms of a taxonomy as a tree of words, built once and matched against a text in one pass. */
import { countWords, hashAt, listWords, NO_HASH, wordAt, type WordList } from '../word-list';
import { addWord, createVocabulary, fold, hashesOf, type Vocabulary, type WordId } from './vocabulary';

/** A form, and what it stands for. */
export interface Form {
  /** The tag that it names; empty for a phrase that only keeps other forms from being found in its words. */
  readonly id: string;
  /** The exact spelling, if case distinguishes the form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/** A node: the forms that end after these words, and the words that may follow. */
export interface FormNode {
  readonly ends: Form[];
  /** Words whose presence makes other forms count; unlike forms they are also found inside longer forms. */
  readonly marks: string[];
  readonly next: Map<WordId, FormNode>;
  /** A bit for each hash of a word that may follow, so that nearly all words of a text are skipped. */
  readonly follows: Uint32Array;
}

/** All forms, and the words of which they consist. */
export interface FormTree {
  readonly root: FormNode;
  readonly vocabulary: Vocabulary;
}

/** Size of `follows` in 32-bit numbers; the root, which thousands of words may follow, has `MANY`. */
const FEW = 1;
const MANY = 2 ** 11;

const createNode = (size = FEW): FormNode => ({
  ends: [],
  marks: [],
  next: new Map(),
  follows: new Uint32Array(size),
});

/** An empty tree. */
export const createTree = (): FormTree => ({ root: createNode(MANY), vocabulary: createVocabulary() });

const mixed = (hash: number): number => hash ^ (hash >>> 11);

/** False only if no form continues from the node with the word number `at` of the list. */
export function mayFollow({ follows }: FormNode, words: WordList, at: number): boolean {
  const hash = hashAt(words, at);
  const mix = mixed(hash);
  return hash === NO_HASH || (((follows[(mix >>> 5) & (follows.length - 1)] ?? 0) >>> (mix & 31)) & 1) === 1;
}

function follow(node: FormNode, word: string): void {
  for (const hash of hashesOf(word)) {
    const mix = mixed(hash);
    const at = (mix >>> 5) & (node.follows.length - 1);
    node.follows[at] = (node.follows[at] ?? 0) | (1 << (mix & 31));
  }
}

function nodeOf({ root, vocabulary }: FormTree, form: string): FormNode | undefined {
  const words = listWords(form);
  const length = countWords(words);
  let node = root;
  for (let at = 0; at < length; at += 1) {
    const word = wordAt(form, words, at);
    const id = addWord(vocabulary, word);
    const next = node.next.get(id) ?? createNode();
    if (!node.next.has(id)) follow(node, word);
    node.next.set(id, next);
    node = next;
  }
  return length === 0 ? undefined : node;
}

/**
 * True for a single word with an inner capital, or in capitals: it matches only as printed ("CT", not "ct").
 */
const isCased = (form: string): boolean =>
  countWords(listWords(form)) === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;

/**
 * Equal for two forms that match the same texts: compared without case, plural and spelling, except where
 * case matters.
 */
export const formKey = (form: string): string =>
  isCased(form)
    ? form
    : form
        .split(/[^\p{L}\p{N}]+/u)
        .map(fold)
        .join(' ');

/** Adds a form of the tag `id`. */
export function addForm(tree: FormTree, id: string, form: string): void {
  const node = nodeOf(tree, form);
  if (!node) return;
  const exact = isCased(form) ? form : undefined;
  // "image" and "images" are the same form and are added once.
  if (!node.ends.some((end) => end.id === id && end.exact === exact)) node.ends.push({ id, exact });
}

/** Adds a word or phrase whose presence is reported as `mark`, wherever it stands. */
export function addMark(tree: FormTree, mark: string, form: string): void {
  const node = nodeOf(tree, form);
  if (node && !node.marks.includes(mark)) node.marks.push(mark);
}
