/**
 * The third stage of the script on a page: what reads a full text beyond its abstract. Each subject is a file of
 * its own here; this one puts them together and answers for all.
 */
import { handleMessages } from '@/lib/services/messages';
import { FULL_TEXT } from '@/lib/services/messages/full-text';
import type { StageLife } from '@/lib/services/stages/handover';
import { pageOf } from '@/lib/sites';
import { fullTextOf } from '@/lib/sites/full-texts';
import { readPageReferences } from './page-references';
import { readPageTables } from './page-tables';
import { createPlaceMarker } from './place-marker';
import { answerReferences } from './reference-answers';
import { answerTables } from './table-answers';

/** Runs until the signal aborts. */
export function runFullTextScript({ signal }: StageLife): void {
  const reader = fullTextOf(pageOf(location.href));
  if (!reader || signal.aborted) return;
  const marker = createPlaceMarker(signal);
  const references = readPageReferences(document, reader.references, { signal });
  const tables = readPageTables(document, reader.tables, { signal });
  handleMessages(
    FULL_TEXT,
    { ...answerReferences(references, marker), ...answerTables(tables, marker) },
    signal,
  );
}
