/** The popup's first papers from the store, for popups that cannot begin with those that ship. */
import { readFirstPapers, type FirstPapers } from '@/lib/domain/store/first-papers';
import { openStore } from '@/lib/extension/store';

/** Opens the store; undefined if that fails. */
export async function readFirstOfStore(): Promise<FirstPapers | undefined> {
  const outcome = await openStore();
  return outcome.ok ? readFirstPapers(outcome.store) : undefined;
}
