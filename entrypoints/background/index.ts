import { defineBackground } from '#imports';
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import { updateBadges, showBadge, type PaperState } from '@/lib/background/badge';
import { handleContextMenu } from '@/lib/background/context-menu';
import { greet } from '@/lib/background/installation';
import { handleCommands } from '@/lib/background/commands';
import { ORDER_ANSWERS } from '@/lib/background/order-answers';
import { acceptConnections } from '@/lib/shared/extension-life';
import { reportUncaught } from '@/lib/shared/failures';
import { answerFrames } from '@/lib/extension/frame-answers';
import { handleMessages, passOnToFrames, type Handlers } from '@/lib/messages';
import { LIBRARY_ANSWERS, PAGE_ANSWERS } from '@/lib/background/library-answers';
import { findPapers } from '@/lib/background/find-papers';
import { openCitedPaper } from '@/lib/background/open-paper';
import { KNOWN_PAPERS } from '@/lib/messages/full-text';
import { PAGE_TEXTS } from '@/lib/messages/page-texts';
import { STAGE_LOADER } from '@/lib/messages/stages';
import { OWN } from '@/lib/messages/own-lists';
import { ADDED } from '@/lib/messages/added-packs';
import { RELATED } from '@/lib/messages/related';
import { TEXT_ANSWERS } from '@/lib/background/page-texts';
import { MEETING_ANSWERS } from '@/lib/background/remember-met';
import { ADDED_ANSWERS } from '@/lib/background/added-answers';
import { OWN_ANSWERS } from '@/lib/background/own-answers';
import { compileOwnLists, compileAfterChanges } from '@/lib/background/compile-lists';
import { isPaperSaved } from '@/lib/extension/library/read-papers';
import { listSavedMarks } from '@/lib/extension/library/saved-rows';
import { BACKGROUND, LIBRARY } from '@/lib/messages/table';
import { registerEach, type Registration } from '@/lib/background/registrations';
import { handleOmnibox } from '@/lib/background/omnibox';
import { injectStage } from '@/lib/messages/stages/fetch';
import { returnToOpenTabs } from '@/lib/background/return-to-tabs';
import { readTrail } from '@/lib/extension/trail';
import {
  compileListsHere,
  forgetStoreWhenIdle,
  holdsPaper,
  keepLittle,
  readSavedHere,
  relatePapers,
} from '@/lib/extension/store';

/** The state of a tab's paper for the toolbar button: saved, or otherwise in a pack. */
const describePaper = async (id: PaperId | undefined): Promise<PaperState> =>
  (await isPaperSaved(id)) ? 'saved' : holdsPaper(id);

const HANDLERS: Handlers<typeof BACKGROUND.messages> = {
  pageChanged: async ({ page }, { tabId }) => {
    if (tabId === undefined) return { done: false };
    await showBadge(tabId, await describePaper(page.paperId));
    return { done: true };
  },
  isHeld: async ({ paperId }, { tabId }) => {
    const id = parseArxivId(paperId)?.id;
    const steps = id === undefined || tabId === undefined ? [] : await readTrail(tabId, id);
    return { held: await holdsPaper(id), jumped: steps.length > 0 };
  },
  ...MEETING_ANSWERS,
  ...PAGE_ANSWERS,
  ...ORDER_ANSWERS,
};

const RELATED_ANSWERS: Handlers<typeof RELATED.messages> = {
  relate: ({ subject, limit }) => relatePapers(subject, limit),
};

const REFERENCES: Handlers<typeof KNOWN_PAPERS.messages> = {
  find: ({ entries }) => findPapers(entries),
  open: (paper, { tabId }) => openCitedPaper(paper, tabId),
};

/**
 * In Firefox, extension frames in pages have fewer rights than in Chromium, and page scripts cannot import
 * later stages, so the background does both for them.
 */
const FIREFOX: readonly Registration[] = [
  ['answers to frames', answerFrames],
  ['messages to frames', passOnToFrames],
  [
    'stages',
    () => handleMessages(STAGE_LOADER, { inject: ({ stage }, { tabId }) => injectStage(stage, tabId) }),
  ],
];

const CHROMIUM: readonly Registration[] = [['return to open tabs', returnToOpenTabs]];

// All listeners are registered synchronously and nothing is kept in memory, since a service worker may be
// stopped after any event
// (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle).
export default defineBackground({
  // Shares its modules with the pages, so that the code that reads abstracts ships once.
  type: 'module',
  main() {
    reportUncaught('background');
    keepLittle();
    forgetStoreWhenIdle();
    readSavedHere(listSavedMarks);
    compileListsHere(compileOwnLists);
    registerEach([
      ['welcome', greet],
      ['badges', () => updateBadges(describePaper)],
      ['commands', handleCommands],
      ['context menu', handleContextMenu],
      ['omnibox', () => handleOmnibox(import.meta.env.FIREFOX ? 'text' : 'xml')],
      ['connections', acceptConnections],
      ['messages', () => handleMessages(BACKGROUND, HANDLERS)],
      ['texts for pages', () => handleMessages(PAGE_TEXTS, TEXT_ANSWERS)],
      ['related papers', () => handleMessages(RELATED, RELATED_ANSWERS)],
      ['added packs', () => handleMessages(ADDED, ADDED_ANSWERS)],
      ['references', () => handleMessages(KNOWN_PAPERS, REFERENCES)],
      ['my papers', () => handleMessages(LIBRARY, LIBRARY_ANSWERS)],
      ['own lists', () => handleMessages(OWN, OWN_ANSWERS)],
      ['compiled lists', compileAfterChanges],
      ...(import.meta.env.FIREFOX ? FIREFOX : CHROMIUM),
    ]);
  },
});
