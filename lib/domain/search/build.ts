/** The index of the search: a compact inverted index with positions, in typed arrays. */
import type { TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { letterMask } from './edit-distance';
import { INDEX_FIELDS, SEARCH_FIELDS, textsOf } from './paper';
import type { SearchablePaper } from './paper';

/** The papers and what is needed to find them; papers go by their place in the list. */
export interface SearchIndex {
  readonly papers: readonly SearchablePaper[];
  readonly tags: ReadonlyMap<string, TagDefinition>;
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  /** Words of each field of each paper, `paper * INDEX_FIELDS.length + field`. */
  readonly lengths: Uint16Array;
  /** Mean words of each field, over the papers that have it. */
  readonly means: Float64Array;
}

/** All words as typed and folded, sorted by code unit, each with the number of its stem. */
export interface Dictionary {
  readonly words: readonly string[];
  /** `letterMask` of each word. */
  readonly masks: Uint32Array;
  readonly stemOf: Uint32Array;
  /** Stems sorted by code unit. */
  readonly stems: readonly string[];
}

/** Occurrences stem by stem, ascending by paper and position: parallel arrays. */
export interface Postings {
  /** Where each stem's occurrences begin; one more than there are stems. */
  readonly starts: Uint32Array;
  /** Papers that hold each stem; only where none does, those whose tags have it in another form. */
  readonly holders: Uint32Array;
  readonly papers: Uint32Array;
  /** Places in `INDEX_FIELDS`. */
  readonly fields: Uint8Array;
  readonly positions: Uint16Array;
}

/** Positions left free between texts, so that no phrase runs over their border. */
const GAP = 4;
const LAST_POSITION = 0xffff;
/** Where the other forms of tags are. */
const FORMS = INDEX_FIELDS.indexOf('forms');

interface IndexedWord {
  readonly word: string;
  readonly place: number;
  readonly extra: boolean;
}

/** Words of a text with their places; compounds are there twice: "x", "ray" and, with the first, "xray". */
const indexedWords = (text: string): IndexedWord[] => {
  const found: IndexedWord[] = [];
  const tokens = tokenise(text);
  for (const [place, token] of tokens.entries()) {
    found.push({ word: token.text, place, extra: false });
    const next = tokens[place + 1];
    if (next?.glued === true) found.push({ word: token.text + next.text, place, extra: true });
  }
  return found;
};

interface Growing {
  readonly papers: number[];
  readonly fields: number[];
  readonly positions: number[];
  holders: number;
  formHolders: number;
  /** The last paper that was counted among the holders. */
  held: number;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const buildDictionary = (stemOfWord: ReadonlyMap<string, string>): Dictionary => {
  const words = [...stemOfWord.keys()].toSorted(byCodeUnit);
  const stems = [...new Set(stemOfWord.values())].toSorted(byCodeUnit);
  const numbers = new Map(stems.map((each, number) => [each, number]));
  return {
    words,
    stems,
    masks: Uint32Array.from(words, letterMask),
    stemOf: Uint32Array.from(words, (word) => numbers.get(stemOfWord.get(word) ?? '') ?? 0),
  };
};

const packPostings = (stems: readonly string[], lists: ReadonlyMap<string, Growing>): Postings => {
  const starts = new Uint32Array(stems.length + 1);
  const holders = new Uint32Array(stems.length);
  for (const [number, each] of stems.entries()) {
    starts[number + 1] = (starts[number] ?? 0) + (lists.get(each)?.papers.length ?? 0);
    const list = lists.get(each);
    holders[number] = list?.holders || list?.formHolders || 0;
  }
  const size = starts.at(-1) ?? 0;
  const postings = {
    papers: new Uint32Array(size),
    fields: new Uint8Array(size),
    positions: new Uint16Array(size),
  };
  for (const [number, each] of stems.entries()) {
    const list = lists.get(each);
    const start = starts[number] ?? 0;
    postings.papers.set(list?.papers ?? [], start);
    postings.fields.set(list?.fields ?? [], start);
    postings.positions.set(list?.positions ?? [], start);
  }
  return { starts, holders, ...postings };
};

/** Mean length of each field over the papers that have it; 1 where none has. */
export const meanLengths = (lengths: Uint16Array): Float64Array =>
  Float64Array.from(INDEX_FIELDS, (_, field) => {
    let [sum, count] = [0, 0];
    for (let at = field; at < lengths.length; at += INDEX_FIELDS.length) {
      const length = lengths[at] ?? 0;
      sum += length;
      count += length > 0 ? 1 : 0;
    }
    return count === 0 ? 1 : sum / count;
  });

/** Builds the index. The papers are kept by reference: matched words are marked in their texts. */
export const buildSearchIndex = (
  papers: readonly SearchablePaper[],
  taxonomy: readonly TagDefinition[],
): SearchIndex => {
  const tags = new Map(taxonomy.map((tag) => [tag.id, tag]));
  const stemOfWord = new Map<string, string>();
  const lists = new Map<string, Growing>();
  // Many papers bear the same tags.
  const repeated = new Map<string, readonly IndexedWord[]>();
  const lengths = new Uint16Array(papers.length * INDEX_FIELDS.length);

  const add = (word: string, paper: number, field: number, position: number): void => {
    let root = stemOfWord.get(word);
    if (root === undefined) stemOfWord.set(word, (root = stem(word)));
    let list = lists.get(root);
    if (list === undefined) {
      list = { papers: [], fields: [], positions: [], holders: 0, formHolders: 0, held: -1 };
      lists.set(root, list);
    }
    if (field === FORMS) list.formHolders += list.papers.at(-1) === paper ? 0 : 1;
    else if (list.held !== paper) {
      list.holders += 1;
      list.held = paper;
    }
    list.papers.push(paper);
    list.fields.push(field);
    list.positions.push(Math.min(position, LAST_POSITION));
  };

  for (const [number, paper] of papers.entries()) {
    let position = 0;
    const addText = (text: string, field: number, repeats: boolean): void => {
      let words = 0;
      let found = repeats ? repeated.get(text) : undefined;
      if (found === undefined) found = indexedWords(text);
      if (repeats) repeated.set(text, found);
      for (const { word, place, extra } of found) {
        add(word, number, field, position + place);
        if (!extra) words += 1;
      }
      position += words + GAP;
      const slot = number * INDEX_FIELDS.length + field;
      lengths[slot] = Math.min((lengths[slot] ?? 0) + words, LAST_POSITION);
    };
    for (const [field, name] of SEARCH_FIELDS.entries()) {
      for (const { text, forms } of textsOf(paper, name, (id) => tags.get(id))) {
        addText(text, field, name === 'tags');
        for (const form of forms) addText(form, FORMS, true);
      }
    }
  }
  const dictionary = buildDictionary(stemOfWord);
  return {
    papers,
    tags,
    dictionary,
    postings: packPostings(dictionary.stems, lists),
    lengths,
    means: meanLengths(lengths),
  };
};
