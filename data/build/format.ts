/** Formats the catalogue's source files like the rest of the repository. */
import { format, resolveConfig } from 'prettier';
import type { PaperRecord } from '@/lib/domain/paper';

/**
 * The text of a record's file: keys in the order of `PaperRecord`, with terms and the listing's facts last.
 */
export async function formatRecord(record: PaperRecord): Promise<string> {
  const config = await resolveConfig('data/papers/paper.json');
  return format(JSON.stringify(record, null, 2), { ...config, parser: 'json' });
}
