/** Finds the words of a query in the texts of a hit. */
import type { Span, TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { SEARCH_FIELDS, textsOf } from './paper';
import type { SearchablePaper, SearchField } from './paper';

/** What to mark: words with one of these stems, and words with one of these beginnings. Plain data. */
export interface Marking {
  readonly stems: ReadonlySet<string>;
  /** The words themselves: an author's name is marked only if it is one of these or has one of the beginnings. */
  readonly names: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** A text of a hit that matched, with the places of the matched words. */
export interface FieldMatch {
  readonly field: SearchField;
  /** The text as shown: a title, an author, a tag's label… */
  readonly text: string;
  /** In order, not overlapping; offsets into `text`. */
  readonly spans: readonly Span[];
  /** The stems found in the text, or in another form of the tag. */
  readonly stems: ReadonlySet<string>;
}

/**
 * A word of a text with its stem, and the stem of the compound that it forms with the next word across a
 * hyphen.
 */
interface StemmedWord extends Span {
  readonly glued: boolean;
  readonly text: string;
  readonly stem: string;
  readonly compound: { readonly text: string; readonly stem: string } | undefined;
}

const stemWords = (text: string): StemmedWord[] => {
  const tokens = tokenise(text);
  return tokens.map(({ text: word, start, end, glued }, place) => {
    const next = tokens[place + 1];
    const joined = next?.glued === true ? word + next.text : undefined;
    const compound = joined === undefined ? undefined : { text: joined, stem: stem(joined) };
    return { start, end, glued, text: word, stem: stem(word), compound };
  });
};

/** Texts whose words are kept: about 200 hits have as many. */
const MOST_TEXTS = 3000;
/** Words of the texts of hits: each keystroke marks much the same papers again, and papers share tags, years and names. */
const wordMemory = new Map<string, readonly StemmedWord[]>();

const recallWords = (text: string): readonly StemmedWord[] => {
  let words = wordMemory.get(text);
  if (words === undefined) {
    words = stemWords(text);
    if (wordMemory.size >= MOST_TEXTS) wordMemory.clear();
    wordMemory.set(text, words);
  }
  return words;
};

/** All words of a tag's forms, cached by the array of forms. */
const formMemory = new WeakMap<readonly string[], readonly StemmedWord[]>();

const recallForms = (forms: readonly string[]): readonly StemmedWord[] => {
  let words = formMemory.get(forms);
  if (words === undefined) formMemory.set(forms, (words = forms.flatMap(stemWords)));
  return words;
};

interface Markable {
  readonly text: string;
  readonly stem: string;
}

const isMarked = (
  { stems, names, prefixes }: Marking,
  { text, stem: root }: Markable,
  isName: boolean,
): boolean =>
  (isName ? names.has(text) : stems.has(root)) || prefixes.some((prefix) => text.startsWith(prefix));

/** The places and stems of the words to mark. A compound is marked whole: "X-ray" for "xray". */
const findMarks = (
  words: readonly StemmedWord[],
  marking: Marking,
  isName = false,
): { readonly spans: readonly Span[]; readonly found: ReadonlySet<string> } => {
  const spans: { start: number; end: number }[] = [];
  const found = new Set<string>();
  const has = (word: Markable | undefined): boolean => {
    if (word === undefined || !isMarked(marking, word, isName)) return false;
    found.add(word.stem);
    return true;
  };
  const mark = (start: number, end: number, glued: boolean): void => {
    const last = spans.at(-1);
    if (last && (start <= last.end || (glued && start - last.end <= 3))) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  };
  for (const [place, word] of words.entries()) {
    const isWord = has(word);
    if (has(word.compound)) mark(word.start, words[place + 1]?.end ?? word.end, word.glued);
    else if (isWord) mark(word.start, word.end, word.glued);
  }
  return { spans, found };
};

/**
 * The texts of a paper that match, in the order of the fields. A tag found by another form is marked whole.
 */
export const findMatches = (
  paper: SearchablePaper,
  marking: Marking,
  tag: (id: string) => TagDefinition | undefined,
): FieldMatch[] => {
  if (marking.stems.size === 0 && marking.prefixes.length === 0) return [];
  const matches: FieldMatch[] = [];
  for (const field of SEARCH_FIELDS) {
    for (const { text, forms } of textsOf(paper, field, tag)) {
      const { spans, found } = findMarks(recallWords(text), marking, field === 'authors');
      if (spans.length > 0) {
        matches.push({ field, text, spans, stems: found });
        continue;
      }
      const { found: inForms } = findMarks(recallForms(forms), marking);
      if (inForms.size > 0)
        matches.push({ field, text, spans: [{ start: 0, end: text.length }], stems: inForms });
    }
  }
  return matches;
};
