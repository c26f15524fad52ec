/**
 * The part of an `annotate` answer that only full texts have: the tables, and the works in the bibliography.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { readReferences } from '@/lib/domain/references';
import { recognise } from '@/lib/domain/references/known';
import type { PaperStore } from '@/lib/domain/store';
import { readTables, type PaperTable } from '@/lib/domain/tables';
import { allHeaders } from '@/lib/domain/tables/levels';
import type { PageFacts } from '@/lib/domain/page';
import type { Direction } from '@/lib/domain/paper';
import type { Page } from '@/lib/sites';
import { fullTextOf } from '@/lib/sites/full-texts';

/** The published form of a bibliography entry; what the entry does not print is null. */
interface ReferenceAnswer {
  readonly key: string;
  readonly text: string;
  /** The printed id, otherwise that of the paper in the store with the same title. */
  readonly paperId: PaperId | null;
  readonly title: string | null;
  readonly year: number | null;
  /** The numbers of the citing sections, figures and tables, in order, one for each citation. */
  readonly citedAt: readonly string[];
}

/** The published form of a number in a table; what the table does not state is null. */
interface CellAnswer {
  /** Counted from 0, after spans are expanded. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly error: number | null;
  readonly system: string;
  readonly metric: string | null;
  readonly data: string | null;
  readonly better: Direction | null;
  readonly isOwn: boolean;
  /**
   * By comparing the numbers; null if there is nothing to compare, or it is unknown which direction is better.
   */
  readonly isBest: boolean | null;
}

/** The published form of a table. A table that cannot be read has no cells, but the reason. */
interface TableAnswer {
  readonly number: string | null;
  readonly caption: string;
  readonly isResult: boolean;
  readonly unreadable?: 'uneven' | 'too-large';
  readonly systems: 'rows' | 'columns' | null;
  /** The headers of each column and row, outermost first; empty if there are none. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly CellAnswer[];
}

/** The additional fields of a full text's answer; empty for other pages. */
export interface FullTextAnswer {
  readonly tables?: readonly TableAnswer[];
  readonly references?: readonly ReferenceAnswer[];
}

function answerTable(table: PaperTable): TableAnswer {
  const { number = null, caption } = table.source;
  if (table.kind === 'unreadable')
    return {
      number,
      caption,
      isResult: false,
      unreadable: table.fault,
      systems: null,
      columns: [],
      rows: [],
      cells: [],
    };
  const { columns, rows } = allHeaders(table.body);
  return {
    number,
    caption,
    isResult: table.kind === 'results',
    systems: table.systems,
    columns,
    rows,
    cells: table.results.map((result) => ({
      row: result.row,
      column: result.column,
      value: result.value,
      error: result.error ?? null,
      system: result.system,
      metric: result.metric ?? null,
      data: result.data ?? null,
      better: result.better ?? null,
      isOwn: result.isOwn,
      isBest: result.isBest ?? null,
    })),
  };
}

/** Reads the tables and references of a full text. */
export async function answerFullText(
  page: Page,
  root: ParentNode,
  { title = '', abstract = '' }: PageFacts,
  store: PaperStore,
): Promise<FullTextAnswer> {
  const adapter = fullTextOf(page);
  if (!adapter) return {};
  const { findTables, findReferrals, readTable } = adapter.tables;
  const referrals = findReferrals(root);
  const sources = findTables(root).map((table) => readTable(table, referrals).source);
  const { findEntries, readEntry, findCitations, readCitation } = adapter.references;
  const references = readReferences(findEntries(root).map(readEntry), findCitations(root).map(readCitation));
  return {
    tables: readTables(sources, { title, abstract }).map(answerTable),
    references: await Promise.all(
      references.map(async (reference) => ({
        key: reference.key,
        text: reference.text,
        paperId: (await recognise(reference, store)) ?? null,
        title: reference.title ?? null,
        year: reference.year ?? null,
        citedAt: reference.citedAt,
      })),
    ),
  };
}
