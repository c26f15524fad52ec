/** Tags of a paper from title, abstract and, where they name no task, its arXiv categories. */
import { createTagger, findTags, type LocatedTag, type Tagger } from './match';
import { isFaint } from './faint';
import { IMPLIED_MODALITIES, NOT_MODALITIES, USUAL_MODALITIES } from './implied';
import { wordsOf, type PaperWords } from '../word-list';
import { FACETS, type Facet, type PaperText, type TagDefinition } from '../../paper';

interface Matcher {
  readonly tagger: Tagger;
  readonly facets: ReadonlyMap<string, Facet>;
}

/** A taxonomy is read many times (a listing has hundreds of papers) and built once. */
const matchers = new WeakMap<readonly TagDefinition[], Matcher>();

function matcherOf(taxonomy: readonly TagDefinition[]): Matcher {
  const known = matchers.get(taxonomy);
  if (known) return known;
  const tags = taxonomy.filter((tag) => tag.facet !== 'contribution');
  const made = {
    tagger: createTagger([
      ...withImplied(tags),
      ...USUAL_MODALITIES.map(({ id, forms }) => ({ ...NOTHING, id: USUAL + id, forms })),
      { ...NOTHING, forms: NOT_MODALITIES },
    ]),
    facets: new Map(taxonomy.map((tag) => [tag.id, tag.facet])),
  };
  matchers.set(taxonomy, made);
  return made;
}

/** Begins the ids under which usual modalities are found, before it is known whether the paper names another. */
const USUAL = 'usual ';

/** Takes up forms in which a modality's word means another thing, since the longer form wins; never a paper's tag. */
const NOTHING: TagDefinition = { id: '', facet: 'data', label: '', forms: [], definition: '' };

/**
 * The modalities of the taxonomy with the datasets and terms that stand for them, and with the longer forms of
 * other tags that name them: "MRI reconstruction" is a task, and on MRI.
 */
function withImplied(tags: readonly TagDefinition[]): TagDefinition[] {
  const forms = new Map<string, string[]>();
  const add = (id: string, more: readonly string[]): void =>
    void forms.set(id, [...(forms.get(id) ?? []), ...more]);
  const names = createTagger(tags.filter(({ facet }) => facet === 'modality'));
  const odd = new Set(NOT_MODALITIES);
  for (const form of tags.flatMap((tag) => (tag.facet === 'task' ? tag.forms : [])))
    if (!odd.has(form)) for (const { id } of findTags(form, names)) add(id, [form]);
  for (const { id, forms: implied } of IMPLIED_MODALITIES) add(id, implied);
  return tags.map((tag) =>
    tag.facet === 'modality' ? { ...tag, forms: [...tag.forms, ...(forms.get(tag.id) ?? [])] } : tag,
  );
}

/** More than this a reader does not read. */
const MAX_TAGS = 12;
const CAPS: Readonly<Record<Facet, number>> = {
  modality: 4,
  anatomy: 2,
  task: 4,
  method: 4,
  contribution: 0,
  data: 3,
};

/** What a paper of a category is about where its words name no task of the taxonomy. */
const CATEGORY_TASKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'cs.CV': 'computer-vision',
    'eess.IV': 'computer-vision',
    'cs.GR': 'computer-vision',
    'cs.CL': 'natural-language-processing',
    'cs.LG': 'machine-learning',
    'stat.ML': 'machine-learning',
    'cs.NE': 'machine-learning',
    'cs.AI': 'machine-learning',
    'cs.RO': 'robotics',
    'cs.IR': 'information-retrieval',
    'cs.SD': 'audio-analysis',
    'eess.AS': 'audio-analysis',
    'cs.SE': 'code-generation',
  }),
);

/** A tag that the paper names: ten for the title, one for each mention. */
interface Scored {
  readonly tag: LocatedTag;
  score: number;
  readonly facet: Facet | undefined;
}

const rank = (facet: Facet | undefined): number => FACETS.indexOf(facet ?? 'data');

/** Modalities that are not medicine's own. */
const EVERYDAY = new Set(['natural-images', 'video', 'speech']);

/** Tasks that name a whole field: said of a paper only where nothing narrower can be. */
const FIELDS = new Set(['computer-vision', 'natural-language-processing', 'machine-learning']);

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
  const { tagger, facets } = matcherOf(taxonomy);
  const scored = new Map<string, Scored>();
  for (const text of ['title', 'abstract'] as const) {
    for (const { id, count, span } of findTags(paper[text], tagger, words[text])) {
      const known = scored.get(id);
      const score = text === 'title' ? 10 + count : count;
      if (known) known.score += score;
      else scored.set(id, { tag: { id, span: { ...span, text } }, score, facet: facets.get(id) });
    }
  }
  takeUsual(paper, scored, facets);
  const ordered = [...scored.values()].toSorted((a, b) => b.score - a.score || rank(a.facet) - rank(b.facet));
  const left: Record<Facet, number> = { ...CAPS };
  const tags: LocatedTag[] = [];
  // A task named once in passing is not the paper's where its title, or the same words again, name another.
  const best = ordered.find(({ tag, facet }) => facet === 'task' && !FIELDS.has(tag.id))?.score ?? 0;
  const scans = ordered.filter(isScan);
  for (const found of ordered) {
    const { tag, score, facet } = found;
    if (facet === 'task' && score === 1 && (best >= 3 || isFaint(printedForm(paper, tag)))) continue;
    if (isBackground(paper, found, scans)) continue;
    // A table is a record of care only where the paper is about patients.
    if (tag.id === 'ehr' && isTable(paper, tag) && !ordered.some(isMedical)) continue;
    if (!facet || left[facet] <= 0 || tags.length >= MAX_TAGS || FIELDS.has(tag.id)) continue;
    left[facet] -= 1;
    tags.push(tag);
  }
  if (left.task === CAPS.task) {
    const field = ordered.find(({ tag }) => FIELDS.has(tag.id))?.tag;
    const fallback = fromCategories(paper.categories, facets) ?? field;
    if (fallback) tags.push(fallback);
  }
  return tags;
}

function printedForm(paper: PaperText, { span }: LocatedTag): string {
  return (span.text === 'title' ? paper.title : paper.abstract).slice(span.start, span.end);
}

/**
 * True of what sets the scene: "SAM, trained on natural images" in a paper on scans, or the modality that the
 * one of the title is better than. Said once, and before the paper comes to itself.
 */
function isBackground(paper: PaperText, { tag, score }: Scored, scans: readonly Scored[]): boolean {
  if (score !== 1) return false;
  const reach = paper.abstract.length;
  if (tag.id === 'natural-images') {
    if (scans.some((scan) => scan.score >= 2)) return true;
    const isEarly = tag.span.text === 'abstract' && tag.span.start < reach / 2;
    return isEarly && /^natural/i.test(printedForm(paper, tag)) && MEDICAL.test(paper.title + paper.abstract);
  }
  const isOther = scans.some((scan) => scan.tag.span.text === 'title' && scan.tag.id !== tag.id);
  return isOther && scans.some((scan) => scan.tag.id === tag.id) && tag.span.start < reach * 0.4;
}

const MEDICAL = /\bmedic(?:al|ine)\b|\bclinical/i;

function isTable(paper: PaperText, tag: LocatedTag): boolean {
  return /^tabular( data)?$/i.test(printedForm(paper, tag));
}

/** True of a part of the body, and of medicine's own modalities but the record itself. */
function isMedical({ tag: { id }, facet }: Scored): boolean {
  return facet === 'anatomy' || (facet === 'modality' && id !== 'ehr' && !EVERYDAY.has(id));
}

/** True of the modalities that are pictures or signals of a body. */
const isScan = ({ tag: { id }, facet }: Scored): boolean =>
  facet === 'modality' && !EVERYDAY.has(id) && !WRITTEN.has(id);

/** Modalities that are read, not looked at. */
const WRITTEN = new Set(['ehr', 'clinical-text']);

/** Names the usual modalities where the paper names none; where it is about texts, those of which reports are written. */
function takeUsual(paper: PaperText, scored: Map<string, Scored>, facets: ReadonlyMap<string, Facet>): void {
  const named = [...scored.values()].filter(
    ({ tag, facet }) => facet === 'modality' && !EVERYDAY.has(tag.id),
  );
  if (named.some(isScan)) return;
  for (const [found, { tag, score }] of scored) {
    const id = found.slice(USUAL.length);
    if (!found.startsWith(USUAL) || !facets.has(id)) continue;
    if (named.length > 0 && !/report/i.test(printedForm(paper, tag))) continue;
    scored.set(id, { tag: { ...tag, id }, score, facet: 'modality' });
  }
}

/** The first category that stands for a task of the taxonomy; the span is its place in the list. */
function fromCategories(
  categories: readonly string[],
  facets: ReadonlyMap<string, Facet>,
): LocatedTag | undefined {
  for (const [index, category] of categories.entries()) {
    const id = CATEGORY_TASKS.get(category);
    if (id !== undefined && facets.has(id))
      return { id, span: { start: index, end: index + 1, text: 'categories' } };
  }
  return undefined;
}
