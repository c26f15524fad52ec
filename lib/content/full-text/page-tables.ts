/** The tables of the page in view, read row by row in idle time. */
import { inSlices } from '@/lib/dom/idle-queue';
import type { FoundTable, TableAdapter } from '@/lib/sites/full-texts';

/** The tables of a page. Nothing is read before it is asked for; nothing resolves after the signal aborts. */
export interface PageTables {
  /** All tables; read at the first call. */
  readonly readTables: () => Promise<readonly FoundTable[]>;
  /** The other paragraphs of the sections of the tables with these indexes, in their order. */
  readonly readSections: (tables: readonly number[]) => Promise<readonly (readonly string[])[]>;
}

/** Reads the sections of some tables, one in each step. */
function* readSectionsOf(
  tables: readonly (FoundTable | undefined)[],
): Generator<undefined, readonly (readonly string[])[]> {
  const sections: (readonly string[])[] = [];
  for (const table of tables) {
    sections.push(table?.source.section ?? []);
    yield undefined;
  }
  return sections;
}

/** The tables of a document. */
export function createPageTables(
  root: Document,
  { findTables, findReferrals, readTableInSteps }: TableAdapter,
  { signal }: { readonly signal: AbortSignal },
): PageTables {
  function* readAll(): Generator<undefined, readonly FoundTable[]> {
    const referrals = findReferrals(root);
    yield undefined;
    const found: FoundTable[] = [];
    for (const table of findTables(root)) found.push(yield* readTableInSteps(table, referrals));
    return found;
  }
  let whole: Promise<readonly FoundTable[]> | undefined;
  const readTables: PageTables['readTables'] = () => (whole ??= inSlices(readAll(), { signal }));
  return {
    readTables,
    readSections: async (wanted) => {
      const tables = await readTables();
      return inSlices(readSectionsOf(wanted.map((index) => tables[index])), { signal });
    },
  };
}
