/** Finds the task that a title names: "… for polyp counting", "Detecting emboli in …". */
import type { Span } from '../../paper';
import { chunksOf, type Chunk } from './chunks';
import { taskOf } from './phrase';
import { BY_MEANS_OF, MEANS, RECIPIENTS } from './words';

/** A subject after a colon, as in "Polyp counting: a survey". */
const ON_A_SUBJECT =
  /^\s*:\s*(?:an?|the)?\s*(?:\S+\s+){0,2}(?:survey|review|benchmark|overview|study|comparison|challenge|dataset|tutorial|analysis)/i;

/** True for a name of at most two words before a colon: "Spectrum matching: a unified perspective". */
const isNameBeforeColon = (title: string, { start, end }: Span): boolean =>
  start === 0 &&
  /^\s*:/.test(title.slice(end)) &&
  title.slice(0, end).split(/\s+/).length <= 2 &&
  !ON_A_SUBJECT.test(title.slice(end));

/** True if the phrase is not cut out of a longer name or number: "7.1.4 spatial audio". */
const isWhole = (title: string, { start, end }: Span): boolean =>
  /^(?:|[\s(“"'’‘—:-])$/.test(title.slice(Math.max(0, start - 1), start)) &&
  !/^[.@]\w/.test(title.slice(end));

/** Letters that make an acronym out of a phrase: "FuturE pRediction". */
const IS_PLAYED_WITH = /(?:^|\s)\p{Ll}+\p{Lu}|\p{Lu}\p{Ll}+\p{Lu}(?:\s|$)/u;

/** True for "large language models" in "citation generation for large language models". */
const isRecipient = (after: Chunk | undefined): boolean => RECIPIENTS.has(after?.words.at(-1)?.lower ?? '');

/** True for a means: "X for Y", "X accelerating Y", "X guided Y". */
const servesNext = ({ next }: Chunk, after: Chunk | undefined): boolean =>
  (next === 'for' && !isRecipient(after)) ||
  BY_MEANS_OF.has(next) ||
  (next.endsWith('ing') && !MEANS.has(next));

/** The place of the task that a title names, and the rule that found it; undefined if it names none. */
export function taskInTitle(title: string): (Span & { readonly rule: string }) | undefined {
  const chunks = chunksOf(title);
  const found = chunks.flatMap((chunk, at) => {
    const isMeans =
      MEANS.has(chunk.governor) || (chunk.governor !== 'for' && servesNext(chunk, chunks[at + 1]));
    const task = isMeans ? undefined : taskOf(chunk, chunks[at + 1]);
    if (!task || isNameBeforeColon(title, task) || !isWhole(title, task)) return [];
    return IS_PLAYED_WITH.test(title.slice(task.start, task.end)) ? [] : [{ task, governor: chunk.governor }];
  });
  return (found.find(({ governor }) => governor === 'for') ?? found[0])?.task;
}
