/** Formats saved papers for export: as citations, tables, notes or a whole backup. */
import { formatBackup, readBackup as readBackupFile, type BackupReading } from '@/lib/domain/backup';
import type { ExportedPaper } from '@/lib/domain/cite/exported';
import { CITATION_FORMS, formatCitations } from '@/lib/domain/cite/many';
import { formatNote } from '@/lib/domain/cite/note';
import { formatTable } from '@/lib/domain/cite/table';
import { readTerms, unreadPaper } from '@/lib/domain/library/known-paper';
import {
  readSavedPaper,
  savePaper,
  type BackupPaper,
  type SavedPaper,
} from '@/lib/domain/library/saved-paper';
import { isRecord } from '@/lib/domain/is-record';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { succeed } from '@/lib/shared/library/outcome';
import { readBackup, readSavedByIds } from '@/lib/extension/library/read-papers';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { findMentions } from '@/lib/sites/mentions';

/** The formats of exported papers, in the order in which they are offered. */
export const EXPORT_FORMS = [...CITATION_FORMS, 'notes', 'csv', 'tsv', 'backup'] as const;
/** One of these formats. */
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Names and media types of the files. */
const FILES: Readonly<Record<ExportForm, readonly [extension: string, type: string]>> = {
  bibtex: ['bib', 'application/x-bibtex'],
  ris: ['ris', 'application/x-research-info-systems'],
  csl: ['csl.json', 'application/vnd.citationstyles.csl+json'],
  markdown: ['md', 'text/markdown'],
  notes: ['notes.md', 'text/markdown'],
  csv: ['csv', 'text/csv'],
  tsv: ['tsv', 'text/tab-separated-values'],
  backup: ['json', 'application/json'],
};

/** A text to save as a file, or to copy. */
export interface FormattedPapers {
  readonly text: string;
  readonly fileName: string;
  readonly type: string;
}

/** A saved paper in the form that citations, notes and tables need; `labelOf` gives the label of a tag. */
const exportedOf = (paper: SavedPaper, labelOf: (tag: string) => string): ExportedPaper => ({
  ...paper,
  title: paper.title || paper.id,
  tags: paper.tags.map(labelOf),
});

async function formatAsBackup(ids?: readonly PaperId[]): Promise<LibraryOutcome<string>> {
  const backup = await readBackup(ids);
  if (!backup.ok) return backup;
  const { papers, unreadable } = backup.value;
  return succeed(
    formatBackup<unknown>({ papers: [...papers, ...unreadable], exportedAt: new Date().toISOString() }),
  );
}

async function formatAs(
  ids: readonly PaperId[],
  form: ExportForm,
  labelOf: (tag: string) => string,
): Promise<LibraryOutcome<string>> {
  if (form === 'backup') return formatAsBackup(ids);
  const papers = await readSavedByIds(ids);
  if (!papers.ok) return papers;
  const exported = papers.value.map((paper) => exportedOf(paper, labelOf));
  if (form === 'csv' || form === 'tsv') return succeed(formatTable(exported, form));
  if (form === 'notes') return succeed(exported.map(formatNote).join('\n'));
  return succeed(
    formatCitations(
      exported.map((paper) => ({ paper, version: paper.readVersion })),
      form,
    ),
  );
}

function nameFile(text: LibraryOutcome<string>, form: ExportForm): LibraryOutcome<FormattedPapers> {
  const [extension, type] = FILES[form];
  return text.ok ? succeed({ text: text.value, fileName: `sidelight-papers.${extension}`, type }) : text;
}

/** Saved papers as one text, read from the database, since lists do not have all facts. */
export const formatPapers = async (
  ids: readonly PaperId[],
  form: ExportForm,
  labelOf: (tag: string) => string,
): Promise<LibraryOutcome<FormattedPapers>> => nameFile(await formatAs(ids, form, labelOf), form);

/** All that is kept as a backup; records that cannot be read come last, as they are: another release may read them. */
export const backUpAll = async (): Promise<LibraryOutcome<FormattedPapers>> =>
  nameFile(await formatAsBackup(), 'backup');

/** A paper of a backup from any release. */
function readBackupPaper(value: unknown): BackupPaper | undefined {
  const paper = readSavedPaper(value);
  return paper && { ...paper, terms: isRecord(value) ? readTerms(value['terms']) : undefined };
}

/** Reads a file as a backup. */
export const readBackupText = (text: string): BackupReading<BackupPaper> =>
  readBackupFile(text, readBackupPaper);

/** The papers named in a list, a bibliography or any other text; only their ids are known. */
export function findNamedPapers(text: string): readonly BackupPaper[] {
  const now = new Date().toISOString();
  return findMentions(text).papers.map(({ paperId }) => savePaper(unreadPaper(paperId), now));
}
