/** Finds the task that an abstract says it is on: "we address the problem of polyp counting". */
import type { Span } from '../../paper';
import { HeadTable, mergedHeads } from '../heads';
import { countWords, listWords, startOf, type WordList } from '../word-list';
import { chunksOf } from './chunks';
import { taskOf } from './phrase';

/** A pattern in which a space stands for any white space. */
const spaced = (pattern: string, flags: string): RegExp =>
  new RegExp(pattern.replaceAll(' ', String.raw`\s`), flags);

/** Phrases after which the task stands at once. */
const CUE_PARTS: readonly string[] = [
  String.raw`\b(?:we|paper|work|study|article) (?:\w+ly )?(?:address|tackl|stud[iy]|consider|investigat|explor|solv|examin|focus(?:es)? on|introduc|propos|present|formulat|defin)\w* (?:the|an?) (?:[\w-]+ ){0,3}?(?:task|problem|challenge) of `,
  String.raw`\b(?:we|this (?:paper|work|study|article)) (?:\w+ly )?(?:address(?:es)?|tackles?|study|studies|considers?|investigates?|explores?|focus(?:es)? on) (?:the )?`,
  String.raw`\b(?:for|on|in|tackl(?:e|ing)|address(?:ing)?) the (?:[\w-]+ ){0,2}?tasks? of `,
  String.raw`\b(?:we|paper|work|study|article) (?:\w+ly )?(?:propos|present|introduc|develop|describ)\w* (?:[^\s.,;:()]+,? ){1,9}?(?:method|approach|framework|model|network|system|pipeline|algorithm|architecture|dataset|benchmark|corpus|tool|technique)s? (?:\([^)\s]*\) )?for `,
];
/** Tried only at words with which one can begin. */
const CUE = spaced(CUE_PARTS.join('|'), 'iy');
const CUE_HEADS = new HeadTable(mergedHeads(CUE_PARTS));

/** "Polyp counting is an important task in …" at the beginning of an abstract. */
const OPENING = spaced(
  String.raw`^\s*([^.:;,?!]{3,60}?) (?:(?:is|are|remains?|has (?:long )?been) (?:an?|one of the) (?:[\w-]+ (?:and |yet |but )?){0,4}?(?:task|problem|challenge|step|component|technique)s?|(?:is|are|remains?) (?:\w+ )?(?:crucial|essential|critical|vital|important|challenging|key|fundamental|central|pivotal|difficult)|plays an? \w+ role)\b`,
  'i',
);

/** In characters; enough for the longest phrase. */
const REACH = 120;
/** No abstract says so often what it is on. */
const MOST_CUES = 6;
/** In characters; the first sentence says what a paper is on. */
const BEGINNING = 300;

/** The task with which `text` begins; undefined if it begins with none, or `isWhole` and more follows. */
function taskAtStart(text: string, isWhole: boolean): Span | undefined {
  const [chunk, after] = chunksOf(text, 2);
  // An article, or none, may stand before it.
  if (!chunk || (chunk.words[0]?.start ?? 0) > 'the '.length) return undefined;
  // "The remote verification of holograms": what follows is part of it.
  const task = taskOf({ ...chunk, governor: chunk.next === 'of' ? '' : 'for' }, after);
  return task && (!isWhole || task.end >= text.length) ? task : undefined;
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The place of the task; undefined if the abstract, of these words, says none by a cue. */
export function taskInAbstract(abstract: string, words: WordList = listWords(abstract)): Span | undefined {
  const subject = OPENING.exec(abstract.slice(0, BEGINNING))?.[1];
  const first = subject === undefined ? undefined : taskAtStart(subject, true);
  if (subject !== undefined && first) return moved(first, abstract.indexOf(subject));
  let from = 0;
  let cues = 0;
  const count = countWords(words);
  for (let at = 0; at < count && cues < MOST_CUES; at += 1) {
    const start = startOf(words, at);
    if (start < from || !CUE_HEADS.isAnyAt(words, at)) continue;
    CUE.lastIndex = start;
    if (!CUE.test(abstract)) continue;
    from = CUE.lastIndex;
    cues += 1;
    const task = taskAtStart(abstract.slice(from, from + REACH), false);
    if (task) return moved(task, from);
  }
  return undefined;
}
