/** The forms of a taxonomy as a tree of their words, built once and read in one pass over a text. */
import { countWords, hashAt, listWords, NO_HASH, wordAt, type WordList } from '../word-list';
import { addWord, createVocabulary, fold, hashesOf, type Vocabulary, type WordId } from './vocabulary';

/** A form: what it says where it stands. */
export interface Form {
  /** What is found by it; empty for a phrase that only covers the words of other forms. */
  readonly id: string;
  /** As printed, where case tells a form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/** The forms that go on from a run of words: which end here, and which words may follow. */
export interface FormNode {
  readonly ends: Form[];
  /** Words beside which other forms count; they are found inside longer forms too. */
  readonly marks: string[];
  readonly next: Map<WordId, FormNode>;
  /** A bit for every hash of a word that may follow: nearly all of a text is passed over by it. */
  readonly follows: Uint32Array;
}

/** All forms, and the words that they are made of. */
export interface FormTree {
  readonly root: FormNode;
  readonly vocabulary: Vocabulary;
}

/** Numbers of 32 bits that a node keeps of the words behind it; the root has thousands of them. */
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

/** False where no form surely goes on from the node with the word at place `at` of the list. */
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

/** One word with an inner capital, or all capitals, matches only as printed: "CT" is no "ct". */
const isCased = (form: string): boolean =>
  countWords(listWords(form)) === 1 && /\p{Lu}/u.test(form.slice(1)) && form.length <= 6;

/** Equal for two forms that match the same texts: their words without case, plural and spelling, unless case tells. */
export const formKey = (form: string): string =>
  isCased(form)
    ? form
    : form
        .split(/[^\p{L}\p{N}]+/u)
        .map(fold)
        .join(' ');

/** Adds a form of `id`. */
export function addForm(tree: FormTree, id: string, form: string): void {
  const node = nodeOf(tree, form);
  if (!node) return;
  const exact = isCased(form) ? form : undefined;
  // "image" and "images" are one form: said once, it counts once.
  if (!node.ends.some((end) => end.id === id && end.exact === exact)) node.ends.push({ id, exact });
}

/** Adds a word or phrase that is only to be seen, wherever it stands; `mark` is what is then seen. */
export function addMark(tree: FormTree, mark: string, form: string): void {
  const node = nodeOf(tree, form);
  if (node && !node.marks.includes(mark)) node.marks.push(mark);
}
