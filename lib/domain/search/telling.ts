/** What a row of a list of hits says of why it was found: marks in its title, and one place beyond it. */
import type { Span } from '../paper';
import type { FieldMatch } from './marks';
import type { SearchField } from './paper';

/** Marks of a hit, plain data. */
export interface HitMarks {
  readonly titleSpans: readonly Span[];
  readonly found?:
    { readonly field: SearchField; readonly text: string; readonly spans: readonly Span[] } | undefined;
}

/** Every row shows them: the year, and the id by its address. */
const SHOWN_ANYWAY = new Set<SearchField>(['title', 'published', 'id']);

/** The match that says most beyond what the title says; undefined where the title says it all. */
const findTelling = (matches: readonly FieldMatch[]): FieldMatch | undefined => {
  const said = matches.find(({ field }) => field === 'title')?.stems ?? new Set();
  return matches
    .filter(({ field }) => !SHOWN_ANYWAY.has(field))
    .map((match) => ({ match, news: [...match.stems].filter((each) => !said.has(each)).length }))
    .filter(({ news }) => news > 0)
    .toSorted((a, b) => b.news - a.news)[0]?.match;
};

/** Chooses from the matches of one paper what its row shows. */
export const markHit = (title: string, matches: readonly FieldMatch[]): HitMarks => {
  const spans = matches.find(({ field }) => field === 'title')?.spans ?? [];
  const telling = findTelling(matches);
  return {
    // Mathematics is set as a whole: marks inside it would tear it apart.
    titleSpans: title.includes('$') ? [] : spans,
    ...(telling && { found: { field: telling.field, text: telling.text, spans: telling.spans } }),
  };
};
