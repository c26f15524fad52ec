/** Tags of a paper from title, abstract and, where they name no task, its arXiv categories. */
import { FACETS, type Facet, type PaperText, type TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';
import { wordsOf, type PaperWords } from '../word-list';
import { findForms, type Judge, type LocatedTag } from './match';
import { createMatcher, evened, isScan, MEDICINE, type Matcher } from './matcher';
import { isAbsent, isContrast } from './mention';

/** A taxonomy is read many times (a listing has hundreds of papers) and built once. */
const matchers = new WeakMap<readonly TagDefinition[], Matcher>();

function matcherOf(taxonomy: readonly TagDefinition[]): Matcher {
  const known = matchers.get(taxonomy);
  if (known) return known;
  const made = createMatcher(taxonomy);
  matchers.set(taxonomy, made);
  return made;
}

/** Nobody reads more than this. */
const MAX_TAGS = 14;
const CAPS: Readonly<Record<Facet, number>> = {
  modality: 5,
  anatomy: 3,
  disease: 3,
  task: 4,
  method: 4,
  contribution: 0,
  data: 3,
};

/** A tag that the paper names: ten for the title, one for each mention. */
interface Scored {
  readonly located: LocatedTag;
  score: number;
  readonly tag: TagDefinition;
}

const rank = (facet: Facet): number => FACETS.indexOf(facet);

/** What a paper names, by the ids of the matcher. */
type Found = Map<string, { located: LocatedTag; score: number }>;

/**
 * The tags of `paper`, most telling first: those of the title, then those said
 * most often, facets in their order where all else is equal. Contribution is
 * read apart.
 */
export function readTags(
  paper: PaperText,
  taxonomy: readonly TagDefinition[],
  words: PaperWords = wordsOf(paper),
): LocatedTag[] {
  const matcher = matcherOf(taxonomy);
  const { found, seen } = findAll(paper, matcher, words);
  const scored = settle(paper, found, seen, matcher);
  const ordered = scored.toSorted((a, b) => b.score - a.score || rank(a.tag.facet) - rank(b.tag.facet));
  const left: Record<Facet, number> = { ...CAPS };
  const tags: LocatedTag[] = [];
  // What is named once in passing is not the paper's where its title, or the same words again, name another; a
  // disease or an organ named once is an example as a rule.
  const best = ordered.find(({ tag }) => isTaskItself(tag))?.score ?? 0;
  const scans = ordered.filter(({ tag }) => isScan(tag));
  for (const one of ordered) {
    const { tag, score, located } = one;
    if (score === 1 && (tag.facet === 'task' ? best >= SURE : WANTED_TWICE.includes(tag.facet))) continue;
    if (score === 1 && matcher.faint.get(tag.id)?.has(evened(printedForm(paper, located)))) continue;
    if (isBackground(paper, one, scans, seen) || isOutlook(paper, one)) continue;
    if (left[tag.facet] <= 0 || tags.length >= MAX_TAGS || hasTrait(tag, 'broad')) continue;
    left[tag.facet] -= 1;
    tags.push(located);
  }
  if (left.task === CAPS.task) {
    const fallback = wholeField(paper, ordered, scans.length > 0, matcher);
    if (fallback) tags.push(fallback);
  }
  return tags;
}

/** So often said, a tag makes others of its facet, said once, unlikely. */
const SURE = 3;
/** Facets of which one mention says nothing. */
const WANTED_TWICE: readonly Facet[] = ['anatomy', 'disease'];

/** True of a task that a paper may be about alone: neither a whole field, nor what goes with other tasks. */
const isTaskItself = (tag: TagDefinition): boolean =>
  tag.facet === 'task' && !hasTrait(tag, 'broad') && !hasTrait(tag, 'quality');

/**
 * The field of a paper that names no task: by its categories, or as it says more than once. None where it looks at
 * scans: that medical imaging is computer vision tells nobody anything.
 */
function wholeField(
  { categories }: PaperText,
  ordered: readonly Scored[],
  hasScans: boolean,
  matcher: Matcher,
): LocatedTag | undefined {
  const byCategory = fromCategories(categories, matcher);
  const isBroad = (id: string): boolean => hasTrait(matcher.tags.get(id) ?? {}, 'broad');
  if (byCategory) return hasScans && isBroad(byCategory.id) ? undefined : byCategory;
  return hasScans
    ? undefined
    : ordered.find(({ tag, score }) => score > 1 && hasTrait(tag, 'broad'))?.located;
}

/** Everything that title and abstract name, each read once, and the words beside which forms count. */
function findAll(
  paper: PaperText,
  { tree, tags, conditional }: Matcher,
  words: PaperWords,
): { readonly found: Found; readonly seen: ReadonlySet<string> } {
  const found: Found = new Map();
  const seen = new Set<string>();
  const isMeant: Judge = (text, list, at, length, id) =>
    !isAbsent(text, list, at) &&
    (tags.get(conditional.get(id)?.id ?? id)?.facet !== 'method' || !isContrast(text, list, at, length));
  for (const text of ['title', 'abstract'] as const) {
    for (const { id, count, span } of findForms(paper[text], tree, seen, isMeant, words[text])) {
      const score = text === 'title' ? 10 + count : count;
      add(found, id, { id, span: { ...span, text } }, score);
    }
  }
  return { found, seen };
}

function add(found: Found, id: string, located: LocatedTag, score: number): void {
  const known = found.get(id);
  if (known) known.score += score;
  else found.set(id, { located: { ...located, id }, score });
}

/** The tags that stand once conditions are looked at: words beside, fields, what usually stands for what, what follows. */
function settle(paper: PaperText, found: Found, seen: ReadonlySet<string>, matcher: Matcher): Scored[] {
  for (const [own, { located, score }] of found) {
    const condition = matcher.conditional.get(own);
    if (condition?.words.some((word) => seen.has(word))) add(found, condition.id, located, score);
  }
  takeUsual(paper, found, matcher);
  const stands = (tag: TagDefinition): boolean => tag.field !== 'medicine' || seen.has(MEDICINE);
  const scored = new Map<string, Scored>();
  for (const [id, { located, score }] of found) {
    const tag = matcher.tags.get(id);
    if (tag && stands(tag)) scored.set(id, { tag, located, score });
  }
  // What a paper looks at follows from its datasets and diseases; of what else is implied, the narrower tag says all.
  for (const { tag, located, score } of scored.values()) {
    for (const id of tag.implies ?? []) {
      const implied = matcher.tags.get(id);
      if (!implied || !stands(implied) || !['modality', 'anatomy'].includes(implied.facet)) continue;
      const known = scored.get(id);
      if (known) known.score += score;
      else scored.set(id, { tag: implied, located: { ...located, id }, score });
    }
  }
  return [...scored.values()];
}

function printedForm(paper: PaperText, { span }: LocatedTag): string {
  return (span.text === 'title' ? paper.title : paper.abstract).slice(span.start, span.end);
}

/**
 * True of what sets the scene: "SAM, trained on natural images" in a paper on scans, or the modality that the
 * one of the title is better than. Said once, and before the paper comes to itself.
 */
function isBackground(
  paper: PaperText,
  { tag, located, score }: Scored,
  scans: readonly Scored[],
  seen: ReadonlySet<string>,
): boolean {
  if (score !== 1) return false;
  const { span } = located;
  const reach = paper.abstract.length;
  if (hasTrait(tag, 'backdrop')) {
    if (scans.some((scan) => scan.score >= 2)) return true;
    const isEarly = span.text === 'abstract' && span.start < reach / 2;
    return isEarly && seen.has(MEDICINE);
  }
  const isOther = scans.some((scan) => scan.located.span.text === 'title' && scan.tag.id !== tag.id);
  return isOther && scans.some((scan) => scan.tag.id === tag.id) && span.start < reach * 0.4;
}

/** Where an abstract has come to its results and what they may be good for. */
const LATE = 0.75;
/** In characters: a shorter one has no such part. */
const LONG = 600;
/** Facets that such sentences name of others: of what is compared with, and of where else it could be of use. */
const OF_OTHERS: readonly Facet[] = ['method', 'anatomy', 'disease'];

/** True of what the abstract says once, and not before its last quarter: on labelled abstracts four of ten such tags are right. */
const isOutlook = ({ abstract }: PaperText, { tag, located, score }: Scored): boolean =>
  score === 1 &&
  OF_OTHERS.includes(tag.facet) &&
  located.span.text === 'abstract' &&
  located.span.start > Math.max(LONG, abstract.length) * LATE;

/** Names the usual modalities where the paper names none; where it is about texts, those of which reports are written. */
function takeUsual(paper: PaperText, found: Found, { tags, usual }: Matcher): void {
  const named = [...found.keys()].flatMap((id) => {
    const tag = tags.get(id);
    return tag?.facet === 'modality' && !hasTrait(tag, 'everyday') ? [tag] : [];
  });
  if (named.some(isScan)) return;
  for (const [own, { located, score }] of found) {
    const id = usual.get(own);
    if (id === undefined || (named.length > 0 && !/report/i.test(printedForm(paper, located)))) continue;
    add(found, id, located, score);
  }
}

/** The first category that stands for a task of the taxonomy; the span is its place in the list. */
function fromCategories(categories: readonly string[], matcher: Matcher): LocatedTag | undefined {
  for (const [index, category] of categories.entries()) {
    const id = matcher.categories.get(category);
    if (id !== undefined) return { id, span: { start: index, end: index + 1, text: 'categories' } };
  }
  return undefined;
}
