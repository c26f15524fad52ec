/**
 * Lists of the user's own papers in compiled form: found and compared as papers of packs are. A list is compiled in
 * parts, of which later ones go before earlier ones, and its parts are joined when there is time.
 */
import { describeSubject } from '@/lib/domain/describe/subject';
import type { TagDefinition } from '@/lib/domain/paper';
import type { RelatedModel } from '@/lib/domain/related/model';
import { packNibbles } from '@/lib/domain/related/nibbles';
import { openPaperVectors, packedVector, writePaperVectors } from '@/lib/domain/related/paper-vectors';
import { stemsOf } from '@/lib/domain/related/shared';
import { levelWords } from '@/lib/domain/related/term-levels';
import { countsOf, denseVector } from '@/lib/domain/related/vectors';
import { buildSearchIndex, listIds, openSearchIndex } from '@/lib/domain/search';
import type { SearchablePaper, SearchIndex } from '@/lib/domain/search';
import { mergeIndexes } from '@/lib/domain/search/merge';
import type { KnownPaper, PaperTerms } from './known-paper';
import type { UserMarks } from './saved-paper';

/** A paper of a list: what is known of it, what the user wrote of it, and its terms. */
export interface OwnPaper {
  readonly paper: KnownPaper & Partial<Pick<UserMarks, 'ownTags' | 'note'>>;
  readonly terms?: PaperTerms | undefined;
}

/** A part of a list as it is kept. */
export interface CompiledPart {
  readonly ids: readonly string[];
  /** As `buildSearchIndex` writes it, in the order of `ids`. */
  readonly index: Uint8Array<ArrayBuffer>;
  /** As `writePaperVectors` writes them; absent without a model. */
  readonly vectors?: Uint8Array<ArrayBuffer> | undefined;
  /** The model of the vectors; 0 without one. */
  readonly model: number;
}

/** A part of a list, opened. */
export interface OpenPart extends CompiledPart {
  readonly opened: SearchIndex;
}

/** What a list is compiled with. */
export interface CompileOptions {
  readonly taxonomy: readonly TagDefinition[];
  readonly model?: RelatedModel | undefined;
}

const unique = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text): text is string => typeof text === 'string' && text !== '')),
];

/** A paper of the user's own as the search sees it: their note is searched too, as if it were of the paper's text. */
export function searchableOwn({ note = '', ownTags = [], ...paper }: OwnPaper['paper']): SearchablePaper {
  const { id, title, authors, summary, tags, categories, results, venue, published, links } = paper;
  return {
    id,
    title: title || id,
    authors:
      authors && 'names' in authors
        ? authors.names
        : authors && 'organisation' in authors
          ? [authors.organisation]
          : [],
    summary,
    tags,
    categories,
    metrics: unique(results.map(({ metric }) => metric)),
    datasets: unique(results.map(describeSubject)),
    venue: venue ?? '',
    body: [...ownTags, note].join('\n'),
    published: published ?? '',
    hasCode: links.some(({ kind }) => kind === 'code'),
    hasResults: results.length > 0,
    comments: 0,
  };
}

/** Terms that were kept count occurrences alone. */
const NO_RARITIES = { idf: () => undefined };

/** Compiles papers into one part. Some hundreds take some tenths of a second: more are compiled in several parts. */
export function compilePart(papers: readonly OwnPaper[], { taxonomy, model }: CompileOptions): CompiledPart {
  const words = papers.map(({ terms }) => countsOf(terms?.terms ?? [], NO_RARITIES));
  const searchable = papers.map(({ paper }, at): SearchablePaper => {
    const titled = new Set(stemsOf(paper.title));
    const single = (words[at] ?? []).filter(({ key }) => !key.includes(' '));
    const levelled = single.map(({ key, count }) => ({ key, count, isTitled: titled.has(key) }));
    return { ...searchableOwn(paper), terms: levelWords(levelled, model?.idf ?? NO_RARITIES.idf) };
  });
  const packed = model && words.map((each) => packNibbles(denseVector(each, model)));
  return {
    ids: papers.map(({ paper }) => paper.id),
    index: buildSearchIndex(searchable, taxonomy),
    vectors: packed && writePaperVectors(packed, model),
    model: model?.version ?? 0,
  };
}

/** Opens a part; undefined where it is damaged or of another form: then it is compiled again. Never throws. */
export function openPart(part: CompiledPart, taxonomy: readonly TagDefinition[]): OpenPart | undefined {
  const opened = openSearchIndex(part.index, listIds(part.ids), taxonomy);
  return opened.ok ? { ...part, opened: opened.index } : undefined;
}

/** A part to join, without the papers that count no more. */
export interface JoinedPart {
  readonly part: OpenPart;
  readonly without?: ReadonlySet<string> | undefined;
}

/**
 * Joins parts into one. Papers must not stand in two of them; vectors stay where all parts have those of one model.
 */
export function joinParts(parts: readonly JoinedPart[]): CompiledPart {
  const ids: string[] = [];
  const numbered = parts.map(({ part, without }) => ({
    index: part.opened,
    numbers: part.ids.map((id) => (without?.has(id) ? undefined : ids.push(id) - 1)),
  }));
  const model = parts[0]?.part.model ?? 0;
  const vectors = parts.map(({ part }) => part.vectors && openPaperVectors(part.vectors, part.ids.length));
  const [first] = vectors;
  const isWhole = first && vectors.every((each) => each?.version === model);
  const packed = vectors.flatMap((each, at) =>
    (numbered[at]?.numbers ?? []).flatMap((number, place) =>
      number === undefined || !each ? [] : [packedVector(each, place)],
    ),
  );
  return {
    ids,
    index: mergeIndexes(numbered, ids.length),
    vectors: isWhole ? writePaperVectors(packed, first) : undefined,
    model: isWhole ? model : 0,
  };
}
