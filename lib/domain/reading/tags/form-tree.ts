/** The forms of a taxonomy as a tree of their words, built once and read in one pass over a text. */
import { countWords, listWords, wordAt } from '../word-list';
import { addWord, createVocabulary, FIRST, fold, LATER, type Vocabulary, type WordId } from './vocabulary';

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
}

/** All forms, and the words that they are made of. */
export interface FormTree {
  readonly root: FormNode;
  readonly vocabulary: Vocabulary;
}

const createNode = (): FormNode => ({ ends: [], marks: [], next: new Map() });

/** An empty tree. */
export const createTree = (): FormTree => ({ root: createNode(), vocabulary: createVocabulary() });

function nodeOf({ root, vocabulary }: FormTree, form: string): FormNode | undefined {
  const words = listWords(form);
  const length = countWords(words);
  let node = root;
  for (let at = 0; at < length; at += 1) {
    const id = addWord(vocabulary, wordAt(form, words, at), at === 0 ? FIRST : LATER);
    const next = node.next.get(id) ?? createNode();
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
