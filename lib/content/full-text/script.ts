/**
 * The third stage of the page script: reads a full text beyond its abstract. Each subject has its own file;
 * this one combines them and answers their messages.
 */
import { readPageTheme } from '@/lib/dom/page-theme';
import { runTask } from '@/lib/shared/failures';
import { askOwn, handleMessages } from '@/lib/messages';
import { FULL_TEXT, KNOWN_PAPERS } from '@/lib/messages/full-text';
import { pageKindOfSettings, readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { watchSettingValues } from '@/lib/content/sidebar/state';
import type { StageLife } from '@/lib/messages/stages/handover';
import { readStored } from '@/lib/shared/storage';
import { SETTINGS_KEY } from '@/lib/shared/storage-keys';
import { addressOf, pageOf } from '@/lib/sites';
import { fullTextOf } from '@/lib/sites/full-texts';
import { createKnownPapers } from './known-papers';
import { readPageReferences } from './page-references';
import { createPageTables } from './page-tables';
import { createCitationCard } from './citation-card';
import type { CitationCardActions } from './citation-card/content';
import { createSubjects } from './citation-card/subjects';
import { CITATION_CARD } from './citation-card/view';
import { createPlaceMarker } from './place-marker';
import { answerReferences } from './reference-answers';
import { answerTables } from './table-answers';

/** The card's links open papers where the user's settings say. */
const linkToWith =
  (settings: Settings): CitationCardActions['linkTo'] =>
  (paperId, kind) => ({
    href: addressOf({ kind: kind === 'pdf' ? kind : pageKindOfSettings(settings), paperId }),
    target: settings.links.opens === 'new-tab' ? '_blank' : '_self',
  });

/** Runs until the signal aborts. */
export function runFullTextScript({ signal }: StageLife): void {
  const page = pageOf(location.href);
  const adapter = fullTextOf(page);
  if (!adapter || signal.aborted) return;
  for (const left of document.querySelectorAll(CITATION_CARD)) left.remove();
  const marker = createPlaceMarker(signal);
  const references = readPageReferences(document, adapter.references, { signal });
  const tables = createPageTables(document, adapter.tables, { signal });
  handleMessages(
    FULL_TEXT,
    { ...answerReferences(references, marker), ...answerTables(tables, marker) },
    signal,
  );

  const subjects = createSubjects(page.paperId, references, createKnownPapers({ signal }));
  let cardLife = new AbortController();
  const follow = (settings: Settings): void => {
    cardLife.abort();
    cardLife = new AbortController();
    if (!settings.citationCards) return;
    createCitationCard({
      references,
      subjects,
      marker,
      theme: () => (settings.theme === 'page' ? readPageTheme(document) : settings.theme),
      linkTo: linkToWith(settings),
      openPaper: (paperId) => void askOwn(KNOWN_PAPERS, 'open', { paperId, from: page.paperId }),
      signal: AbortSignal.any([signal, cardLife.signal]),
    });
  };
  watchSettingValues(follow, { signal });
  const begin = async (): Promise<void> => {
    const { [SETTINGS_KEY]: stored } = await readStored('local', [SETTINGS_KEY]);
    if (!signal.aborted) follow(readSettingValues(stored));
  };
  runTask('full text', begin());
}
