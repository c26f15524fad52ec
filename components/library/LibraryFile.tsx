import { useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import {
  deleteEverything,
  exportBackup,
  findInFile,
  importAll,
  type FoundInFile,
} from '../hooks/library-actions';
import { t, tCount } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { FileButton } from '../shared/FileButton';
import { Notice } from '../shared/Notice';

/** The content of a file before anything is saved. */
function FoundNotice({
  found,
  papers,
  onSave,
  onCancel,
}: {
  readonly found: FoundInFile;
  readonly papers: readonly { readonly id: PaperId }[];
  readonly onSave: () => void;
  readonly onCancel: () => void;
}) {
  if (found.kind !== 'papers')
    return (
      <Notice tone="lamp">
        {t(
          found.kind === 'damaged'
            ? 'library_fileDamaged'
            : found.kind === 'newer'
              ? 'library_fileNewer'
              : 'library_fileNothing',
        )}
      </Notice>
    );
  const known = new Set<string>(papers.map(({ id }) => id));
  const already = found.papers.filter(({ id }) => known.has(id)).length;
  return (
    <Notice icon="info">
      <p>
        {tCount('library_found', found.papers.length)}{' '}
        {already > 0 ? tCount('library_already', already) : null}{' '}
        {found.faults > 0 ? tCount('library_faults', found.faults) : null}{' '}
        {found.isBackup ? null : t('library_byId')}
      </p>
      <div className="row-actions">
        <button type="button" className="button button-primary" onClick={onSave}>
          {t('library_saveFound')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('library_cancel')}
        </button>
      </div>
    </Notice>
  );
}

/** Asks before everything is deleted: names the number of papers and offers the backup first. */
function DeleteNotice({
  count,
  onBackup,
  onDelete,
  onCancel,
}: {
  readonly count: number;
  readonly onBackup: () => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <Notice tone="danger">
      <p>{tCount('library_deleteAsk', count)}</p>
      <div className="row-actions">
        <button type="button" className="button button-primary" onClick={onBackup}>
          {t('library_deleteBackup')}
        </button>
        <button type="button" className="button button-danger" onClick={onDelete}>
          {tCount('library_deleteAll', count)}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('library_cancel')}
        </button>
      </div>
    </Notice>
  );
}

/** Exports my papers to a backup, imports a file, deletes everything. */
export function LibraryFile({
  papers,
  isWhole,
}: {
  readonly papers: readonly { readonly id: PaperId }[];
  /** Whether all papers are loaded; nothing is exported or deleted before that. */
  readonly isWhole: boolean;
}) {
  const announce = useAnnounce();
  // With no paper there is nothing to export or delete: only a file can be imported.
  const isEmpty = isWhole && papers.length === 0;
  const [found, setFound] = useState<FoundInFile>();
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<string>();
  const say = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const backUp = async (): Promise<void> => {
    const outcome = await exportBackup();
    say(outcome.ok ? tCount('library_exported', papers.length) : t(FAULT_TEXTS[outcome.reason]));
  };
  const save = async (): Promise<void> => {
    if (found?.kind !== 'papers') return;
    const outcome = await importAll(found.papers);
    setFound(undefined);
    say(outcome.ok ? tCount('library_imported', outcome.value) : t(FAULT_TEXTS[outcome.reason]));
  };
  const deleteAll = async (): Promise<void> => {
    setAsked(false);
    const outcome = await deleteEverything();
    say(outcome.ok ? t('library_deleted') : t(FAULT_TEXTS[outcome.reason]));
  };
  return (
    <>
      {isEmpty ? null : (
        <button type="button" className="button" disabled={!isWhole} onClick={() => void backUp()}>
          {t('library_exportAll')}
        </button>
      )}
      <FileButton
        label={t('library_import')}
        inputLabel={t('library_importFile')}
        onFile={(file) => void file.text().then((text) => setFound(findInFile(text)))}
      />
      {isEmpty ? null : (
        <button type="button" className="button" disabled={!isWhole} onClick={() => setAsked(true)}>
          {t('library_delete')}
        </button>
      )}
      {said || found || isAsked ? (
        <div className="library-notices">
          {said ? <Notice icon="info">{said}</Notice> : null}
          {found ? (
            <FoundNotice
              found={found}
              papers={papers}
              onSave={() => void save()}
              onCancel={() => setFound(undefined)}
            />
          ) : null}
          {isAsked ? (
            <DeleteNotice
              count={papers.length}
              onBackup={() => void backUp()}
              onDelete={() => void deleteAll()}
              onCancel={() => setAsked(false)}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
