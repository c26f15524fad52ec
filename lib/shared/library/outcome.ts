/** Expected failures of the library, as values. */
import { oneOf } from '@/lib/domain/guard';

/**
 * Why nothing was saved or read. `private`: nothing is stored in private windows. `full`: the disk, or the
 * browser's quota, is full. `broken`: the browser does not open the database or has damaged it. `away`: the
 * background did not answer.
 */
const LIBRARY_FAULTS = ['private', 'full', 'broken', 'away'] as const;
/** Why the library did not answer. */
export type LibraryFault = (typeof LIBRARY_FAULTS)[number];

/** What came of a question to the library. A value means that it is on the disk. */
export type LibraryOutcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: LibraryFault };

/** Guard for a failure in a message. */
export const isFault = oneOf(LIBRARY_FAULTS);

/** A successful result. */
export const succeed = <Value>(value: Value): LibraryOutcome<Value> => ({ ok: true, value });

/** A failure with its reason. */
export const fail = (reason: LibraryFault): { readonly ok: false; readonly reason: LibraryFault } => ({
  ok: false,
  reason,
});

/** The reason of an IndexedDB exception (https://w3c.github.io/IndexedDB/#exceptions). */
export function faultOf(error: unknown): LibraryFault {
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'broken';
}
