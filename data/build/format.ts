/** The one form in which the catalogue's source files are written: the repository's own formatting. */
import { format, resolveConfig } from 'prettier';
import type { PaperRecord } from '@/lib/domain/paper';

/** A record as its file holds it: keys in the order of `PaperRecord`, terms last but for the listing's facts. */
export async function formatRecord(record: PaperRecord): Promise<string> {
  const config = await resolveConfig('data/papers/paper.json');
  return format(JSON.stringify(record, null, 2), { ...config, parser: 'json' });
}
