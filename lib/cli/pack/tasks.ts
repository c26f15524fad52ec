/** The messages between a build and its threads, and the format of spooled papers. */
import { isRecord } from '@/lib/domain/is-record';
import type { CompiledPaper } from './compile-record';

/** A task: lines of the input, or compiled papers as lines of `SpooledPaper`. */
export type WorkerTask =
  | { readonly kind: 'read'; readonly firstLine: number; readonly lines: readonly string[] }
  | { readonly kind: 'index'; readonly papers: readonly string[] };

/** A line that was skipped, with the reason. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
}

/** The fields of a compiled paper that the build needs in memory; the rest is in `json`. */
export interface ReadPaper {
  readonly line: number;
  readonly id: string;
  readonly published: string;
  readonly choice: number;
  /** A serialised `SpooledPaper`. */
  readonly json: string;
}

/** A paper as spooled to disk. */
export type SpooledPaper = CompiledPaper & { readonly line: number };

/** The answer to a task. */
export type WorkerAnswer =
  | { readonly kind: 'read'; readonly papers: readonly ReadPaper[]; readonly faults: readonly LineFault[] }
  | { readonly kind: 'index'; readonly bytes: Uint8Array };

/** Parses a line that the same build wrote, so only its outline is checked. */
export const readSpooled = (text: string): SpooledPaper => {
  const value: unknown = JSON.parse(text);
  if (!isSpooled(value)) throw new Error('a paper that waited on disk is damaged');
  return value;
};

const isSpooled = (value: unknown): value is SpooledPaper =>
  isRecord(value) &&
  isRecord(value['record']) &&
  Array.isArray(value['terms']) &&
  typeof value['vector'] === 'string';
