/**
 * What a reading's neighbours are found with, as it ships: one text asset, how
 * rare terms are on its first line, then the salient terms of each catalogue
 * paper. It is read only when a page outside the catalogue is opened. Vectors
 * come from `words.bin`, which all packs share.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Catalogue } from '@/lib/domain/catalogue';
import { isRecord } from '@/lib/domain/is-record';
import type { Neighbour, WeightedTerm } from '@/lib/domain/paper';
import type { PaperProfile, RelatedText } from '@/lib/domain/store';
import { buildRelatedIndex, findRelated, type RelatedInput } from './index';
import { MOST_RELATED } from './most';
import type { RelatedModel } from './model';
import {
  openTermStatistics,
  packKeys,
  unpackKeys,
  type TermStatisticsFile,
} from '@/lib/domain/text/term-statistics';
import { salientTerms, termKey } from '@/lib/domain/text/terms';

/** Weights are kept in thousandths. */
const STEPS = 1000;

/** Terms rarer than this, in nats, need no entry: they weigh about what an unknown term weighs. */
const RARE = 5;

/** Of each paper's terms, heaviest first; the rest weighs little and takes room. */
const MOST_TERMS = 40;

function keepTelling(file: TermStatisticsFile, papers: readonly PaperTerms[]): TermStatisticsFile {
  const held = new Set(papers.flatMap(({ terms }) => terms.map(([term]) => termKey(term))));
  const { idf } = openTermStatistics(file);
  const keys = unpackKeys(file.keys);
  const kept = keys.map((key) => held.has(key) || (idf(key) ?? RARE) < RARE);
  return {
    format: file.format,
    corpus: file.corpus,
    documents: file.documents,
    keys: packKeys(keys.filter((_, at) => kept[at])),
    idf: file.idf
      .split('')
      .filter((_, at) => kept[at])
      .join(''),
  };
}

interface PaperTerms {
  readonly id: PaperId;
  readonly terms: readonly WeightedTerm[];
}

/** One line a paper: its id, then term and weight by turns, separated by tabs (no term holds one). */
export function encodeRelatedAsset(statistics: TermStatisticsFile, papers: readonly PaperTerms[]): string {
  const kept = papers.map(({ id, terms }) => ({ id, terms: terms.slice(0, MOST_TERMS) }));
  const lines = kept.map(({ id, terms }) =>
    [id, ...terms.flatMap(([term, weight]) => [term, Math.round(weight * STEPS)])].join('\t'),
  );
  return [JSON.stringify(keepTelling(statistics, kept)), ...lines].join('\n');
}

function isStatisticsFile(value: unknown): value is TermStatisticsFile {
  return (
    isRecord(value) &&
    value['format'] === 1 &&
    typeof value['documents'] === 'number' &&
    typeof value['corpus'] === 'string' &&
    typeof value['keys'] === 'string' &&
    typeof value['idf'] === 'string'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is damaged, which the caller tells.
    return undefined;
  }
}

function decodeTerms(parts: readonly string[]): readonly WeightedTerm[] {
  const terms: WeightedTerm[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const weight = Number(parts[at + 1]) / STEPS;
    const term = parts[at];
    if (term !== undefined && Number.isFinite(weight)) terms.push([term, weight]);
  }
  return terms;
}

/** Finds the catalogue's papers near to what it does not hold; lists are empty where nothing is near. */
export interface RelatedAsset {
  /** Papers near to a text; `self` is the paper that it is of, which is left out. */
  readonly relateText: (text: RelatedText, self?: PaperId) => readonly Neighbour[];
  /** Papers near to one of another pack. */
  readonly relatePaper: (paper: PaperProfile) => readonly Neighbour[];
  /** Salient terms of a paper of the catalogue, heaviest first; undefined where it has none. */
  readonly termsOf: (id: PaperId) => readonly WeightedTerm[] | undefined;
}

/**
 * Under this likeness the nearest paper is near by chance. Chosen on 4,000 records of a public corpus
 * against a catalogue of medical imaging: 69 % of the papers on medical images reach it, 27 % of the
 * others in computer vision, 22 to 23 % of those on language, on learning and on all else.
 */
const NOTHING_NEAR = 0.13;

/** Opens the asset beside its catalogue, with the vectors of words; undefined where the text is no such asset. */
export function openRelatedAsset(
  text: string,
  catalogue: Catalogue,
  vectors: Omit<RelatedModel, 'idf'>,
): RelatedAsset | undefined {
  const [first = '', ...lines] = text.split('\n');
  const file = parseJson(first);
  if (!isStatisticsFile(file)) return undefined;
  const model: RelatedModel = { ...vectors, idf: openTermStatistics(file).idf };
  const papers = lines.flatMap((line) => {
    const [id = '', ...parts] = line.split('\t');
    const paper = catalogue.get(id);
    return paper ? [{ id: paper.id, title: paper.title, tags: paper.tags, terms: decodeTerms(parts) }] : [];
  });
  const index = buildRelatedIndex<PaperId | ''>(papers, model, (id) => catalogue.taxonomy.tag(id));
  const find = (paper: RelatedInput<PaperId | ''>): readonly Neighbour[] =>
    findRelated(index, paper, { threshold: NOTHING_NEAR, top: MOST_RELATED }).flatMap(({ id, ...rest }) =>
      id === '' ? [] : [{ id, ...rest }],
    );
  return {
    relateText: ({ title, abstract, tags }, self) =>
      find({ id: self ?? '', title, tags, terms: salientTerms(title, abstract, { idf: model.idf }) }),
    relatePaper: find,
    termsOf: (id) => papers.find((paper) => paper.id === id)?.terms,
  };
}
