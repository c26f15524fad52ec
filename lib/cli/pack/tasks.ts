/** What a build's threads are asked for and answer, and papers as they wait on disk between two tasks. */
import { isRecord } from '@/lib/domain/is-record';
import type { CompiledPaper } from './compile-record';

/** Lines of the input, or compiled papers as the lines of `SpooledPaper`. */
export type WorkerTask =
  | { readonly kind: 'read'; readonly firstLine: number; readonly lines: readonly string[] }
  | { readonly kind: 'index'; readonly papers: readonly string[] };

/** A line that was passed over, and why. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
}

/** What of a compiled paper the build needs at once; the rest waits in `json`. */
export interface ReadPaper {
  readonly line: number;
  readonly id: string;
  readonly published: string;
  readonly choice: number;
  /** A `SpooledPaper` as text. */
  readonly json: string;
}

/** A paper as it waits on disk. */
export type SpooledPaper = CompiledPaper & { readonly line: number };

/** What a task gives. */
export type WorkerAnswer =
  | { readonly kind: 'read'; readonly papers: readonly ReadPaper[]; readonly faults: readonly LineFault[] }
  | { readonly kind: 'index'; readonly bytes: Uint8Array };

/** A line that this build wrote itself a moment ago: only its outline is checked again. */
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
