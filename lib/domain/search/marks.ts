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
  /** The stems that were found, there or in another form of the tag. */
  readonly stems: ReadonlySet<string>;
}

/**
 * Finds the words of `text` whose stems are among `stems`, and which they are. A compound is marked whole:
 * "X-ray" for "xray".
 */
export const findMarks = (
  text: string,
  stems: ReadonlySet<string>,
): { readonly spans: readonly Span[]; readonly found: ReadonlySet<string> } => {
  const spans: { start: number; end: number }[] = [];
  const found = new Set<string>();
  const has = (word: string): boolean => {
    const root = stem(word);
    if (stems.has(root)) found.add(root);
    return stems.has(root);
  };
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
      const { spans, found } = findMarks(text, stems);
      if (spans.length > 0) {
        matches.push({ field, text, spans, stems: found });
        continue;
      }
      const inForms = new Set(forms.flatMap((form) => [...findMarks(form, stems).found]));
      if (inForms.size > 0)
        matches.push({ field, text, spans: [{ start: 0, end: text.length }], stems: inForms });
    }
  }
  return matches;
};
