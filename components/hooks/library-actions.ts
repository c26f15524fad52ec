import type { PaperId } from '@/lib/domain/arxiv-id';
import type { BackupPaper, MarksChange } from '@/lib/domain/library/saved-paper';
import { copyText, type CopyOutcome } from '@/lib/pages/clipboard';
import { askToRestore, askToRemove, askToUpdate } from '@/lib/extension/library/ask';
import { deleteAllPapers, importPapers } from '@/lib/extension/library/change-papers';
import {
  backUpAll,
  findNamedPapers,
  formatPapers,
  readBackupText,
  type FormattedPapers,
  type ExportForm,
} from '@/lib/pages/export-papers';
import { fail, succeed, type LibraryOutcome } from '@/lib/shared/library/outcome';
import { isPrivate } from '@/lib/shared/private-window';
import { saveFile } from '../shared/save-file';

export { EXPORT_FORMS, type ExportForm } from '@/lib/pages/export-papers';

/** How many papers one message has at most. */
const AT_ONCE = 1000;

/** Sends many papers in several messages; stops at the first that fails. */
async function inParts(
  ids: readonly PaperId[],
  ask: (part: readonly PaperId[]) => Promise<LibraryOutcome<readonly PaperId[]>>,
): Promise<LibraryOutcome<readonly PaperId[]>> {
  const done: PaperId[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = await ask(ids.slice(at, at + AT_ONCE));
    if (!part.ok) return part;
    done.push(...part.value);
  }
  return succeed(done);
}

/** Changes the user's status, tags or notes of papers. */
export const updateAll = (ids: readonly PaperId[], change: MarksChange) =>
  inParts(ids, (part) => askToUpdate(part, change));

/** Removes papers; they can be restored for thirty days. */
export const removeAll = (ids: readonly PaperId[]) => inParts(ids, askToRemove);

/** Restores removed papers. */
export const restoreAll = (ids: readonly PaperId[]) => inParts(ids, askToRestore);

/** Deletes everything permanently. */
export const deleteEverything = async (): Promise<LibraryOutcome<undefined>> =>
  (await isPrivate()) ? fail('private') : deleteAllPapers();

function saveHandedOn(file: LibraryOutcome<FormattedPapers>): LibraryOutcome<undefined> {
  if (!file.ok) return file;
  const { text, fileName, type } = file.value;
  saveFile(new Blob([text], { type }), fileName);
  return succeed(undefined);
}

/** Saves papers to a file in one format. */
export const exportPapers = async (
  ids: readonly PaperId[],
  form: ExportForm,
  labelOf: (tag: string) => string,
): Promise<LibraryOutcome<undefined>> => saveHandedOn(await formatPapers(ids, form, labelOf));

/** Saves all that is kept to a file, which can be imported again. */
export const exportBackup = async (): Promise<LibraryOutcome<undefined>> => saveHandedOn(await backUpAll());

/** Copies papers in one format. */
export async function copyPapers(
  ids: readonly PaperId[],
  form: ExportForm,
  labelOf: (tag: string) => string,
): Promise<CopyOutcome> {
  const text = await formatPapers(ids, form, labelOf);
  return text.ok ? copyText(text.value.text) : 'refused';
}

/** Copies a text unchanged. */
export const copyPlain = (text: string): Promise<CopyOutcome> => copyText(text);

/** The content of a file before anything is saved. */
export type FoundInFile =
  | {
      readonly kind: 'papers';
      readonly papers: readonly BackupPaper[];
      readonly isBackup: boolean;
      readonly faults: number;
    }
  | { readonly kind: 'damaged' | 'newer' | 'nothing' };

/** Looks for papers in a backup, a bibliography, a list or any other text. */
export function findInFile(text: string): FoundInFile {
  const backup = readBackupText(text);
  if (backup.kind === 'damaged' || backup.kind === 'newer') return { kind: backup.kind };
  if (backup.kind === 'backup')
    return { kind: 'papers', papers: backup.backup.papers, isBackup: true, faults: backup.faults.length };
  const papers = findNamedPapers(text);
  if (papers.length === 0) return { kind: 'nothing' };
  return {
    kind: 'papers',
    papers,
    isBackup: false,
    faults: 0,
  };
}

/** Saves the papers in a file; returns how many are new. */
export async function importAll(papers: readonly BackupPaper[]): Promise<LibraryOutcome<number>> {
  if (await isPrivate()) return fail('private');
  const outcome = await importPapers(papers);
  return outcome.ok ? succeed(outcome.value.added.length) : outcome;
}
