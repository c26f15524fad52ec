/** Where the words of a query stand in the texts of a hit. */
import type { Span, TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { SEARCH_FIELDS, textsOf } from './paper';
import type { SearchablePaper, SearchField } from './paper';

/** A text of a hit that the query matched, with the matched words. */
export interface FieldMatch {
  readonly field: SearchField;
  /** The text as shown: a title, an author, a tag's label… */
  readonly text: string;
  /** In order, not overlapping; offsets into `text`. */
  readonly spans: readonly Span[];
  /** The stems that were found, there or in another form of the tag. */
  readonly stems: ReadonlySet<string>;
}

/** A word of a text with its stem, and that of the compound which a hyphen makes of it and the next. */
interface StemmedWord extends Span {
  readonly glued: boolean;
  readonly stem: string;
  readonly compound: string | undefined;
}

const stemWords = (text: string): StemmedWord[] => {
  const tokens = tokenise(text);
  return tokens.map(({ text: word, start, end, glued }, place) => {
    const next = tokens[place + 1];
    const compound = next?.glued === true ? stem(word + next.text) : undefined;
    return { start, end, glued, stem: stem(word), compound };
  });
};

/** Words of the texts of hits: each keystroke marks much the same papers again. */
const wordMemory = new WeakMap<SearchablePaper, Map<string, readonly StemmedWord[]>>();

const recallWords = (paper: SearchablePaper, text: string): readonly StemmedWord[] => {
  let memory = wordMemory.get(paper);
  if (memory === undefined) wordMemory.set(paper, (memory = new Map()));
  let words = memory.get(text);
  if (words === undefined) memory.set(text, (words = stemWords(text)));
  return words;
};

/** All stems of forms, by their list, which is the tag's own. */
const formMemory = new WeakMap<readonly string[], ReadonlySet<string>>();

const recallForms = (forms: readonly string[]): ReadonlySet<string> => {
  let stems = formMemory.get(forms);
  if (stems === undefined) {
    const words = forms.flatMap(stemWords);
    stems = new Set(words.flatMap((word) => (word.compound ? [word.stem, word.compound] : [word.stem])));
    formMemory.set(forms, stems);
  }
  return stems;
};

/** Where words whose stems are among `stems` stand, and which they are. A compound is marked whole: "X-ray" for "xray". */
const findMarks = (
  words: readonly StemmedWord[],
  stems: ReadonlySet<string>,
): { readonly spans: readonly Span[]; readonly found: ReadonlySet<string> } => {
  const spans: { start: number; end: number }[] = [];
  const found = new Set<string>();
  const has = (root: string | undefined): boolean => {
    if (root === undefined || !stems.has(root)) return false;
    found.add(root);
    return true;
  };
  const mark = (start: number, end: number, glued: boolean): void => {
    const last = spans.at(-1);
    if (last && (start <= last.end || (glued && start - last.end <= 3))) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  };
  for (const [place, word] of words.entries()) {
    const isWord = has(word.stem);
    if (has(word.compound)) mark(word.start, words[place + 1]?.end ?? word.end, word.glued);
    else if (isWord) mark(word.start, word.end, word.glued);
  }
  return { spans, found };
};

/** The texts of a paper that match, in the order of the fields. A tag found by another form is marked whole. */
export const findMatches = (
  paper: SearchablePaper,
  stems: ReadonlySet<string>,
  tag: (id: string) => TagDefinition | undefined,
): FieldMatch[] => {
  if (stems.size === 0) return [];
  const matches: FieldMatch[] = [];
  for (const field of SEARCH_FIELDS) {
    for (const { text, forms } of textsOf(paper, field, tag)) {
      const { spans, found } = findMarks(recallWords(paper, text), stems);
      if (spans.length > 0) {
        matches.push({ field, text, spans, stems: found });
        continue;
      }
      const inForms = new Set([...recallForms(forms)].filter((root) => stems.has(root)));
      if (inForms.size > 0)
        matches.push({ field, text, spans: [{ start: 0, end: text.length }], stems: inForms });
    }
  }
  return matches;
};
