/**
 * Which of some papers a page cites, and how that changes a list of related papers: a work that is near and
 * cited is more useful than one that is only near, and its reasons say so.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Reason } from '@/lib/domain/related/reason';
import type { PaperRow, RelatedRow } from '@/lib/domain/store';
import { isSameWork, titleKey, SHORTEST_TITLE, type Recognisable } from './known';

/** A paper to look for in a bibliography. */
export type WantedPaper = Pick<PaperRow, 'id' | 'title'>;

/** An entry that may be a paper, and where it is cited. */
export interface CitedEntry extends Recognisable {
  /** The table or figure that cites it, as printed ("Table 2"), tables first; empty if only the text does. */
  readonly float: string;
}

/**
 * The words of a title that are always spelled in the same way: short ones of plain letters, which no style
 * hyphenates or accents ("pre-training").
 */
const plainWords = (title: string): readonly string[] =>
  title
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => /^\(?([a-z]{3,6})[,.:;?!)]?$/.exec(word)?.[1] ?? []);

/** What every id has in it, old or new (`lib/domain/arxiv-id`). */
const ID_DIGITS = /\d{4}\.\d{4}|\/\d{7}/;

/** A paper with what is looked for in an entry's text. */
interface Sought {
  readonly at: number;
  readonly id: string;
  /** Folded only when an entry has all the words, which few have. */
  readonly key: () => string;
  /** Its other plain words. */
  readonly words: readonly string[];
}

/**
 * Returns a quick test of an entry's text: the indexes of the papers that it may be, because their id or
 * title is in it. Most entries match none and need not be parsed; most have no plain word of any title and
 * are not even folded.
 */
export function createCitedFinder(papers: readonly WantedPaper[]): (text: string) => readonly number[] {
  /** By the longest plain word of their titles, since fewest texts have it; papers on one subject share it. */
  const byWord = new Map<string, Sought[]>();
  for (const [at, { id, title }] of papers.entries()) {
    let key: string | undefined;
    const [longest = '', ...words] = plainWords(title).toSorted((a, b) => b.length - a.length);
    const sought = { at, id: id.toLowerCase(), key: () => (key ??= titleKey(title)), words };
    byWord.set(longest, [...(byWord.get(longest) ?? []), sought]);
  }
  const groups = [...byWord];
  const all = [...byWord.values()].flat();
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    const found: number[] = [];
    if (ID_DIGITS.test(lower)) for (const { at, id } of all) if (lower.includes(id)) found.push(at);
    let key: string | undefined;
    for (const [longest, group] of groups) {
      if (!lower.includes(longest)) continue;
      for (const paper of group) {
        if (found.includes(paper.at) || !paper.words.every((word) => lower.includes(word))) continue;
        if (paper.key().length < SHORTEST_TITLE) continue;
        key ??= titleKey(text);
        if (key.includes(paper.key())) found.push(paper.at);
      }
    }
    return found;
  };
}

/**
 * Whether an entry may be a paper, as far as the page shows: it prints the same id, or the same title and no
 * id.
 */
export const mayBeOf = (entry: Recognisable, { id, title }: WantedPaper): boolean =>
  entry.paperId === undefined
    ? titleKey(entry.title ?? '') === titleKey(title) && entry.title !== undefined
    : entry.paperId === id;

/** Whether an entry is a paper: by the printed id, or by title, year and author; never by the title alone. */
export const isEntryOf = (entry: Recognisable, row: PaperRow): boolean =>
  mayBeOf(entry, row) && (entry.paperId !== undefined || isSameWork(entry, row));

/**
 * The table or figure to name among the places that cite a work: the first table, otherwise the first figure;
 * empty if there is none.
 */
export const floatAmong = (places: readonly string[]): string =>
  places.find((place) => /^table\s/i.test(place)) ?? places.find((place) => /^fig/i.test(place)) ?? '';

/**
 * Factors for the nearness of a related paper that is cited, and of one that a table compares with the paper.
 */
const CITED = 1.5;
const IN_TABLE = 2;

/**
 * Related papers with those that the page cites moved up, which is their first reason. `floats` are tables or
 * figures by paper.
 */
export function raiseCited(
  rows: readonly RelatedRow[],
  floats: ReadonlyMap<PaperId, string>,
): readonly RelatedRow[] {
  const raised = rows.map((row): RelatedRow => {
    const float = floats.get(row.id);
    if (float === undefined) return row;
    const reason: Reason =
      float === ''
        ? { form: 'cited', names: [], text: 'cited here' }
        : { form: 'citedIn', names: [[float]], text: `cited here, ${float}` };
    const factor = /^table\s/i.test(float) ? IN_TABLE : CITED;
    return { ...row, score: row.score * factor, reasons: [reason, ...row.reasons] };
  });
  return raised.toSorted((a, b) => b.score - a.score);
}
