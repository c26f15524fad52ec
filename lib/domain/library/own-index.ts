/**
 * The user's own papers in compiled form, so that they are searched and compared like papers of packs. A list
 * is compiled in parts, of which later ones override earlier ones; parts are merged when there is time.
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

/** A paper of a list: the facts about it, the user's tags and note, and its terms. */
export interface OwnPaper {
  readonly paper: KnownPaper & Partial<Pick<UserMarks, 'ownTags' | 'note'>>;
  readonly terms?: PaperTerms | undefined;
}

/** A part of a list as it is stored. */
export interface CompiledPart {
  readonly ids: readonly string[];
  /** As `buildSearchIndex` writes it, in the order of `ids`. */
  readonly index: Uint8Array<ArrayBuffer>;
  /** As `writePaperVectors` writes them; absent if there was no model. */
  readonly vectors?: Uint8Array<ArrayBuffer> | undefined;
  /** The version of the vectors' model; 0 without vectors. */
  readonly model: number;
}

/** An opened part of a list. */
export interface OpenPart extends CompiledPart {
  readonly opened: SearchIndex;
}

/** What compiling a list needs. */
export interface CompileOptions {
  readonly taxonomy: readonly TagDefinition[];
  readonly model?: RelatedModel | undefined;
}

const unique = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text): text is string => typeof text === 'string' && text !== '')),
];

/** A paper of the user's own for the search; the note is searched like the text of the paper. */
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

/** The weights of stored terms are only counts. */
const NO_RARITIES = { idf: () => undefined };

/**
 * Compiles papers into one part. Some hundreds take a few tenths of a second; more are compiled in several
 * parts.
 */
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

/**
 * Opens a part; undefined if it is damaged or of another format, and then it is compiled again. Never throws.
 */
export function openPart(part: CompiledPart, taxonomy: readonly TagDefinition[]): OpenPart | undefined {
  const opened = openSearchIndex(part.index, listIds(part.ids), taxonomy);
  return opened.ok ? { ...part, opened: opened.index } : undefined;
}

/** A part to merge, and the papers in it to leave out. */
interface JoinedPart {
  readonly part: OpenPart;
  readonly without?: ReadonlySet<string> | undefined;
}

/**
 * Merges parts into one. No paper may be in two of them; vectors are kept if all parts have vectors of the
 * same model.
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
