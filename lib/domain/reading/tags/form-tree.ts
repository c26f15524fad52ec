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
import { StepTable } from './step-table';

/** A form, and what it stands for. */
export interface Form {
  /** The tag that it names; empty for a phrase that only keeps other forms from being found in its words. */
  readonly id: string;
  /** The exact spelling, if case distinguishes the form from a common word: "CT", "CLIP", "SAM". */
  readonly exact: string | undefined;
}

/** A node stands for the words from its form's beginning to it; the root, 0, for none. */
type NodeId = number;

/** Where every form begins. */
export const ROOT: NodeId = 0;

/** What is at a node, as bits. */
export const AT = {
  /** Forms end here. */
  form: 1,
  /** Of some of them the case counts. */
  exact: 2,
  /** Marks end here. */
  mark: 4,
} as const;

/** All forms, and the words of which they consist. */
export interface FormTree {
  readonly vocabulary: Vocabulary;
  readonly steps: StepTable;
  /**
   * Two numbers for each node: what is at it (`AT`), and a bit for each hash of a word that may follow, so that nearly
   * all words of a text are skipped.
   */
  facts: Int32Array;
  /** By node, the forms that end after these words. What is equal is shared. */
  readonly ends: (readonly Form[] | undefined)[];
  /**
   * By node, words whose presence makes other forms count; unlike forms they are also found inside longer forms.
   */
  readonly marks: (readonly string[] | undefined)[];
  /** The root's next nodes by word: an array is read faster than a table, and once for every word. */
  readonly openings: NodeId[];
  /**
   * At the hash of each word with which forms begin, a bit for each hash of the second words; all bits if the word is
   * a form by itself. Nearly all words of a text are ruled out by it, without a look at spellings and nodes, which
   * are scattered in memory.
   */
  readonly pairs: Int32Array;
  /** By a key, the lists at nodes, of which there are a few hundred for thousands of nodes; only until all are made. */
  readonly lists: {
    readonly ends: Map<string, readonly Form[]>;
    readonly marks: Map<string, readonly string[]>;
  };
}

/** Length of `pairs`, a power of two; small, since it is read for every word. */
const PAIRS = 2 ** 13;
const placeOf = (hash: number): number => (hash ^ (hash >>> 13)) & (PAIRS - 1);
const ALL_BITS = -1;

const WIDTH = 2;
const FOLLOWS = 1;
/** Nodes for which a new tree has room. */
const FIRST_NODES = 2 ** 8;

/** An empty tree. */
export const createTree = (): FormTree => ({
  vocabulary: createVocabulary(),
  steps: new StepTable(),
  facts: new Int32Array(WIDTH * FIRST_NODES),
  ends: [undefined],
  marks: [undefined],
  openings: [ROOT],
  pairs: new Int32Array(PAIRS),
  lists: { ends: new Map(), marks: new Map() },
});

/** What is at the node, see `AT`. */
export const whatIsAt = ({ facts }: FormTree, node: NodeId): number => facts[WIDTH * node] ?? 0;

/** False only if no form continues from the node with the word number `at` of the list. */
export function mayFollow({ facts }: FormTree, node: NodeId, words: WordList, at: number): boolean {
  const hash = hashAt(words, at);
  return hash === NO_HASH || ((facts[WIDTH * node + FOLLOWS] ?? 0) & bitOf(hash)) !== 0;
}

/** The node of the forms that begin with the word number `at`; the root if none does, or none goes on as the text. */
export function openingAt(
  { vocabulary, openings, pairs }: FormTree,
  text: string,
  words: WordList,
  at: number,
): NodeId {
  const hash = hashAt(words, at);
  if (hash !== NO_HASH) {
    const seconds = pairs[placeOf(hash)] ?? 0;
    const next = hashAt(words, at + 1);
    if (seconds === 0 || (next !== NO_HASH && (seconds & bitOf(next)) === 0)) return ROOT;
  }
  return openings[idAt(text, words, at, vocabulary)] ?? ROOT;
}

/** The node of the words of `form`, which is made if there is none yet; the root for a form without words. */
function nodeOf(tree: FormTree, form: string): NodeId {
  const { vocabulary, openings, steps } = tree;
  const list = listWords(form);
  const words = Array.from({ length: countWords(list) }, (_, at) => wordAt(form, list, at));
  const ids = words.map((word) => addWord(vocabulary, word));
  let node = ROOT;
  for (const id of ids) {
    while (openings.length <= id) openings.push(ROOT);
    let next = steps.get(node, id);
    if (next === ROOT) {
      next = steps.add(node, id);
      tree.ends.push(undefined);
      tree.marks.push(undefined);
      if (node === ROOT) openings[id] = next;
      addFact(tree, WIDTH * node + FOLLOWS, vocabulary.bits[id] ?? 0);
    }
    node = next;
  }
  const [first] = words;
  if (first !== undefined) addPair(tree, first, ids[1]);
  return node;
}

function addFact(tree: FormTree, place: number, bits: number): void {
  if (place >= tree.facts.length) {
    const before = tree.facts;
    tree.facts = new Int32Array(2 * before.length);
    tree.facts.set(before);
  }
  tree.facts[place] = (tree.facts[place] ?? 0) | bits;
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

/** The list with this key: the one that another node has, if any. */
function shared<List>(lists: Map<string, List>, list: List, key: readonly string[]): List {
  const known = lists.get(key.join('\n')) ?? list;
  lists.set(key.join('\n'), known);
  return known;
}

/** Adds a form of the tag `id`. */
export function addForm(tree: FormTree, id: string, form: string): void {
  const node = nodeOf(tree, form);
  if (node === ROOT) return;
  const exact = isCased(form) ? form : undefined;
  addFact(tree, WIDTH * node, exact === undefined ? AT.form : AT.form | AT.exact);
  const before = tree.ends[node] ?? [];
  // "image" and "images" are the same form and are added once.
  if (before.some((end) => end.id === id && end.exact === exact)) return;
  const list = [...before, { id, exact }];
  tree.ends[node] = shared(
    tree.lists.ends,
    list,
    list.map((end) => `${end.id}\t${end.exact ?? ''}`),
  );
}

/** Adds a word or phrase whose presence is reported as `mark`, wherever it stands. */
export function addMark(tree: FormTree, mark: string, form: string): void {
  const node = nodeOf(tree, form);
  if (node === ROOT) return;
  addFact(tree, WIDTH * node, AT.mark);
  const before = tree.marks[node] ?? [];
  if (before.includes(mark)) return;
  const list = [...before, mark];
  tree.marks[node] = shared(tree.lists.marks, list, list);
}

/** Drops what only those need who add forms. */
export function closeTree({ lists }: FormTree): void {
  lists.ends.clear();
  lists.marks.clear();
}
