import { useEffect, useRef, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import {
  cleanOwnTags,
  LONGEST_NOTE,
  type MarksChange,
  type UserMarks,
} from '@/lib/domain/library/saved-paper';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import { t } from '../hooks/texts';
import { changeSaved, useUserMarks } from '../hooks/use-user-marks';

/** How long after the last change the text is saved, in milliseconds. */
const REST = 600;

/** The change that turns the old list of tags into the new one. */
function tagChange(old: readonly string[], text: string): MarksChange {
  const tags = cleanOwnTags(text.split(','));
  return {
    addTags: tags,
    dropTags: old.filter((tag) => !tags.some((each) => each.toLowerCase() === tag.toLowerCase())),
  };
}

/**
 * Fields for own tags and a note, saved while the user types; text that cannot be saved stays in its field.
 */
function NotesForm({
  id,
  marks,
  elementId,
}: {
  readonly id: PaperId;
  readonly marks: UserMarks;
  readonly elementId: string;
}) {
  const [fault, setFault] = useState<LibraryFault>();
  const tags = useRef(marks.ownTags);
  const waiting = useRef<MarksChange>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useRef(() => {
    clearTimeout(timer.current);
    const change = waiting.current;
    if (Object.keys(change).length === 0) return;
    waiting.current = {};
    void changeSaved(id, change).then((outcome) => {
      setFault(outcome.ok ? undefined : outcome.reason);
      if (outcome.ok && change.addTags) tags.current = change.addTags;
      // Retried with the next change, or when the field loses the focus.
      if (!outcome.ok) waiting.current = { ...change, ...waiting.current };
    });
  });
  const write = (change: MarksChange) => {
    waiting.current = { ...waiting.current, ...change };
    clearTimeout(timer.current);
    timer.current = setTimeout(save.current, REST);
  };
  // Saves unsaved text before the panel closes.
  useEffect(() => {
    const saveNow = save.current;
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);
  return (
    <div className="save-notes" id={elementId}>
      <label>
        <span>{t('save_ownTags')}</span>
        <input
          type="text"
          defaultValue={marks.ownTags.join(', ')}
          placeholder={t('save_ownTagsHint')}
          onChange={({ target }) => write(tagChange(tags.current, target.value))}
          onBlur={() => save.current()}
        />
      </label>
      <label>
        <span>{t('save_note')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST_NOTE}
          defaultValue={marks.note}
          onChange={({ target }) => write({ note: target.value })}
          onBlur={() => save.current()}
        />
      </label>
      {fault === undefined ? null : <p className="failure">{t(FAULT_TEXTS[fault])}</p>}
    </div>
  );
}

/** The fields, once their content is loaded. */
export function PaperNotes({ id, elementId }: { readonly id: PaperId; readonly elementId: string }) {
  const marks = useUserMarks(id);
  return marks ? <NotesForm id={id} marks={marks} elementId={elementId} /> : null;
}
