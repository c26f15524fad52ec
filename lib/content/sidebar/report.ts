/** What the script on a page tells a panel about the page. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageReport, Theme } from '@/lib/messages';
import { withinLimits } from '@/lib/messages/limits';
import { isConfirmed, readFacts, type Page } from '@/lib/sites';

/**
 * Reads the document of a page. `previousId`: the paper before it, as long as the document may still show that one; then
 * there are no facts of this one yet.
 */
export function reportPage(
  page: Page,
  { previousId, theme }: { readonly previousId: PaperId | undefined; readonly theme: Theme | undefined },
): PageReport {
  const facts = readFacts(page, document);
  if (previousId !== undefined && facts?.paperId === previousId)
    return { page, facts: {}, confirmed: true, theme };
  return { page, facts: withinLimits(facts ?? {}), confirmed: isConfirmed(page, facts), theme };
}
