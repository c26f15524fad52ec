/**
 * Reads the tags of a paper from its title and abstract and, if these name no task, from its arXiv
 * categories.
 */
import { FACETS, type Facet, type PaperText, type TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';
import { wordsOf, type PaperWords } from '../word-list';
import { findForms, type Judge, type LocatedTag } from './match';
import { createMatcher, evened, IN_TITLE, isScan, MEDICINE, type Matcher } from './matcher';
import { isAbsent, isContrast } from './mention';
import { isBeforeOwnWork, isListed, isOfOtherWorks } from './other-works';
import { isOfImages } from './with-images';

/** Built once for each taxonomy, since a listing reads hundreds of papers with the same one. */
const matchers = new WeakMap<readonly TagDefinition[], Matcher>();

function matcherOf(taxonomy: readonly TagDefinition[]): Matcher {
  const known = matchers.get(taxonomy);
  if (known) return known;
  const made = createMatcher(taxonomy);
  matchers.set(taxonomy, made);
  return made;
}

/** The most tags of one paper; more would not be read. */
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

/** A tag that the paper names, and its score: ten for the title, one for each mention. */
interface Scored {
  readonly located: LocatedTag;
  score: number;
  readonly tag: TagDefinition;
}

/** How many mentions the title is worth. */
const TITLED = 10;

const rank = (facet: Facet): number => FACETS.indexOf(facet);

/** What a paper names, by the matcher's ids. */
type Found = Map<string, { located: LocatedTag; score: number }>;

/**
 * The tags of `paper`, most informative first: tags of the title, then those named most often, in the order of
 * facets where counts are equal; unspecific ones last. Contribution is read separately.
 */
export function readTags(
  paper: PaperText,
  taxonomy: readonly TagDefinition[],
  words: PaperWords = wordsOf(paper),
): LocatedTag[] {
  const matcher = matcherOf(taxonomy);
  const { found, seen } = findAll(paper, matcher, words);
  const scored = settle(paper, found, seen, matcher);
  const ordered = scored.toSorted(
    (a, b) =>
      Number(hasTrait(a.tag, 'unspecific')) - Number(hasTrait(b.tag, 'unspecific')) ||
      b.score - a.score ||
      rank(a.tag.facet) - rank(b.tag.facet),
  );
  const left: Record<Facet, number> = { ...CAPS };
  const tags: LocatedTag[] = [];
  // A task named once in passing is dropped if the title, or repeated mentions, name another one; diseases
  // and organs named once are usually examples.
  const best = ordered.find(({ tag }) => isTaskItself(tag))?.score ?? 0;
  const scans = ordered.filter(({ tag }) => isScan(tag));
  const hasPictures = scans.some((scan) => scan.score > 1);
  for (const one of ordered) {
    const { tag, score, located } = one;
    if (score === 1 && (tag.facet === 'task' ? best >= SURE : WANTED_TWICE.includes(tag.facet))) continue;
    if (score === 1 && isInPassing(paper, one, hasPictures, matcher)) continue;
    if (isBackground(paper, one, scans) || isOutlook(paper, one) || isOthers(paper, one)) continue;
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

/** With a task of this score, tasks that are named once are unlikely to be the paper's. */
const SURE = 3;
/** Facets in which a single mention is not enough. */
const WANTED_TWICE: readonly Facet[] = ['anatomy', 'disease'];

/**
 * True for a task that can be the only subject of a paper: neither a whole field nor a quality of other
 * tasks.
 */
const isTaskItself = (tag: TagDefinition): boolean =>
  tag.facet === 'task' && !hasTrait(tag, 'broad') && !hasTrait(tag, 'quality');

/**
 * The task of a paper that names none: that of a method in its title, or the field of its categories, or one that
 * is named more than once. No whole field for papers on scans: that medical imaging is computer vision is no news.
 */
function wholeField(
  { categories }: PaperText,
  ordered: readonly Scored[],
  hasScans: boolean,
  matcher: Matcher,
): LocatedTag | undefined {
  for (const { tag, located } of ordered) {
    const id = located.span.text === 'title' ? matcher.standsFor.get(tag.id) : undefined;
    if (id !== undefined) return { ...located, id };
  }
  const byCategory = fromCategories(categories, matcher);
  if (byCategory)
    return hasScans && hasTrait(matcher.tags.get(byCategory.id) ?? {}, 'broad') ? undefined : byCategory;
  return hasScans
    ? undefined
    : ordered.find(({ tag, score }) => score > 1 && hasTrait(tag, 'broad'))?.located;
}

/**
 * Everything that title and abstract name, each read once, with the words whose presence other forms need.
 */
function findAll(
  paper: PaperText,
  { tree, methods }: Matcher,
  words: PaperWords,
): { readonly found: Found; readonly seen: ReadonlySet<string> } {
  const found: Found = new Map();
  const seen = new Set<string>();
  const isMeant: Judge = (text, list, at, length, id) =>
    !isAbsent(text, list, at) && !(methods.has(id) && isContrast(text, list, at, length));
  for (const text of ['title', 'abstract'] as const) {
    for (const { id, count, span } of findForms(paper[text], tree, seen, isMeant, words[text])) {
      const score = text === 'title' ? TITLED + count : count;
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

/** The tags that remain after all conditions: required words, fields, usual modalities and implied tags. */
function settle(paper: PaperText, found: Found, seen: ReadonlySet<string>, matcher: Matcher): Scored[] {
  for (const [own, { located, score }] of found) {
    const condition = matcher.conditional.get(own);
    if (!condition) continue;
    const { id, words, isVague } = condition;
    const isTitled = located.span.text === 'title';
    const isMet = (word: string): boolean => seen.has(word) || (word === IN_TITLE && isTitled);
    if (words.length > 0 && !words.some(isMet)) continue;
    if (!isVague || isTitled || score > 2 || found.has(id)) add(found, id, located, score);
  }
  takeWithImages(paper, found, matcher);
  takeUsual(paper, found, matcher);
  const stands = (tag: TagDefinition): boolean => tag.field !== 'medicine' || seen.has(MEDICINE);
  const scored = new Map<string, Scored>();
  for (const [id, { located, score }] of found) {
    const tag = matcher.tags.get(id);
    if (tag && stands(tag)) scored.set(id, { tag, located, score });
  }
  // The modality or organ follows from a named dataset or disease. Other implied tags are left out, since the
  // narrower tag says more.
  const isOrganTitled = [...scored.values()].some(
    ({ tag, located }) => tag.facet === 'anatomy' && located.span.text === 'title',
  );
  for (const { tag, located, score } of scored.values()) {
    for (const id of tag.implies ?? []) {
      const implied = matcher.tags.get(id);
      if (!implied || !stands(implied) || !['modality', 'anatomy'].includes(implied.facet)) continue;
      const known = scored.get(id);
      // OCT is usually of the eye, but not in a paper whose title is on the skin.
      if (!known && isOrganTitled && tag.facet === 'modality' && implied.facet === 'anatomy') continue;
      if (known) known.score += score;
      else scored.set(id, { tag: implied, located: { ...located, id }, score });
    }
  }
  const left = [...scored.values()];
  // "Medical images" adds nothing to "CT", and named once they are an example of what a method may be used for.
  const isNamed = left.some(({ tag }) => isScan(tag) && !hasTrait(tag, 'unspecific'));
  return left.filter(({ tag, score }) => !hasTrait(tag, 'unspecific') || (score > 1 && !isNamed));
}

function printedForm(paper: PaperText, { span }: LocatedTag): string {
  return (span.text === 'title' ? paper.title : paper.abstract).slice(span.start, span.end);
}

/** True for a form, named once, that says little of the paper. */
function isInPassing(
  paper: PaperText,
  { tag: { id }, located }: Scored,
  hasPictures: boolean,
  { faint, archives }: Matcher,
): boolean {
  const form = evened(printedForm(paper, located));
  return faint.get(id)?.has(form) === true || (hasPictures && archives.get(id)?.has(form) === true);
}

/**
 * True for background: "SAM, trained on natural images" in a paper on scans, or the modality that the title's
 * own one replaces. Named once, before the paper speaks of itself.
 */
function isBackground(paper: PaperText, { tag, located, score }: Scored, scans: readonly Scored[]): boolean {
  if (score !== 1) return false;
  const { span } = located;
  const reach = paper.abstract.length;
  if (hasTrait(tag, 'backdrop')) {
    const isEarly = span.text === 'abstract' && span.start < reach / 2;
    return isEarly || scans.some((scan) => scan.score >= 2);
  }
  const isOther = scans.some((scan) => scan.located.span.text === 'title' && scan.tag.id !== tag.id);
  return isOther && isScan(tag) && span.start < reach * 0.4;
}

/** Share of an abstract after which it usually turns to results and possible uses. */
const LATE = 0.75;
/** In characters; shorter abstracts have no such part. */
const LONG = 600;
/** Facets that such sentences name for other systems: baselines, and other possible applications. */
const OF_OTHERS: readonly Facet[] = ['method', 'anatomy', 'disease'];

/** True for "videos", to which a method "can also be applied"; not for the images on which it is tried. */
const isOtherUse = (tag: TagDefinition): boolean => hasTrait(tag, 'everyday') && !hasTrait(tag, 'backdrop');

/** True for a tag named once, in the last quarter: on labelled abstracts only four of ten such tags are right. */
const isOutlook = ({ abstract }: PaperText, { tag, located, score }: Scored): boolean =>
  score === 1 &&
  (OF_OTHERS.includes(tag.facet) || isOtherUse(tag)) &&
  located.span.text === 'abstract' &&
  located.span.start > Math.max(LONG, abstract.length) * LATE;

/**
 * True for means and videos of the works of others ("existing methods use CNNs") and data before the abstract turns to
 * its own, named once; and for what is named at most twice and listed in passing (data are listed since they are used).
 */
function isOthers({ abstract }: PaperText, { tag, located: { span }, score }: Scored): boolean {
  if (score > 2 || span.text !== 'abstract') return false;
  const isOnce = score === 1;
  if (tag.facet === 'data') return isOnce && isBeforeOwnWork(abstract, span);
  const isMeans = tag.facet === 'method' || hasTrait(tag, 'quality') || isOtherUse(tag);
  if (isOnce && isMeans && isOfOtherWorks(abstract, span)) return true;
  return isListed(abstract, span, tag.facet === 'task' || isOtherUse(tag), isOnce);
}

/** Adds the tasks that a title names by one word and a modality of images. */
function takeWithImages({ title }: PaperText, found: Found, { tags, withImages }: Matcher): void {
  let hasImages = false;
  for (const [id, { located }] of found) {
    const tag = located.span.text === 'title' ? tags.get(id) : undefined;
    if (tag && hasTrait(tag, 'words')) return;
    hasImages ||= tag !== undefined && isOfImages(tag);
  }
  if (!hasImages) return;
  for (const { id, words } of withImages) {
    const match = found.has(id) ? undefined : words.exec(title);
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].length, text: 'title' } as const;
    add(found, id, { id, span }, TITLED);
  }
}

/**
 * Adds the usual modalities if the paper names none; for a paper about texts, the one of which reports are
 * written.
 */
function takeUsual(paper: PaperText, found: Found, { tags, usual }: Matcher): void {
  const named = [...found.keys()].flatMap((id) => {
    const tag = tags.get(id);
    return tag?.facet === 'modality' && !hasTrait(tag, 'everyday') && !hasTrait(tag, 'unspecific')
      ? [tag]
      : [];
  });
  if (named.some(isScan)) return;
  for (const [own, { located, score }] of found) {
    const id = usual.get(own);
    if (id === undefined || (named.length > 0 && !/report/i.test(printedForm(paper, located)))) continue;
    add(found, id, located, score);
  }
}

/**
 * The tag of the first category that stands for a task of the taxonomy; its span is the index in the list of
 * categories. Undefined if there is none.
 */
function fromCategories(categories: readonly string[], { standsFor }: Matcher): LocatedTag | undefined {
  const start = categories.findIndex((category) => standsFor.has(category));
  const id = standsFor.get(categories[start] ?? '');
  return id === undefined ? undefined : { id, span: { start, end: start + 1, text: 'categories' } };
}
