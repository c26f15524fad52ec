/**
 * Measures one kind of work on abstracts in a process of its own, and prints the least CPU time of some passes over
 * them, in milliseconds: `reading-speed-child.ts read|split FILE`. It is compiled with the reader that it measures.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPaper } from '@/lib/domain/reading';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { splitSentences } from '@/lib/domain/reading/sentence';
import type { PaperText, TagDefinition } from '@/lib/domain/paper';
import { cpuOf } from './cpu-time';

/** Passes that are not counted, while the engine compiles; and those that are. */
const WARM = 2;
const COUNTED = 3;

const [what = '', file = ''] = process.argv.slice(2);
const { papers, tags } = z
  .object({ papers: z.array(z.custom<PaperText>()), tags: z.array(z.custom<TagDefinition>()) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const pass = (): void => {
  if (what === 'read') for (const paper of papers) readPaper(paper, tags);
  else for (const { abstract } of papers) splitSentences(cleanText(abstract).text);
};

for (let warm = 0; warm < WARM; warm += 1) pass();
console.log(Math.min(...Array.from({ length: COUNTED }, () => cpuOf(pass))));
