/**
 * A saved paper as the list of my papers shows it, and many of them in columns: 20,000 are read in the time in which
 * some hundreds of whole records are. Columns are made from the records, and are never the only copy.
 */
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { foldAuthors } from '@/lib/domain/describe';
import type { FigureWords } from '@/lib/domain/describe/figure';
import { roomyFigure } from '@/lib/domain/entry/figure';
import { READING_STATUSES, type ReadingStatus } from '@/lib/domain/provenance';
import type { SavedPaper } from './saved-paper';

/** What the list shows of a saved paper, sorts by and counts; texts that are not known are empty. */
export interface SavedRow {
  readonly id: PaperId;
  readonly title: string;
  /** The first authors, and how many more there are. */
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** The one number to show; its three texts (`FigureWords`) stand one after another, parted by tabs. */
  readonly best: string;
  /** Address of the code. */
  readonly code: string;
  readonly status: ReadingStatus;
  readonly ownTags: readonly string[];
  /** Taxonomy ids, most telling first. */
  readonly tags: readonly string[];
  /** How the note begins. */
  readonly note: string;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

const COLUMNS = [
  'id',
  'title',
  'who',
  'published',
  'best',
  'code',
  'status',
  'ownTags',
  'tags',
  'note',
  'savedAt',
] as const satisfies readonly (keyof SavedRow)[];

/** By column the texts of all rows, parted by line breaks: read many times as fast as a list of texts. */
export type RowColumns = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Of what is written into columns: another where a row would show something else than before. */
export const ROWS_FORM = 1;

/** Characters of a note that are shown where the pointer rests. */
const MOST_NOTE = 300;

/** No text holds what parts texts. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const joinList = (texts: readonly string[]): string => texts.map(flat).join('\t');
const NONE: readonly string[] = [];
const splitList = (text: string | undefined): readonly string[] => (text ? text.split('\t') : NONE);

/** The row of a saved paper. */
export function rowOfSaved(paper: SavedPaper): SavedRow {
  const { id, title, authors, published = '', results, links, status, ownTags, tags, note, savedAt } = paper;
  const names = foldAuthors(authors, 2);
  const best = roomyFigure(results);
  return {
    id,
    title: flat(title),
    who: flat(names.text + (names.more > 0 ? ` +${names.more}` : '')),
    published,
    best: best ? joinList([best.before, best.value, best.after]) : '',
    code: flat(links.find(({ kind }) => kind === 'code')?.url ?? ''),
    status,
    ownTags,
    tags,
    note: flat(note.slice(0, MOST_NOTE)),
    savedAt: flat(savedAt),
  };
}

/** The number of a row, in words; undefined where it has none. */
export function figureOfRow({ best }: SavedRow): FigureWords | undefined {
  const [before = '', value = '', after = ''] = splitList(best);
  return value === '' ? undefined : { before, value, after };
}

/** Rows in columns, in their order. */
export function writeRows(rows: readonly SavedRow[]): RowColumns {
  const column = (name: keyof SavedRow): string =>
    rows
      .map((row) => {
        const value = row[name];
        return typeof value === 'string' ? value : joinList(value);
      })
      .join('\n');
  return {
    id: column('id'),
    title: column('title'),
    who: column('who'),
    published: column('published'),
    best: column('best'),
    code: column('code'),
    status: column('status'),
    ownTags: column('ownTags'),
    tags: column('tags'),
    note: column('note'),
    savedAt: column('savedAt'),
  };
}

const STATUSES: ReadonlyMap<string, ReadingStatus> = new Map(
  READING_STATUSES.map((status) => [status, status]),
);

/** The rows of columns; undefined where those are damaged: then they are made anew. */
export function readRows(columns: RowColumns): readonly SavedRow[] | undefined {
  const texts = COLUMNS.map((name) => columns[name]);
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  if (columns.id === '') return [];
  const [ids = NONE, ...others] = texts.map((text) => text.split('\n'));
  if (others.some(({ length }) => length !== ids.length)) return undefined;
  const [title, who, published, best, code, status, ownTags, tags, note, savedAt] = others;
  const rows: SavedRow[] = [];
  for (const [at, id] of ids.entries()) {
    if (!isPaperId(id)) return undefined;
    rows.push({
      id,
      title: title?.[at] ?? '',
      who: who?.[at] ?? '',
      published: published?.[at] ?? '',
      best: best?.[at] ?? '',
      code: code?.[at] ?? '',
      status: STATUSES.get(status?.[at] ?? '') ?? 'to-read',
      ownTags: splitList(ownTags?.[at]),
      tags: splitList(tags?.[at]),
      note: note?.[at] ?? '',
      savedAt: savedAt?.[at] ?? '',
    });
  }
  return rows;
}

/** Newest first, as the list begins. */
export const bySaved = (a: SavedRow, b: SavedRow): number =>
  a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0;
