/** Tells the background which paper's page is open, if the user wants papers met to be remembered. */
import { isPaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { askBackground } from '@/lib/messages';
import { withinLimits } from '@/lib/messages/limits';
import { loadSidebarState } from './state';

/** Sends the facts on the page. A page without an abstract has too few. */
export async function tellOfPage(id: string | undefined, facts: PageFacts | undefined): Promise<void> {
  if (id === undefined || !isPaperId(id) || !facts?.title || !facts.abstract) return;
  const { settings } = await loadSidebarState();
  if (settings.metPapers === 'off') return;
  await askBackground('meetPage', { id, facts: withinLimits(facts) });
}
