/** What can go wrong with the library in the ordinary course of things, as values. */
import { oneOf } from '@/lib/domain/guard';

/**
 * Why nothing was saved or read. `private`: the window is a private one, of which nothing is kept. `full`: the disk,
 * or what the browser grants of it, is full. `broken`: the browser does not open the database or has damaged it.
 * `away`: the background gave no answer.
 */
const LIBRARY_FAULTS = ['private', 'full', 'broken', 'away'] as const;
export type LibraryFault = (typeof LIBRARY_FAULTS)[number];

/** What came of a question to the library. A value means that it is on the disk. */
export type LibraryOutcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: LibraryFault };

/** Guard of a fault that comes in a message. */
export const isFault = oneOf(LIBRARY_FAULTS);

/** A value that is there. */
export const succeed = <Value>(value: Value): LibraryOutcome<Value> => ({ ok: true, value });

/** A failure, by its reason. */
export const fail = (reason: LibraryFault): { readonly ok: false; readonly reason: LibraryFault } => ({
  ok: false,
  reason,
});

/** The reason of an error that IndexedDB gave (https://w3c.github.io/IndexedDB/#exceptions). */
export function faultOf(error: unknown): LibraryFault {
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'broken';
}
