/**
 * Which of some papers a page refers to, and what that makes of a list of related papers: a work that is near and
 * cited is worth more than one that is near alone, and its reasons say so.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperRow, RelatedRow } from '@/lib/domain/store';
import { isSameWork, titleKey, SHORTEST_TITLE, type Recognisable } from './known';

/** A paper that is looked for in a bibliography. */
export type WantedPaper = Pick<PaperRow, 'id' | 'title'>;

/** An entry that may be of a paper, and where it is cited. */
export interface CitedEntry extends Recognisable {
  /** The table or figure that cites it, as printed ("Table 2"), tables first; empty where the text alone does. */
  readonly float: string;
}

/**
 * The words of a title that are written in one way only: short ones of plain letters, which no style joins, parts
 * or accents otherwise ("pre-training").
 */
const plainWords = (title: string): readonly string[] =>
  title
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => /^\(?([a-z]{3,6})[,.:;?!)]?$/.exec(word)?.[1] ?? []);

/**
 * A quick look at an entry's text: the papers, by their index, that it may be of, since their id or title stands in
 * it. Most entries are of none, and need not be read; most lack a plain word of every title, and are not even folded.
 */
export function createCitedFinder(papers: readonly WantedPaper[]): (text: string) => readonly number[] {
  const wanted = papers.map(({ id, title }) => ({
    id: id.toLowerCase(),
    key: titleKey(title),
    words: plainWords(title),
  }));
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    let key: string | undefined;
    return wanted.flatMap((paper, at) => {
      if (lower.includes(paper.id)) return [at];
      if (paper.key.length < SHORTEST_TITLE || !paper.words.every((word) => lower.includes(word))) return [];
      key ??= titleKey(text);
      return key.includes(paper.key) ? [at] : [];
    });
  };
}

/** Whether an entry may be of a paper, as far as the page knows: it prints the same id, or no id and the same title. */
export const mayBeOf = (entry: Recognisable, { id, title }: WantedPaper): boolean =>
  entry.paperId === undefined
    ? titleKey(entry.title ?? '') === titleKey(title) && entry.title !== undefined
    : entry.paperId === id;

/** Whether an entry is of a paper: by the id that it prints, or by title, year and author; never by the title alone. */
export const isEntryOf = (entry: Recognisable, row: PaperRow): boolean =>
  mayBeOf(entry, row) && (entry.paperId !== undefined || isSameWork(entry, row));

/** The table or figure to name of those that cite a work: the first table, or else the first figure; empty for none. */
export const floatAmong = (places: readonly string[]): string =>
  places.find((place) => /^table\s/i.test(place)) ?? places.find((place) => /^fig/i.test(place)) ?? '';

/** What counts a related paper's nearness up: that it is cited, and that a table sets the paper against it. */
const CITED = 1.5;
const IN_TABLE = 2;

/** Related papers, those that the page cites counted up, with that as their first reason. `floats`: by paper. */
export function raiseCited(
  rows: readonly RelatedRow[],
  floats: ReadonlyMap<PaperId, string>,
): readonly RelatedRow[] {
  const raised = rows.map((row): RelatedRow => {
    const float = floats.get(row.id);
    if (float === undefined) return row;
    const reason = float === '' ? 'cited here' : `cited here, ${float}`;
    const factor = /^table\s/i.test(float) ? IN_TABLE : CITED;
    return { ...row, score: row.score * factor, reasons: [reason, ...row.reasons] };
  });
  return raised.toSorted((a, b) => b.score - a.score);
}
