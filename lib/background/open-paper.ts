/** Opens a paper from a full text where the settings say, and records the step on the tab's trail. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { jumpToPaper } from '@/lib/extension/navigation';
import { readSettings } from '@/lib/extension/settings';
import { pageKindOfSettings } from '@/lib/shared/settings/fields';

/** False if the text is not an id, or the asking tab is unknown. */
export async function openCitedPaper(
  { paperId, from }: { readonly paperId: string; readonly from?: string | undefined },
  tabId: number | undefined,
): Promise<{ readonly done: boolean }> {
  const id = parseArxivId(paperId)?.id;
  if (id === undefined || tabId === undefined) return { done: false };
  const { settings } = await readSettings();
  const place = settings.links.opens === 'new-tab' ? 'new-tab' : 'here';
  await jumpToPaper({ paperId: id, kind: pageKindOfSettings(settings) }, place, {
    tabId,
    paperId: parseArxivId(from ?? '')?.id,
  });
  return { done: true };
}
