import { useState } from 'react';
import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/domain/compare/limits';
import { cleanOwnTags } from '@/lib/domain/library/saved-paper';
import { READING_STATUSES } from '@/lib/domain/provenance';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { FAULT_TEXTS, STATUS_TEXTS } from '../hooks/saved-texts';
import {
  copyPapers,
  exportPapers,
  EXPORT_FORMS,
  restoreAll,
  removeAll,
  updateAll,
  type ExportForm,
} from '../hooks/library-actions';
import { t, tCount, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { Notice } from '../shared/Notice';
import { useTagLabels } from './tag-labels';

/** The label of each export format. */
const FORM_TEXTS: Readonly<Record<ExportForm, TextKey>> = {
  bibtex: 'copy_bibtex',
  ris: 'library_ris',
  csl: 'library_csl',
  markdown: 'copy_markdown',
  notes: 'library_noteForm',
  csv: 'library_csv',
  tsv: 'library_tsv',
  backup: 'library_backup',
};

/** The message after an action, and how to undo it where that is possible. */
interface Said {
  readonly text: string;
  readonly undo?: readonly PaperId[] | undefined;
}

/** Actions on the selected papers. */
export function LibraryActions({
  count,
  ids,
  isAll,
  onAll,
  onCompare,
}: {
  /** The number of listed papers, in words. */
  readonly count: string;
  /** The selected papers. */
  readonly ids: readonly PaperId[];
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
  readonly onCompare: () => void;
}) {
  const announce = useAnnounce();
  const labelOf = useTagLabels();
  const [said, setSaid] = useState<Said>();
  const [form, setForm] = useState<ExportForm>('bibtex');
  const [tag, setTag] = useState('');
  const isNone = ids.length === 0;
  const say = (next: Said): void => {
    setSaid(next);
    announce(next.text);
  };
  const run = async (work: Promise<LibraryOutcome<unknown>>, done: Said): Promise<void> => {
    const outcome = await work;
    say(outcome.ok ? done : { text: t(FAULT_TEXTS[outcome.reason]) });
  };
  const copy = async (): Promise<void> =>
    say({
      text:
        (await copyPapers(ids, form, labelOf)) === 'copied'
          ? t('copy_done', t(FORM_TEXTS[form]))
          : t('copy_refused'),
    });
  const addTag = (): void => {
    const addTags = cleanOwnTags(tag.split(','));
    if (addTags.length === 0 || isNone) return;
    setTag('');
    void run(updateAll(ids, { addTags }), { text: tCount('library_tagged', ids.length) });
  };
  return (
    <div className="library-actions">
      <label className="library-all">
        <input type="checkbox" checked={isAll} onChange={({ target }) => onAll(target.checked)} />
        {isNone ? count : t('library_chosen', ids.length, count)}
      </label>
      <fieldset className="library-doings" disabled={isNone} aria-label={t('library_actions')}>
        <select
          aria-label={t('library_setStatus')}
          value=""
          onChange={({ target }) => {
            const status = READING_STATUSES.find((each) => each === target.value);
            if (status) void run(updateAll(ids, { status }), { text: tCount('library_changed', ids.length) });
            // The select element is a menu of actions, so it is reset: Preact does not change a control whose
            // state stays the same.
            target.value = '';
          }}
        >
          <option value="">{t('library_setStatus')}</option>
          {READING_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(STATUS_TEXTS[status])}
            </option>
          ))}
        </select>
        <form
          className="library-tag"
          onSubmit={(event) => {
            event.preventDefault();
            addTag();
          }}
        >
          <input
            type="text"
            aria-label={t('library_addTag')}
            placeholder={t('library_addTag')}
            value={tag}
            onChange={({ target }) => setTag(target.value)}
          />
        </form>
        <select
          aria-label={t('library_form')}
          value={form}
          onChange={({ target }) => setForm(EXPORT_FORMS.find((each) => each === target.value) ?? form)}
        >
          {EXPORT_FORMS.map((each) => (
            <option key={each} value={each}>
              {t(FORM_TEXTS[each])}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => void copy()}>
          {t('library_copy')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void run(exportPapers(ids, form, labelOf), { text: tCount('library_exported', ids.length) })
          }
        >
          {t('library_export')}
        </button>
        <button
          type="button"
          className="button"
          disabled={ids.length < FEWEST_COMPARED || ids.length > MOST_COMPARED}
          title={t('library_compareHint', FEWEST_COMPARED, MOST_COMPARED)}
          onClick={onCompare}
        >
          {t('library_compare')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void run(removeAll(ids), { text: tCount('library_removed', ids.length), undo: ids })}
        >
          {t('library_remove')}
        </button>
      </fieldset>
      {said ? (
        <Notice icon="info">
          {said.text}{' '}
          {said.undo ? (
            <button
              type="button"
              className="more"
              onClick={() => void run(restoreAll(said.undo ?? []), { text: t('library_back') })}
            >
              {t('save_undo')}
            </button>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}
