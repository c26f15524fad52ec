/**
 * Writes and reads the backup of the user's own papers, one JSON file. The caller passes the function that
 * reads one paper. Pure. A file may be damaged or edited, so each paper in it is read separately.
 */
import { isAnything, list } from './guard';
import { isRecord } from './is-record';

/** Identifies the file, for people and for `readBackup`. */
const KIND = 'sidelight-library';
/** Raised when the format changes; older files are still read, newer ones refused. */
export const BACKUP_VERSION = 1;

/** The user's papers at one moment. */
interface Backup<Paper> {
  readonly papers: readonly Paper[];
  /** ISO 8601, in UTC. */
  readonly exportedAt: string;
}

/** A paper in the file that could not be read. `place` counts from 1. */
interface BackupFault {
  readonly place: number;
  /** Its id or title in the file; empty if it has neither. */
  readonly name: string;
}

/** The result of reading a file: its papers, or the reason why there are none. */
export type BackupReading<Paper> =
  | { readonly kind: 'backup'; readonly backup: Backup<Paper>; readonly faults: readonly BackupFault[] }
  /** Not a backup; it may be a list of ids or a bibliography. */
  | { readonly kind: 'other' }
  /** A backup that is truncated or was damaged. */
  | { readonly kind: 'damaged' }
  /** A backup by a later version of Sidelight. */
  | { readonly kind: 'newer'; readonly version: number };

/** The file's text, indented so that people can read it. */
export function formatBackup<Paper>({ papers, exportedAt }: Backup<Paper>): string {
  return `${JSON.stringify({ kind: KIND, version: BACKUP_VERSION, exportedAt, papers }, undefined, 1)}\n`;
}

const isAnyList = list(isAnything);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The user may choose any file: one that is not JSON is not a backup.
    return undefined;
  }
}

function nameOf(value: unknown): string {
  const names = isRecord(value) ? [value['id'], value['title']] : [];
  return names.find((name) => typeof name === 'string')?.slice(0, 200) ?? '';
}

/**
 * The papers in a backup; damaged ones are listed as faults, and the others are read. `readPaper` converts
 * one value of the file, in this format or an older one, or returns undefined if it cannot.
 */
export function readBackup<Paper>(
  text: string,
  readPaper: (value: unknown) => Paper | undefined,
): BackupReading<Paper> {
  const file = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isRecord(file) || file['kind'] !== KIND) {
    return { kind: file === undefined && text.slice(0, 200).includes(`"${KIND}"`) ? 'damaged' : 'other' };
  }
  const { version, papers, exportedAt } = file;
  if (typeof version !== 'number' || version < 1 || !isAnyList(papers)) return { kind: 'damaged' };
  if (version > BACKUP_VERSION) return { kind: 'newer', version };
  const read: Paper[] = [];
  const faults: BackupFault[] = [];
  for (const [at, value] of papers.entries()) {
    const paper = readPaper(value);
    if (paper === undefined) faults.push({ place: at + 1, name: nameOf(value) });
    else read.push(paper);
  }
  const when = typeof exportedAt === 'string' ? exportedAt : '';
  return { kind: 'backup', backup: { papers: read, exportedAt: when }, faults };
}
