/** A panel's side of a full text: asks the script in the tab about its tables and citations. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isEntryOf } from '@/lib/domain/references/cited';
import type { PaperRow } from '@/lib/domain/store';
import { askTab } from '@/lib/messages';
import { FULL_TEXT } from '@/lib/messages/full-text';
import { unpackSections, unpackTable, type TableStart } from '@/lib/messages/packed-tables';
import { isFullText, type Page } from '@/lib/sites';

export { isFullText };

/** How often and how long to wait for the script, which is loaded after the panel's first render. */
const TRIES = 20;
const WAIT = 400;

/** The script's answer; undefined if there is none in some seconds, or the signal aborts. */
async function waitFor<Answer>(
  ask: () => Promise<Answer | undefined>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  for (let tried = 0; tried < TRIES && !signal.aborted; tried += 1) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
  return undefined;
}

/**
 * The tables of a tab's page, without the paragraphs of their sections; empty if it is not a full text, no script
 * answers in some seconds, or the signal aborts.
 */
export async function askTables(
  tabId: number,
  page: Page,
  signal: AbortSignal,
): Promise<readonly TableStart[]> {
  if (!isFullText(page)) return [];
  const answer = await waitFor(() => askTab(tabId, FULL_TEXT, 'readTables'), signal);
  return answer?.tables.map(unpackTable) ?? [];
}

/**
 * The paragraphs of the sections of the tables with these indexes, by index; none if the page's script answers no
 * more.
 */
export async function askSections(
  tabId: number,
  tables: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (tables.length === 0) return new Map();
  const answer = await askTab(tabId, FULL_TEXT, 'readSections', { tables });
  const sections = answer ? unpackSections(answer) : [];
  return new Map(tables.map((table, at) => [table, sections[at] ?? []]));
}

/**
 * Those papers that the full text in a tab cites, with the table or figure that cites each; empty if no
 * script answers.
 */
export async function askCited(
  tabId: number,
  rows: readonly PaperRow[],
  signal: AbortSignal,
): Promise<ReadonlyMap<PaperId, string>> {
  const papers = rows.map(({ id, title }) => ({ id, title }));
  const answer = await waitFor(() => askTab(tabId, FULL_TEXT, 'findCited', { papers }), signal);
  return new Map(
    rows.flatMap((row, at): (readonly [PaperId, string])[] => {
      const entry = answer?.entries[at];
      return entry && isEntryOf(entry, row) ? [[row.id, entry.float]] : [];
    }),
  );
}

/** A place on the page that a panel can show: a cell, or a whole table. */
export interface TablePlace {
  /** Index among the page's tables. */
  readonly table: number;
  /** Row and index in the source; absent for the whole table. */
  readonly cell?: readonly [row: number, index: number] | undefined;
}

/** Scrolls the tab's page to a place and marks it; false if it no longer exists. */
export async function showTablePlace(tabId: number, { table, cell }: TablePlace): Promise<boolean> {
  const answer = cell
    ? await askTab(tabId, FULL_TEXT, 'showCell', { table, row: cell[0], index: cell[1] })
    : await askTab(tabId, FULL_TEXT, 'showTable', { table });
  return answer?.found === true;
}

/** Removes the mark and scrolls back. */
export async function leaveTablePlace(tabId: number): Promise<void> {
  await askTab(tabId, FULL_TEXT, 'back');
}
