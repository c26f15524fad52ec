/** The forms of a taxonomy as a tree of words, built once and matched against a text in one pass. */
import { countWords, hashAt, listWords, NO_HASH, wordAt, type WordList } from '../word-list';
import {
  addWord,
  bitOf,
  createVocabulary,
  fold,
  hashesOf,
  idAt,
  type Vocabulary,
  type WordId,
} from './vocabulary';

/** A form, and what it stands for. */
export interface Form {
  /** The tag that it names; empty for a phrase that only keeps other forms from being found in its words. */
  readonly id: string;
  /** The exact spelling, if case distinguishes the form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/**
 * A node: the forms that end after these words, and the words that may follow. There are ten thousand of a large
 * taxonomy, so what is equal is shared, and what most do not have is not made.
 */
export interface FormNode {
  ends: readonly Form[];
  /** Words whose presence makes other forms count; unlike forms they are also found inside longer forms. */
  marks: readonly string[];
  /** Unique in its tree. */
  readonly id: number;
  /** A bit for each hash of a word that may follow, so that nearly all words of a text are skipped. */
  follows: number;
  /** Whether a form or a mark ends here. */
  isEnd: boolean;
}

/** All forms, and the words of which they consist. */
export interface FormTree {
  readonly root: FormNode;
  readonly vocabulary: Vocabulary;
  /** The nodes by what they follow, see `stepOf`: nodes that follow "image" are too many for a list. */
  readonly steps: Map<number, FormNode>;
  /** The root's next nodes by word: an array is read faster than a map, and once for every word. */
  readonly openings: (FormNode | undefined)[];
  /**
   * At the hash of each word with which forms begin, a bit for each hash of the second words; all bits if the word is
   * a form by itself. Nearly all words of a text are ruled out by it, without a look at spellings and nodes, which
   * are scattered in memory.
   */
  readonly pairs: Int32Array;
  /** By a key of the form, the list with it alone. */
  readonly alone: Map<string, readonly Form[]>;
}

/** Length of `pairs`, a power of two; small, since it is read for every word. */
const PAIRS = 2 ** 13;
const placeOf = (hash: number): number => (hash ^ (hash >>> 13)) & (PAIRS - 1);
const ALL_BITS = -1;

const NONE: readonly never[] = [];

const createNode = (id: number): FormNode => ({ ends: NONE, marks: NONE, id, follows: 0, isEnd: false });

/** Eight times the words of the vocabulary; small enough that keys are small integers, which are found faster. */
const MOST_WORDS = 2 ** 15;
/** The key of the node that follows another by a word. */
const stepOf = ({ id }: FormNode, word: WordId): number => id * MOST_WORDS + word;

/** An empty tree. */
export const createTree = (): FormTree => ({
  root: createNode(0),
  vocabulary: createVocabulary(),
  steps: new Map(),
  openings: [undefined],
  pairs: new Int32Array(PAIRS),
  alone: new Map(),
});

/** False only if no form continues from the node with the word number `at` of the list. */
export function mayFollow({ follows }: FormNode, words: WordList, at: number): boolean {
  const hash = hashAt(words, at);
  return hash === NO_HASH || (follows & bitOf(hash)) !== 0;
}

/** The node of the forms that begin with the word number `at`; undefined if none does, or none goes on as the text. */
export function openingAt(
  { vocabulary, openings, pairs }: FormTree,
  text: string,
  words: WordList,
  at: number,
): FormNode | undefined {
  const hash = hashAt(words, at);
  if (hash !== NO_HASH) {
    const seconds = pairs[placeOf(hash)] ?? 0;
    const next = hashAt(words, at + 1);
    if (seconds === 0 || (next !== NO_HASH && (seconds & bitOf(next)) === 0)) return undefined;
  }
  return openings[idAt(text, words, at, vocabulary)];
}

/** The node after another and a word; undefined if no form goes on so. */
export const nodeAfter = ({ steps }: FormTree, node: FormNode, word: WordId): FormNode | undefined =>
  steps.get(stepOf(node, word));

function nodeOf(tree: FormTree, form: string): FormNode | undefined {
  const { root, vocabulary, openings, steps } = tree;
  const list = listWords(form);
  const words = Array.from({ length: countWords(list) }, (_, at) => wordAt(form, list, at));
  const [first] = words;
  if (first === undefined) return undefined;
  const ids = words.map((word) => addWord(vocabulary, word));
  let node = root;
  for (const id of ids) {
    while (openings.length <= id) openings.push(undefined);
    let next = steps.get(stepOf(node, id));
    if (!next) {
      next = createNode(steps.size + 1);
      steps.set(stepOf(node, id), next);
      if (node === root) openings[id] = next;
      node.follows |= vocabulary.bits[id] ?? 0;
    }
    node = next;
  }
  addPair(tree, first, ids[1]);
  return node;
}

/** Notes that a form begins with these words; `second` is undefined for forms of one word. */
function addPair({ vocabulary, pairs }: FormTree, first: string, second: WordId | undefined): void {
  const bits = second === undefined ? ALL_BITS : (vocabulary.bits[second] ?? 0);
  for (const hash of hashesOf(first)) {
    const place = placeOf(hash);
    pairs[place] = (pairs[place] ?? 0) | bits;
  }
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
  node.isEnd = true;
  const exact = isCased(form) ? form : undefined;
  const key = `${id}\t${exact ?? ''}`;
  const alone = tree.alone.get(key) ?? [{ id, exact }];
  tree.alone.set(key, alone);
  if (node.ends.length === 0) node.ends = alone;
  // "image" and "images" are the same form and are added once.
  else if (!node.ends.some((end) => end.id === id && end.exact === exact))
    node.ends = [...node.ends, ...alone];
}

/** Adds a word or phrase whose presence is reported as `mark`, wherever it stands. */
export function addMark(tree: FormTree, mark: string, form: string): void {
  const node = nodeOf(tree, form);
  if (!node) return;
  node.isEnd = true;
  if (!node.marks.includes(mark)) node.marks = [...node.marks, mark];
}
