/** Compiles papers into the bytes of a search index, in the same way for a few papers, a pack or a corpus. */
import type { TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { LONGEST_WORD } from './dictionary';
import { nameCodeOf } from './name-codes';
import { writeIndex, type IndexColumns } from './write-index';
import { POSTED_FIELDS } from './paper';
import type { PostedField, SearchablePaper } from './paper';
import { codeOf, createOccurrences, FIRST_TERM_CODE, LAST_POSITION, reserve } from './postings';
import type { Occurrences, ValueRef } from './postings';
import { compareValues, searchedText, valueKey, valuesOf } from './values';
import type { Value } from './values';

/** Unused positions between two texts of a field, so that no phrase matches across both. */
const GAP = 4;
/** Positions of each author, so that words of one name are distinguished from those of the next. */
export const AUTHOR_STRIDE = 8;

interface IndexedWord {
  readonly word: string;
  readonly place: number;
  readonly extra: boolean;
}

/**
 * Words of a text with their positions. Compounds are indexed twice: "x", "ray", and "xray" at the first
 * one's position.
 */
const indexedWords = (text: string): IndexedWord[] => {
  const found: IndexedWord[] = [];
  const tokens = tokenise(text);
  for (const [place, token] of tokens.entries()) {
    if (token.text.length > LONGEST_WORD) continue;
    found.push({ word: token.text, place, extra: false });
    const next = tokens[place + 1];
    const compound = token.text + (next?.text ?? '');
    if (next?.glued === true && compound.length <= LONGEST_WORD)
      found.push({ word: compound, place, extra: true });
  }
  return found;
};

/** A stem's occurrences while papers are added. */
interface Growing {
  readonly values: ValueRef[];
  readonly papers: number[];
  readonly codes: number[];
  readonly positions: number[];
}

/** Collects the words and values of all papers. */
class Gathering {
  readonly stemOfWord = new Map<string, string>();
  readonly lists = new Map<string, Growing>();
  readonly lengths = new Map<PostedField, Uint16Array>();

  list(root: string): Growing {
    let list = this.lists.get(root);
    if (list === undefined) {
      list = { values: [], papers: [], codes: [], positions: [] };
      this.lists.set(root, list);
    }
    return list;
  }

  /** The occurrences of a word's stem; adds the word to the dictionary. */
  ofWord(word: string): Growing {
    let root = this.stemOfWord.get(word);
    if (root === undefined) {
      root = stem(word);
      this.stemOfWord.set(word, root);
    }
    return this.list(root);
  }

  add(list: Growing, paper: number, code: number, position: number): void {
    list.papers.push(paper);
    list.codes.push(code);
    list.positions.push(Math.min(position, LAST_POSITION));
  }
}

const textsOfField = (paper: SearchablePaper, field: PostedField): readonly string[] => {
  const value = paper[field];
  return typeof value === 'string' ? [value] : value;
};

const addPaper = (gathering: Gathering, paper: SearchablePaper, number: number, papers: number): void => {
  for (const field of POSTED_FIELDS) {
    const code = codeOf(field);
    let position = 0;
    let words = 0;
    for (const text of textsOfField(paper, field)) {
      if (text === '') continue;
      let count = 0;
      for (const { word, place, extra } of indexedWords(text)) {
        const at = position + (field === 'authors' ? Math.min(place, AUTHOR_STRIDE - 1) : place);
        const own = field === 'authors' ? nameCodeOf(word) : code;
        gathering.add(gathering.ofWord(word), number, own, at);
        if (!extra) count += 1;
      }
      words += count;
      position += field === 'authors' ? AUTHOR_STRIDE : count + GAP;
    }
    if (words === 0) continue;
    let lengths = gathering.lengths.get(field);
    if (lengths === undefined) gathering.lengths.set(field, (lengths = new Uint16Array(papers)));
    lengths[number] = Math.min(words, LAST_POSITION);
  }
  for (const [root, level] of paper.terms ?? []) {
    if (root.length <= LONGEST_WORD) gathering.add(gathering.list(root), number, FIRST_TERM_CODE + level, 0);
  }
};

const addValue = (gathering: Gathering, value: Value, number: number, findTag: FindTagById): void => {
  const searched = searchedText(value, findTag);
  if (searched === undefined) return;
  const refer = (text: string, isForm: boolean): void => {
    for (const { word } of indexedWords(text)) {
      const { values } = gathering.ofWord(word);
      if (values.at(-1)?.value !== number) values.push({ value: number, isForm });
    }
  };
  refer(searched.text, false);
  for (const form of searched.forms) refer(form, true);
};

type FindTagById = (id: string) => TagDefinition | undefined;

const numberValues = (
  papers: readonly SearchablePaper[],
): { values: readonly Value[]; ofPapers: readonly (readonly number[])[] } => {
  const known = new Map<string, Value>();
  const keys = papers.map((paper) =>
    valuesOf(paper).map((value) => {
      const key = valueKey(value);
      known.set(key, value);
      return key;
    }),
  );
  const values = [...known.values()].toSorted(compareValues);
  const numbers = new Map(values.map((value, number) => [valueKey(value), number]));
  const ofPapers = keys.map((each) => each.map((key) => numbers.get(key) ?? 0).toSorted((a, b) => a - b));
  return { values, ofPapers };
};

const readList = (list: Growing, into: Occurrences): void => {
  reserve(into, list.papers.length);
  into.papers.set(list.papers);
  into.codes.set(list.codes);
  into.positions.set(list.positions);
  into.count = list.papers.length;
};

/**
 * Days since 1 January 1970 for `YYYY-MM-DD` (UTC) or for `YYYY-MM`, as its first day; 0 if it is not a date.
 */
export const dayOf = (date: string): number => {
  const time = Date.parse(/^\d{4}-\d\d$/.test(date) ? `${date}-01` : date);
  return Number.isFinite(time) && time > 0 ? Math.floor(time / 86_400_000) : 0;
};

/**
 * Compiles an index of the papers, in their order; equal papers give equal bytes. `taxonomy` gives the words
 * by which tags are found.
 */
export const buildSearchIndex = (
  papers: readonly SearchablePaper[],
  taxonomy: readonly TagDefinition[],
): Uint8Array<ArrayBuffer> => {
  const tags = new Map(taxonomy.map((tag) => [tag.id, tag]));
  const gathering = new Gathering();
  const { values, ofPapers } = numberValues(papers);
  for (const [number, value] of values.entries()) addValue(gathering, value, number, (id) => tags.get(id));
  for (const [number, paper] of papers.entries()) addPaper(gathering, paper, number, papers.length);
  const columns: IndexColumns = {
    values,
    valuesOf: ofPapers,
    days: papers.map(({ published }) => dayOf(published)),
    hasCode: papers.map((paper) => paper.hasCode),
    hasResults: papers.map((paper) => paper.hasResults),
    comments: papers.map((paper) => paper.comments),
    lengths: gathering.lengths,
  };
  const scratch = createOccurrences();
  return writeIndex(columns, gathering.stemOfWord, gathering.lists.keys(), (root) => {
    const list = gathering.list(root);
    readList(list, scratch);
    return { values: list.values, occurrences: scratch };
  });
};
