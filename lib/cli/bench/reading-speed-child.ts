/**
 * Measures one kind of work on abstracts in a process of its own, and prints two CPU times, in milliseconds: the least
 * of some early passes over them, and of some late ones: `reading-speed-child.ts read|split FILE`. It is compiled with
 * the reader that it measures.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPaper } from '@/lib/domain/reading';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { splitSentences } from '@/lib/domain/reading/sentence';
import type { PaperText, TagDefinition } from '@/lib/domain/paper';
import { cpuOf } from './cpu-time';

/** Passes that are not counted, and those that are. */
const WARM = 2;
const COUNTED = 3;
/**
 * Passes before the late ones. In early ones up to a third of the CPU time is that of the engine's compilers, which work
 * beside the reader, and much of the rest is spent in code that they have not reached yet.
 */
const UNTIL_COMPILED = 12;

const [what = '', file = ''] = process.argv.slice(2);
const { papers, tags } = z
  .object({ papers: z.array(z.custom<PaperText>()), tags: z.array(z.custom<TagDefinition>()) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const pass = (): void => {
  if (what === 'read') for (const paper of papers) readPaper(paper, tags);
  else for (const { abstract } of papers) splitSentences(cleanText(abstract).text);
};

const leastAfter = (uncounted: number): number => {
  for (let warm = 0; warm < uncounted; warm += 1) pass();
  return Math.min(...Array.from({ length: COUNTED }, () => cpuOf(pass)));
};

const early = leastAfter(WARM);
console.log(JSON.stringify([early, leastAfter(UNTIL_COMPILED - WARM - COUNTED)]));
