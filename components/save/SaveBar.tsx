import { useId, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { READING_STATUSES, type Marks } from '@/lib/domain/provenance';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { FAULT_TEXTS, STATUS_TEXTS } from '../hooks/saved-texts';
import { t } from '../hooks/texts';
import { useKey } from '../hooks/use-key';
import { toggleSaved, useMarks } from '../hooks/use-marks';
import { changeSaved } from '../hooks/use-user-marks';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { PaperNotes } from './PaperNotes';
import './save.css';

/** The user's reading status of a saved paper. */
function StatusChoice({
  id,
  marks,
  onFault,
}: {
  readonly id: PaperId;
  readonly marks: Marks;
  readonly onFault: (reason: LibraryFault | undefined) => void;
}) {
  const stored = marks.status ?? 'to-read';
  return (
    <select
      className="save-status"
      aria-label={t('save_status')}
      value={stored}
      onChange={({ target }) => {
        const status = READING_STATUSES.find((each) => each === target.value);
        if (!status) return;
        void changeSaved(id, { status }).then((outcome) => {
          // Preact does not render again if the state stays the same, so the control would keep the value
          // that was not saved.
          if (!outcome.ok) target.value = stored;
          onFault(outcome.ok ? undefined : outcome.reason);
        });
      }}
    >
      {READING_STATUSES.map((status) => (
        <option key={status} value={status}>
          {t(STATUS_TEXTS[status])}
        </option>
      ))}
    </select>
  );
}

/** The keyboard shortcut S, on pages where it belongs to this paper. */
function SaveKey({ onPress }: { readonly onPress: () => void }) {
  useKey('s', onPress);
  return null;
}

/** Saves or removes a paper, and edits the user's status, tags and note. */
export function SaveBar({
  id,
  facts,
  hasKey = true,
}: {
  readonly id: PaperId;
  /** The facts on the paper's page, where available, which are saved with the paper. */
  readonly facts?: PageFacts | undefined;
  /** Whether the key S belongs to this paper. */
  readonly hasKey?: boolean;
}) {
  const announce = useAnnounce();
  const notesId = useId();
  const marks = useMarks(id);
  const [wasRemoved, setRemoved] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<LibraryFault>();
  const toggle = async () => {
    const outcome = await toggleSaved(id, facts);
    setFault(outcome.ok ? undefined : outcome.reason);
    setRemoved(outcome.ok && !outcome.isSaved);
    if (!outcome.ok) announce(t(FAULT_TEXTS[outcome.reason]));
    else announce(outcome.isSaved ? t('save_saved') : t('save_removed'));
  };
  const isSaved = marks !== undefined;
  return (
    <section className="save" aria-label={t('save_myPapers')}>
      {hasKey ? <SaveKey onPress={() => void toggle()} /> : null}
      <div className="save-bar">
        <button
          type="button"
          className={isSaved ? 'button save-button save-button-saved' : 'button save-button'}
          aria-pressed={isSaved}
          aria-keyshortcuts={hasKey ? 's' : undefined}
          title={t(isSaved ? 'save_removeHint' : 'save_saveHint')}
          onClick={() => void toggle()}
        >
          <Icon name={isSaved ? 'starred' : 'star'} />
          {t(isSaved ? 'mark_saved' : 'save_save')}
        </button>
        {marks ? (
          <>
            <StatusChoice id={id} marks={marks} onFault={setFault} />
            <button
              type="button"
              className="more"
              aria-expanded={isOpen}
              aria-controls={isOpen ? notesId : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              {t('save_notes')}
            </button>
          </>
        ) : wasRemoved ? (
          <span className="save-undo">
            {t('save_removed')}{' '}
            <button type="button" className="more" onClick={() => void toggle()}>
              {t('save_undo')}
            </button>
          </span>
        ) : null}
      </div>
      {fault === undefined ? null : <p className="failure">{t(FAULT_TEXTS[fault])}</p>}
      {isSaved && isOpen ? <PaperNotes key={id} id={id} elementId={notesId} /> : null}
    </section>
  );
}
