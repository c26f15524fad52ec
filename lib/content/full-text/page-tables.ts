/** The tables of the page in view, read row by row in idle time. */
import { createIdleQueue } from '@/lib/dom/idle-queue';
import type { FoundTable, TableAdapter } from '@/lib/sites/full-texts';

/** Starts to read the tables of a document; resolves when all are read, never if the signal aborts before. */
export function readPageTables(
  root: Document,
  { findTables, findReferrals, readTableInSteps }: TableAdapter,
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
  const addTable = (steps: ReturnType<TableAdapter['readTableInSteps']>): void => {
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
