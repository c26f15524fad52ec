/**
 * Scores the annotator against abstracts labelled by hand: the counts for every figure of a paper, and all
 * misses by kind.
 */
import { bestResult } from '@/lib/domain/entry/best-result';
import { isSure } from '@/lib/domain/entry/sureness';
import type { Located, Reading, Result, Span, TagDefinition } from '@/lib/domain/paper';
import { isSameMetric, isSameName } from './name-match';
import type { GoldPaper, GoldResult } from './reading-gold';
import { Tally, type PaperScore } from './reading-figures';
import { figuresOf } from './value-figures';

/** Whether a read number is the labelled one: its digits agree and it is inside the label's quote. */
export function isNumberOf(
  read: { readonly span: Span; readonly value: string },
  gold: GoldResult,
  abstract: string,
): boolean {
  const start = Math.max(0, abstract.indexOf(gold.quote));
  return (
    read.span.start >= start &&
    read.span.end <= start + gold.quote.length + 1 &&
    figuresOf(read.value) === figuresOf(gold.value)
  );
}

const NAMES = ['data', 'target', 'system'] as const;

/** Whether a read name is one of those labelled for `field`. */
export function isRightName(field: (typeof NAMES)[number], read: string, gold: GoldResult): boolean {
  const label = gold[field];
  const right = [...(label ? [label] : []), ...gold[`${field}Alt`]];
  return right.some((name) => isSameName(read, name));
}

/** Whether the read metric is right; reading none is right if none was labelled or the label is optional. */
export function isRightMetric(read: string | null, gold: GoldResult): boolean {
  if (read === null) return gold.metric === null || gold.metricOptional;
  const right = [...(gold.metric === null ? [] : [gold.metric]), ...gold.metricAlt];
  return right.some((name) => isSameMetric(read, name));
}

/** Scores the fields of a number that was found; true if none of them is wrong. */
function scoreFields(tally: Tally, read: Located<Result>, gold: GoldResult, about: string): boolean {
  let isRight = true;
  const check = (figure: 'metric' | 'kind' | 'role', holds: boolean, label: string | null): void => {
    tally.add(figure, holds);
    isRight &&= holds;
    if (!holds)
      tally.miss(
        figure,
        `${about}: labelled ${label ?? 'none'}, read ${read[figure] ?? 'none'} | ${gold.quote}`,
      );
  };
  check('metric', isRightMetric(read.metric, gold), gold.metric);
  check('kind', read.kind === gold.kind, gold.kind);
  check('role', read.role === gold.role, gold.role);
  for (const field of NAMES) {
    const label = gold[field];
    if (label === undefined) continue;
    const said = read[field];
    const holds = said !== undefined && isRightName(field, said, gold);
    if (said !== undefined) {
      tally.add(`${field} P`, holds);
      isRight &&= holds;
    }
    // If leaving the name out is right too, it only counts for recall when it was read.
    const isWanted = label !== null && !(gold[`${field}Optional`] && said === undefined);
    if (isWanted) tally.add(`${field} R`, holds);
    const words = `${about}: labelled ${label ?? 'none'}, read ${said ?? 'none'} | ${gold.quote}`;
    if (said !== undefined && !holds) tally.miss(`${field} wrong`, words);
    else if (isWanted && !holds) tally.miss(`${field} missed`, words);
  }
  for (const [figure, said, label] of [
    ['way', read.way, gold.way],
    ['improves', read.improves, gold.better],
    ['bounds', read.bounds, gold.bounds],
  ] as const) {
    if (label === undefined) continue;
    tally.add(figure, said === label);
    if (said !== label)
      tally.miss(figure, `${about}: labelled ${String(label)}, read ${String(said)} | ${gold.quote}`);
  }
  return isRight;
}

/** A read number, and whether nothing is wrong in what is said of it; numbers that labels leave open are none. */
export interface Line {
  readonly read: Result;
  readonly isRight: boolean;
}

function scoreResults(tally: Tally, paper: GoldPaper, reading: Reading): readonly Line[] {
  const lines: Line[] = [];
  const open = new Set(reading.results);
  const take = (gold: GoldResult): Located<Result> | undefined => {
    const match = [...open].find((read) => isNumberOf(read, gold, paper.abstract));
    if (match) open.delete(match);
    return match;
  };
  const best = bestResult(reading.results);
  let badge: boolean | undefined = best === undefined ? undefined : false;
  for (const gold of paper.results) {
    const read = take(gold);
    tally.add('results R', read !== undefined);
    if (!read) {
      tally.miss('missed', `${gold.value} | ${gold.quote}`);
      continue;
    }
    tally.add('results P', true);
    lines.push({ read, isRight: scoreFields(tally, read, gold, gold.value) });
    if (read === best)
      badge = isRightMetric(read.metric, gold) && read.kind === gold.kind && read.role === gold.role;
  }
  for (const gold of paper.resultsOptional) if (take(gold) === best) badge = undefined;
  for (const read of open) {
    const { span, value, metric } = read;
    tally.add('results P', false);
    lines.push({ read, isRight: false });
    const around = paper.abstract.slice(Math.max(0, span.start - 70), span.end + 40);
    tally.miss('spurious', `${value} [${metric ?? 'none'}] | ${around}`);
  }
  for (const { read, isRight } of lines) {
    tally.add('lines with nothing wrong', isRight);
    tally.add('shown at first', isSure(read));
    if (isSure(read)) tally.add('of these, nothing wrong', isRight);
  }
  if (badge === undefined) return lines;
  tally.add('result of the badge', badge);
  if (!badge) tally.miss('badge', `${best?.metric ?? 'none'} ${best?.value ?? ''} ${best?.kind ?? ''}`);
  return lines;
}

/** All lines that a panel would show. */
export const linesOf = (paper: GoldPaper, reading: Reading): readonly Line[] =>
  scoreResults(new Tally(), paper, reading);

/** The F1 score of two sets: twice the number of shared items over the sum of both sizes. */
function scoreSets(
  tally: Tally,
  kind: 'contribution' | 'modality',
  gold: readonly string[],
  read: readonly string[],
  neutral: readonly string[],
): void {
  const want = new Set(gold);
  const got = read.filter((one) => want.has(one) || !neutral.includes(one));
  const right = got.filter((one) => want.has(one)).length;
  tally.add(`${kind} F1`, 2 * right, want.size + got.length);
  const wrong = got.filter((one) => !want.has(one)).map((one) => `+${one}`);
  const lost = [...want].filter((one) => !got.includes(one)).map((one) => `-${one}`);
  if (wrong.length + lost.length > 0) tally.miss(kind, [...wrong, ...lost].join(' '));
}

/** Whether one of the tags has the task among its names. */
const isNamedBy = (tags: readonly TagDefinition[], task: string): boolean =>
  tags.some(({ label, forms }) => [label, ...forms].some((name) => isSameName(name, task)));

function scoreTask(
  tally: Tally,
  { tasks, title }: GoldPaper,
  reading: Reading,
  tags: readonly TagDefinition[],
): void {
  const [main] = tasks;
  if (main === undefined) return;
  const known = tags.filter(({ facet }) => facet === 'task');
  const read = known.filter((tag) => reading.tags.some(({ id }) => id === tag.id));
  const printed = reading.task?.name;
  const isPrinted = (task: string): boolean => printed !== undefined && isSameName(printed, task);
  const isMain = isNamedBy(read, main) || isPrinted(main);
  tally.add('main task by tag', isNamedBy(read, main));
  tally.add('main task', isMain);
  if (printed !== undefined) tally.add('printed task P', tasks.some(isPrinted));
  // Labels give one task at several widths ("coronary artery segmentation; vessel segmentation; image segmentation"),
  // and the guide does not order them. Our tags say such a task by facets: segmentation, and the heart.
  const all = tags.filter((tag) => reading.tags.some(({ id }) => id === tag.id));
  tally.add(
    'any labelled task',
    tasks.some((task) => isNamedBy(all, task) || isPrinted(task)),
  );
  if (!isMain)
    tally.miss(
      'task',
      `labelled ${tasks.join('; ')}, read ${read.map(({ id }) => id).join(' ')}, printed ${printed ?? 'none'} | ${title}`,
    );
}

const addressOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?|^www\./, '')
    .replace(/\/$/, '')
    .toLowerCase();

function scoreLinks(tally: Tally, paper: GoldPaper, reading: Reading): void {
  const want = new Set(paper.links.map(addressOf));
  const got = new Set(reading.links.map(({ url }) => addressOf(url)));
  for (const one of got) {
    tally.add('links P', want.has(one));
    if (!want.has(one)) tally.miss('links', `+${one}`);
  }
  for (const one of want) {
    tally.add('links R', got.has(one));
    if (!got.has(one)) tally.miss('links', `-${one}`);
  }
}

/** The modalities that the labels distinguish (`gold/GUIDE.md`); the taxonomy also has narrower ones. */
const LABELLED_MODALITIES: ReadonlySet<string> = new Set(
  `x-ray ct mri ultrasound pet mammography pathology fundus oct dermatology endoscopy microscopy ecg eeg
   clinical-text ehr video natural-images`.split(/\s+/),
);

/** Scores only the numbers, for papers without other labels. */
export function scoreNumbers(paper: GoldPaper, reading: Reading): PaperScore {
  const tally = new Tally();
  scoreResults(tally, paper, reading);
  return tally;
}

/** Scores the reading of one paper; `tags` is the taxonomy. */
export function scoreReading(paper: GoldPaper, reading: Reading, tags: readonly TagDefinition[]): PaperScore {
  const tally = new Tally();
  scoreResults(tally, paper, reading);
  scoreTask(tally, paper, reading, tags);
  scoreSets(tally, 'contribution', paper.contribution, reading.contribution, paper.contributionOptional);
  if (paper.set === 'medical') {
    scoreSets(
      tally,
      'modality',
      paper.modalities.map((name) => name.replaceAll(' ', '-')).filter((id) => id !== 'other'),
      reading.tags.map((tag) => tag.id).filter((id) => LABELLED_MODALITIES.has(id)),
      paper.modalitiesOptional.map((name) => name.replaceAll(' ', '-')),
    );
  }
  scoreLinks(tally, paper, reading);
  return tally;
}
