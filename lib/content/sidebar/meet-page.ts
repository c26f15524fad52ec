/** Telling the background of the paper whose page is open, where the user wants papers met remembered. */
import { isPaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { askBackground } from '@/lib/messages';
import { withinLimits } from '@/lib/messages/limits';
import { loadSidebarState } from './state';

/** Tells of a paper by what its page states. A page without an abstract says too little of it. */
export async function tellOfPage(id: string | undefined, facts: PageFacts | undefined): Promise<void> {
  if (id === undefined || !isPaperId(id) || !facts?.title || !facts.abstract) return;
  const { settings } = await loadSidebarState();
  if (settings.metPapers === 'off') return;
  await askBackground('meetPage', { id, facts: withinLimits(facts) });
}
