/**
 * The backup of the user's own papers, one JSON file, and how it is read. The caller passes the function that reads
 * one paper. Pure. A file may be damaged or edited, so each paper in it is read separately.
 */
import { isAnything, list } from './guard';
import { isRecord } from './is-record';

/** Says what the file is, to people and to `readBackup`. */
const KIND = 'sidelight-library';
/** Raised when the form changes; older files are still read, newer ones refused. */
export const BACKUP_VERSION = 1;

/** The user's papers as they were at one moment. */
export interface Backup<Paper> {
  readonly papers: readonly Paper[];
  /** Date and time of ISO 8601, UTC. */
  readonly exportedAt: string;
}

/** A paper of the file that could not be read; the others were. `place` counts from 1. */
export interface BackupFault {
  readonly place: number;
  /** What the file calls it: an id or a title; empty where it does not say. */
  readonly name: string;
}

/** The result of reading a file: its papers, or why there are none. */
export type BackupReading<Paper> =
  | { readonly kind: 'backup'; readonly backup: Backup<Paper>; readonly faults: readonly BackupFault[] }
  /** Not a file of this kind; it may be a list or a bibliography. */
  | { readonly kind: 'other' }
  /** It says that it is a backup, and is cut off or was changed. */
  | { readonly kind: 'damaged' }
  /** Written by a later version of Sidelight. */
  | { readonly kind: 'newer'; readonly version: number };

/** The file's text, for people to read as well. */
export function formatBackup<Paper>({ papers, exportedAt }: Backup<Paper>): string {
  return `${JSON.stringify({ kind: KIND, version: BACKUP_VERSION, exportedAt, papers }, undefined, 1)}\n`;
}

const isAnyList = list(isAnything);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Any file may be chosen: one that is not JSON is not a backup.
    return undefined;
  }
}

function nameOf(value: unknown): string {
  const names = isRecord(value) ? [value['id'], value['title']] : [];
  return names.find((name) => typeof name === 'string')?.slice(0, 200) ?? '';
}

/**
 * The papers that a backup holds; those that are damaged are told, and the others read. `readPaper` makes a paper of
 * one value of the file, in this form or an older one, or undefined where it cannot.
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
