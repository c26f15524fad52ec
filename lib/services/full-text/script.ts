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
import { answerReferences } from './reference-answers';

/** Runs until the signal aborts. */
export function runFullTextScript({ signal }: StageLife): void {
  const reader = fullTextOf(pageOf(location.href));
  if (!reader || signal.aborted) return;
  const references = readPageReferences(document, reader.references, { signal });
  handleMessages(FULL_TEXT, { ...answerReferences(references, signal) }, signal);
}
