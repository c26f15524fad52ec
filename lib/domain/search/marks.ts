/** Where the words of a query stand in the texts of a hit. */
import type { Span, TagDefinition } from '../paper';
import { stem, tokenise } from '../tokens';
import { SEARCH_FIELDS, textsOf } from './paper';
import type { SearchablePaper, SearchField } from './paper';

/** A text of a hit that the query matched, with the matched words. */
export interface FieldMatch {
  readonly field: SearchField;
  /** The text as shown: a title, an author, a tag's label… */
  readonly text: string;
  /** In order, not overlapping; offsets into `text`. */
  readonly spans: readonly Span[];
}

/** Finds the words of `text` whose stems are among `stems`. A compound is marked whole: "X-ray" for "xray". */
export const findMarks = (text: string, stems: ReadonlySet<string>): Span[] => {
  const spans: { start: number; end: number }[] = [];
  const has = (word: string): boolean => stems.has(stem(word));
  const mark = (start: number, end: number, glued: boolean): void => {
    const last = spans.at(-1);
    if (last && (start <= last.end || (glued && start - last.end <= 3))) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  };
  const tokens = tokenise(text);
  for (const [place, token] of tokens.entries()) {
    const next = tokens[place + 1];
    if (next?.glued === true && has(token.text + next.text)) mark(token.start, next.end, token.glued);
    else if (has(token.text)) mark(token.start, token.end, token.glued);
  }
  return spans;
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
      const spans = findMarks(text, stems);
      const byForm = spans.length === 0 && forms.some((form) => findMarks(form, stems).length > 0);
      if (byForm) matches.push({ field, text, spans: [{ start: 0, end: text.length }] });
      else if (spans.length > 0) matches.push({ field, text, spans });
    }
  }
  return matches;
};
