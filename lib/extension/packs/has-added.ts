import { isRecord } from '@/lib/domain/is-record';
import { readStored } from '@/lib/shared/storage';
import { ADDED_PACKS_KEY } from '@/lib/shared/storage-keys';

/** Whether any pack was added; does not open the database. */
export async function hasAddedPacks(): Promise<boolean> {
  const { [ADDED_PACKS_KEY]: noted } = await readStored('local', [ADDED_PACKS_KEY]);
  return isRecord(noted) && Array.isArray(noted['names']) && noted['names'].length > 0;
}
