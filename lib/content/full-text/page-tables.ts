/** The tables of the page that the user is viewing, read row by row while the page rests. */
import { createIdleQueue } from '@/lib/dom/idle-queue';
import type { FoundTable, TableReader } from '@/lib/sites/full-texts';

/** Begins to read the tables of a document; resolves once all are read, never where the signal aborts before. */
export function readPageTables(
  root: Document,
  { findTables, findReferrals, readTableInSteps }: TableReader,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly FoundTable[]> {
  const whole = Promise.withResolvers<readonly FoundTable[]>();
  const found: FoundTable[] = [];
  const queue = createIdleQueue<() => void>(
    (step) => step(),
    () => {
      if (queue.size() === 0) whole.resolve(found);
    },
    { signal },
  );
  const addTable = (steps: ReturnType<TableReader['readTableInSteps']>): void => {
    const step = steps.next();
    if (step.done === true) found.push(step.value);
    else queue.add([() => addTable(steps)], { first: true });
  };
  queue.add([
    () => {
      const tables = findTables(root);
      const referrals = findReferrals(root);
      queue.add(tables.map((table) => () => addTable(readTableInSteps(table, referrals))));
    },
  ]);
  return whole.promise;
}
