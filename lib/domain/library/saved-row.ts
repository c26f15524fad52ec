/**
 * A saved paper as the list of my papers shows it, and many of them in columns: 20,000 rows are read in the
 * time of some hundred whole records. Columns are derived from the records and are never the only copy.
 */
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { authorLine } from '@/lib/domain/describe';
import type { FigureWords } from '@/lib/domain/describe/figure';
import { roomyFigure } from '@/lib/domain/entry/best-result';
import { READING_STATUSES, type ReadingStatus } from '@/lib/domain/provenance';
import type { SavedPaper } from './saved-paper';

/** What the list shows of a saved paper, sorts by and counts; unknown texts are empty. */
export interface SavedRow {
  readonly id: PaperId;
  readonly title: string;
  /** The first authors, and the number of others. */
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** The one number to show: the three texts of `FigureWords`, separated by tabs. */
  readonly best: string;
  /** Address of the code. */
  readonly code: string;
  readonly status: ReadingStatus;
  readonly ownTags: readonly string[];
  /** Taxonomy ids, most informative first. */
  readonly tags: readonly string[];
  /** The beginning of the note. */
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

/**
 * By column, the texts of all rows separated by line breaks, which is read many times faster than an array of
 * texts.
 */
export type RowColumns = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Version of the columns' content, raised when a row shows something else than before. */
export const ROWS_FORM = 1;

/** How many characters of a note are shown in a tooltip. */
const MOST_NOTE = 300;

/** Removes the separators from a text. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const joinList = (texts: readonly string[]): string => texts.map(flat).join('\t');
const NONE: readonly string[] = [];
const splitList = (text: string | undefined): readonly string[] => (text ? text.split('\t') : NONE);

/** The row of a saved paper. */
export function rowOfSaved(paper: SavedPaper): SavedRow {
  const { id, title, authors, published = '', results, links, status, ownTags, tags, note, savedAt } = paper;
  const best = roomyFigure(results);
  return {
    id,
    title: flat(title),
    who: flat(authorLine(authors, 2)),
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

/** The number of a row in words; undefined if it has none. */
export function figureOfRow({ best }: SavedRow): FigureWords | undefined {
  const [before = '', value = '', after = ''] = splitList(best);
  return value === '' ? undefined : { before, value, after };
}

/** Rows as columns, in the same order. */
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

/** Returns a function for the texts of a column by place; the column is split at the first call. */
function openColumn(column: string): (at: number) => string {
  let texts: readonly string[] | undefined;
  return (at) => (texts ??= column.split('\n'))[at] ?? '';
}

type OpenColumns = Readonly<Record<Exclude<keyof SavedRow, 'id'>, (at: number) => string>>;

/** A row that looks up its texts on use, since of 20,000 rows some thirty are visible. */
class ColumnRow implements SavedRow {
  constructor(
    readonly id: PaperId,
    private readonly columns: OpenColumns,
    private readonly at: number,
  ) {}
  get title(): string {
    return this.columns.title(this.at);
  }
  get who(): string {
    return this.columns.who(this.at);
  }
  get published(): string {
    return this.columns.published(this.at);
  }
  get best(): string {
    return this.columns.best(this.at);
  }
  get code(): string {
    return this.columns.code(this.at);
  }
  get status(): ReadingStatus {
    return STATUSES.get(this.columns.status(this.at)) ?? 'to-read';
  }
  get ownTags(): readonly string[] {
    return splitList(this.columns.ownTags(this.at));
  }
  get tags(): readonly string[] {
    return splitList(this.columns.tags(this.at));
  }
  get note(): string {
    return this.columns.note(this.at);
  }
  get savedAt(): string {
    return this.columns.savedAt(this.at);
  }
}

/** Ids were checked when the rows were written; checking all of them again would double the time. */
const isWritten = (id: string): id is PaperId => id !== '';

/** The rows of columns; undefined if these are damaged, and then they are made again. */
export function readRows(columns: RowColumns): readonly SavedRow[] | undefined {
  if (!COLUMNS.every((name) => typeof columns[name] === 'string')) return undefined;
  if (columns.id === '') return [];
  const ids = columns.id.split('\n');
  if (!isPaperId(ids[0]) || !ids.every(isWritten)) return undefined;
  if (columns.savedAt.split('\n').length !== ids.length) return undefined;
  const open: OpenColumns = {
    title: openColumn(columns.title),
    who: openColumn(columns.who),
    published: openColumn(columns.published),
    best: openColumn(columns.best),
    code: openColumn(columns.code),
    status: openColumn(columns.status),
    ownTags: openColumn(columns.ownTags),
    tags: openColumn(columns.tags),
    note: openColumn(columns.note),
    savedAt: openColumn(columns.savedAt),
  };
  return ids.map((id, at) => new ColumnRow(id, open, at));
}

/** Newest first, the list's initial order. */
export const bySaved = (a: SavedRow, b: SavedRow): number =>
  a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0;
