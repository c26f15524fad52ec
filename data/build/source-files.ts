/** The catalogue's source files on disk: one JSON file for each paper, written all or none. */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PaperId } from '@/lib/domain/arxiv-id';

/** File of a paper: `2407.08410.json`, `math_0309136.json`. */
export const paperFileName = (id: PaperId): string => `${id.replace('/', '_')}.json`;

/** A file as it is read and written. */
interface SourceFile {
  /** Name without its folder. */
  readonly name: string;
  readonly text: string;
}

function sourceNamesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).toSorted();
}

/** Ids of the papers in a folder, by file name only; the check compares them with the contents. */
export const paperIdsIn = (folder: string): string[] =>
  sourceNamesIn(folder).map((name) => name.slice(0, -'.json'.length).replace('_', '/'));

/** All JSON files of a folder by name; empty if the folder does not exist. */
export function readSourceFiles(folder: string): SourceFile[] {
  return sourceNamesIn(folder).map((name) => ({
    name: basename(name),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}

/**
 * Writes files so that a failure leaves the folder unchanged: everything is written to temporary files first,
 * which are renamed only when all are on disk. Throws what the file system throws.
 */
export function writeSourceFiles(folder: string, files: readonly SourceFile[]): void {
  mkdirSync(folder, { recursive: true });
  const pending = files.map(({ name, text }) => ({
    temporary: join(folder, `.${name}.new`),
    final: join(folder, name),
    text,
  }));
  try {
    for (const { temporary, text } of pending) writeFileSync(temporary, text);
    for (const { temporary, final } of pending) renameSync(temporary, final);
  } finally {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
  }
}
