/** Shape of the background's answer to a listing, checked where it arrives. */
import type { EntryLine } from '@/lib/domain/entry';
import { isRecord } from '@/lib/domain/is-record';
import { PROVENANCES, READING_STATUSES, type Marks } from '@/lib/domain/provenance';
import type { Guard } from '@/lib/services/messages/guards';

const isOptional = (value: unknown, type: 'string' | 'number'): boolean =>
  value === undefined || typeof value === type;

function isMarks(value: unknown): value is Marks {
  return (
    isRecord(value) &&
    typeof value['saved'] === 'boolean' &&
    (value['status'] === undefined || READING_STATUSES.some((one) => one === value['status']))
  );
}

function isLine(value: unknown): value is EntryLine {
  return (
    isRecord(value) &&
    PROVENANCES.some((one) => one === value['provenance']) &&
    (value['marks'] === undefined || isMarks(value['marks'])) &&
    isOptional(value['best'], 'string') &&
    typeof value['results'] === 'number' &&
    typeof value['hasCode'] === 'boolean' &&
    isOptional(value['otherVersion'], 'number') &&
    Array.isArray(value['tags']) &&
    value['tags'].every(
      (tag) => isRecord(tag) && typeof tag['id'] === 'string' && typeof tag['label'] === 'string',
    )
  );
}

/** The background's lines, in the order of the entries that were asked about. */
export const isLines: Guard<{ readonly lines: readonly (EntryLine | null)[] }> = (
  value,
): value is { readonly lines: readonly (EntryLine | null)[] } =>
  isRecord(value) &&
  Array.isArray(value['lines']) &&
  value['lines'].every((line) => line === null || isLine(line));
