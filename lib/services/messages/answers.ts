/**
 * Shapes of what the script on a page answers, and the questions to it as
 * plain functions. For extension pages and the background: none of this
 * belongs into the page script.
 */
import { isRecord } from '@/lib/domain/is-record';
import { hasFlag, isPageChange, type Guard } from './guards';
import { askPage, type PageReport } from './index';

const isOptionalText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isOptionalTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const isPageReport: Guard<PageReport> = (value): value is PageReport => {
  if (!isPageChange(value) || !isRecord(value) || typeof value['confirmed'] !== 'boolean') return false;
  const facts = value['facts'];
  return (
    isRecord(facts) &&
    ['paperId', 'title', 'abstract', 'published', 'doi', 'comments'].every((key) =>
      isOptionalText(facts[key]),
    ) &&
    ['authors', 'categories', 'links'].every((key) => isOptionalTexts(facts[key])) &&
    (facts['version'] === undefined || Number.isSafeInteger(facts['version'])) &&
    (facts['withdrawn'] === undefined || typeof facts['withdrawn'] === 'boolean')
  );
};

/** What stands on a tab's page; `undefined` where no script of ours lives there. */
export const readFactsOfTab = (tabId: number): Promise<PageReport | undefined> =>
  askPage(tabId, 'readFacts', undefined, isPageReport);

/** Marks an anchor's words on the page; `undefined` where no script of ours lives there. */
export const showOnPage = (tabId: number, anchor: string): Promise<{ readonly found: boolean } | undefined> =>
  askPage(tabId, 'showOnPage', { anchor }, hasFlag('found'));

/** Ends what `showOnPage` began. */
export const backFromPage = (tabId: number): Promise<{ readonly done: boolean } | undefined> =>
  askPage(tabId, 'backFromPage', undefined, hasFlag('done'));

/** Folds the tab's sidebar to its handle. */
export const closeSidebar = (tabId: number): Promise<{ readonly done: boolean } | undefined> =>
  askPage(tabId, 'closeSidebar', undefined, hasFlag('done'));

/** Opens or folds the tab's sidebar. */
export const toggleSidebar = (
  tabId: number,
  focus: boolean,
): Promise<{ readonly open: boolean } | undefined> =>
  askPage(tabId, 'toggleSidebar', { focus }, hasFlag('open'));

/** Whether the tab's page script made the frame with this nonce; false where there is no such script. */
export async function isVouchedFor(tabId: number, nonce: string): Promise<boolean> {
  const answer = await askPage(tabId, 'vouch', { nonce }, hasFlag('vouched'));
  return answer?.vouched ?? false;
}
