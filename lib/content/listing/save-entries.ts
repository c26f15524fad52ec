/** Saves entries of a listing and marks those that are saved, including changes in other windows. */
import { withMarks } from '@/lib/domain/entry';
import type { Marks } from '@/lib/domain/provenance';
import { runTask } from '@/lib/shared/failures';
import { FAULT_TEXTS } from '@/lib/shared/library/fault-texts';
import { watchLibrary } from '@/lib/shared/library/revision';
import { askBackground, type Theme } from '@/lib/messages';
import { withinLimits } from '@/lib/messages/limits';
import { t } from '@/lib/shared/texts';
import type { Entry, Listing } from './entries';
import { createSaveNotice } from './save-notice';

/** How many entries are asked about at once. */
const MOST_ASKED = 500;

/** The listing, and facts about its page. */
export interface EntrySavingOptions {
  readonly listing: Listing;
  readonly signal: AbortSignal;
  readonly isValid: () => boolean;
  readonly theme: () => Theme;
}

/** What a user can do with an entry's paper. */
export interface EntrySaving {
  /** Saves the entry's paper, or removes a saved one; saving it again restores status, tags and note. */
  readonly toggle: (entry: Entry) => void;
  /** Does what was asked of entries before they were read; to be called when lines arrived. */
  readonly resume: () => void;
}

/** Starts following my papers; ends when the signal aborts. */
export function createEntrySaving({ listing, signal, isValid, theme }: EntrySavingOptions): EntrySaving {
  const notice = createSaveNotice({ signal, theme });

  const mark = (entry: Entry, marks: Marks | undefined): void => {
    const { line } = entry;
    if (line === undefined) return;
    const isSame = line?.marks?.saved === marks?.saved && line?.marks?.status === marks?.status;
    if (!isSame) listing.setLine(entry, withMarks(line, marks));
  };

  const refresh = async (): Promise<void> => {
    const read = listing.entries().filter(({ line, found }) => line !== undefined && found);
    for (let at = 0; at < read.length && isValid(); at += MOST_ASKED) {
      const asked = read.slice(at, at + MOST_ASKED);
      const ids = asked.flatMap(({ found }) => (found ? [found.entry.paperId] : []));
      const answer = await askBackground('readMarks', { ids });
      if (signal.aborted || !answer) return;
      asked.forEach((entry, index) => mark(entry, answer.marks[index] ?? undefined));
    }
  };

  const setSaved = async (entry: Entry, isSaved: boolean): Promise<void> => {
    const { found, line } = entry;
    if (!found || line === undefined || !isValid()) return;
    const before = line?.marks;
    const question = { isSaved, entry: withinLimits(found.entry) };
    // Shown at once. If the service worker was stopped during the question, the second one starts it again.
    mark(entry, isSaved ? { saved: true, status: 'to-read' } : undefined);
    const answer =
      (await askBackground('saveEntry', question)) ?? (await askBackground('saveEntry', question));
    if (signal.aborted) return;
    if (!answer?.ok) {
      mark(entry, before);
      notice.say(t(FAULT_TEXTS[answer?.reason ?? 'away']));
      return;
    }
    if (isSaved) notice.say(t('save_saved'));
    else
      notice.say(t('save_removed'), {
        label: t('save_undo'),
        act: () => runTask('listing', setSaved(entry, true)),
      });
  };

  /** Entries whose star was pressed before their line arrived: whether they are saved is not known until then. */
  const waiting = new Set<Entry>();
  const toggle = (entry: Entry): void => {
    if (entry.line !== undefined) runTask('listing', setSaved(entry, entry.line?.marks === undefined));
    else if (!waiting.delete(entry)) waiting.add(entry);
  };
  const resume = (): void => {
    for (const entry of waiting) {
      if (entry.line === undefined) continue;
      waiting.delete(entry);
      toggle(entry);
    }
  };

  watchLibrary(() => runTask('listing', refresh()), { signal });
  return { toggle, resume };
}
