/** Reads stored values, which may be anything. */
import { isRecord } from '@/lib/domain/is-record';

/** An own property of a stored value, whatever that is; inherited names do not count. */
export function memberOf(stored: unknown, name: string): unknown {
  return isRecord(stored) && Object.hasOwn(stored, name) ? stored[name] : undefined;
}
