/** Answers one request of the `annotate` command, with the code that the extension runs. */
import { JSDOM } from 'jsdom';
import {
  addPageFacts,
  annotateFromPage,
  annotateText,
  chooseAnnotation,
  type Annotation,
  type Annotator,
} from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { cslItem, formatBibtex, formatMarkdown, formatRis, type CslItem } from '@/lib/domain/cite';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { PageFacts } from '@/lib/domain/page';
import { LINK, RESULT, type Result } from '@/lib/domain/paper';
import type { Aspect } from '@/lib/domain/reading/aspect';
import { pick } from '@/lib/domain/schema';
import type { PaperStore, RelatedSubject } from '@/lib/domain/store';
import { relatedTextOf, subjectOf } from '@/lib/domain/store/subject';
import { isConfirmed, pageOf, readFacts, type Page } from '@/lib/sites';
import { findEntries } from '@/lib/sites/listings';
import { findPastedPage } from '@/lib/sites/pasted';
import { answerFullText, type FullTextAnswer } from './annotate-full-text';

/** The data and functions from which requests are answered. */
export interface AnnotateSources {
  readonly store: PaperStore;
  readonly annotator: Annotator;
  /**
   * Returns the named rules that decided each aspect of a result; undefined without `--explain`, and for
   * results annotated by hand.
   */
  readonly whyOf?: (result: Result) => Readonly<Partial<Record<Aspect, string>>> | undefined;
  /** Whether answers include citations. */
  readonly cites?: boolean | undefined;
}

/** A paper's citation in all formats. */
interface Citations {
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: CslItem;
  readonly markdown: string;
}

interface Request {
  readonly url?: string;
  /** A text as pasted into the popup. */
  readonly pasted?: string;
  readonly html?: string;
  readonly title?: string;
  readonly abstract?: string;
  readonly categories?: readonly string[];
  readonly comments?: string;
}

/** The published form of an annotation; missing facts are left out, `on` and `metric` are null if unknown. */
interface PaperAnswer {
  /** Null for plain text, which has no id. */
  readonly id: PaperId | null;
  readonly title: string;
  readonly source: 'catalogue' | 'page' | 'automatic';
  readonly summary?: string;
  readonly tags: readonly { id: string; facet: string; label: string }[];
  readonly results: readonly object[];
  readonly links: readonly object[];
  readonly related: readonly { id: string; title: string; score: number; reasons: readonly string[] }[];
}

/** The published names of an annotation's provenance. */
const SOURCES: Readonly<Record<Annotation['provenance'], PaperAnswer['source']>> = {
  curated: 'catalogue',
  page: 'page',
  met: 'page',
  automatic: 'automatic',
};

/** The answer to one request: one line of output. */
type Answer =
  | ({
      readonly page: {
        readonly kind: Page['kind'];
        readonly paperId: PaperId | null;
        readonly version: number | null;
      };
      readonly paper: PaperAnswer | null;
      /** Only with `--cite`; null if no paper with an id was found. */
      readonly cite?: Citations | null;
      readonly entries: readonly { readonly paperId: PaperId; readonly title: string }[];
    } & FullTextAnswer)
  | { readonly error: string };

const TEXT_KEYS = ['url', 'pasted', 'html', 'title', 'abstract', 'comments'] as const;

/** Parses one line of input; returns an error message if it is invalid. */
function parseRequest(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The message becomes the answer to this line, and later lines are still read.
    return 'the line is no JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'the line is no JSON object';
  const fields = new Map(Object.entries(value));
  const wrong = TEXT_KEYS.find((key) => fields.has(key) && typeof fields.get(key) !== 'string');
  if (wrong) return `"${wrong}" is no string`;
  const categories: unknown = fields.get('categories') ?? [];
  if (!Array.isArray(categories) || !categories.every((item) => typeof item === 'string')) {
    return '"categories" is no list of strings';
  }
  const text = (key: (typeof TEXT_KEYS)[number]) => {
    const found: unknown = fields.get(key);
    return typeof found === 'string' ? { [key]: found } : {};
  };
  const request: Request = Object.assign({ categories }, ...TEXT_KEYS.map(text));
  if (request.html !== undefined && request.url === undefined)
    return '"html" needs the "url" it was saved from';
  const isText = request.title !== undefined && request.abstract !== undefined;
  if (request.url === undefined && request.pasted === undefined && !isText) {
    return 'a request has "url", or "url" and "html", or "pasted", or "title" and "abstract"';
  }
  return request;
}

/** The same number of related papers as in the panel. */
const MOST_RELATED = 8;

async function answerPaper(
  annotation: Omit<Annotation, 'id'>,
  id: PaperId | null,
  subject: RelatedSubject,
  { store, whyOf }: AnnotateSources,
): Promise<PaperAnswer> {
  const related = await store.related(subject, { limit: MOST_RELATED });
  return {
    id,
    title: annotation.title,
    source: SOURCES[annotation.provenance],
    ...(annotation.summary && { summary: annotation.summary }),
    tags: annotation.tags.map((tag) => ({ id: tag.id, facet: tag.facet, label: tag.label })),
    results: annotation.results.map((result) => ({
      ...pick(RESULT.fields, result),
      // Data and target as one text, for consumers from before the field was split.
      on: describeSubject(result) ?? null,
      why: whyOf?.(result),
    })),
    links: annotation.links.map((link) => pick(LINK.fields, link)),
    related: related.rows.map(({ id: other, title, score, reasons }) => ({
      id: other,
      title,
      score,
      reasons: reasons.map(({ text }) => text),
    })),
  };
}

/** The part of an answer about the paper that was found. */
interface Found {
  readonly paper: PaperAnswer | null;
  readonly cite?: Citations | null;
}

const findNothing = ({ cites }: AnnotateSources): Found => ({ paper: null, ...(cites && { cite: null }) });

/** A page's paper: from the store, otherwise read from `facts`, otherwise unknown. */
async function annotatePage(
  page: Page,
  facts: PageFacts | undefined,
  sources: AnnotateSources,
): Promise<Found> {
  const { paperId, version } = page;
  if (!paperId) return findNothing(sources);
  const { store, annotator } = sources;
  const read = () => facts && annotateFromPage(paperId, facts, annotator);
  const annotation = chooseAnnotation(await store.get(paperId), read);
  if (!annotation) return findNothing(sources);
  const complete = addPageFacts(annotation, facts);
  return {
    paper: await answerPaper(complete, paperId, subjectOf(annotation, facts), sources),
    ...(sources.cites && {
      cite: {
        bibtex: formatBibtex(complete, version),
        ris: formatRis(complete, version),
        csl: cslItem(complete, version),
        markdown: formatMarkdown(complete, version),
      },
    }),
  };
}

/** A page in the published form; what is unknown is null. */
const namePage = ({ kind, paperId, version }: Page) => ({
  kind,
  paperId: paperId ?? null,
  version: version ?? null,
});

/** Answers as the popup does for a pasted text. */
async function answerPasted(pasted: string, sources: AnnotateSources): Promise<Answer> {
  const page = findPastedPage(pasted) ?? { kind: 'none' };
  return { page: namePage(page), ...(await annotatePage(page, undefined, sources)), entries: [] };
}

async function answerPage(url: string, html: string | undefined, sources: AnnotateSources): Promise<Answer> {
  const page = pageOf(url);
  const named = namePage(page);
  if (html === undefined) {
    return { page: named, ...(await annotatePage(page, undefined, sources)), entries: [] };
  }
  const dom = new JSDOM(html, { url });
  try {
    const facts = readFacts(page, dom.window.document);
    const refused = page.paperId !== undefined && !isConfirmed(page, facts);
    const entries = findEntries(page, dom.window.document).map(({ entry }) => ({
      paperId: entry.paperId,
      title: entry.title,
    }));
    if (refused) return { page: named, ...findNothing(sources), entries };
    const found = await annotatePage(page, facts, sources);
    return {
      page: named,
      ...found,
      entries,
      ...(await answerFullText(page, dom.window.document, facts ?? {}, sources.store)),
    };
  } finally {
    dom.window.close();
  }
}

async function answerText(request: Request, sources: AnnotateSources): Promise<Answer> {
  const { title = '', abstract = '', categories = [], comments } = request;
  const read = annotateText({ title, abstract, categories, comments }, sources.annotator);
  if (!read) return { error: '"title" and "abstract" must not be empty' };
  const subject = { kind: 'text', text: relatedTextOf(read, { abstract }) } as const;
  return {
    page: namePage({ kind: 'none' }),
    ...findNothing(sources),
    paper: await answerPaper(read, null, subject, sources),
    entries: [],
  };
}

/** Answers one line of input. Never rejects: any fault in the line becomes `error`. */
export async function answerLine(line: string, sources: AnnotateSources): Promise<Answer> {
  const request = parseRequest(line);
  if (typeof request === 'string') return { error: request };
  try {
    if (request.url !== undefined) return await answerPage(request.url, request.html, sources);
    return await (request.pasted === undefined
      ? answerText(request, sources)
      : answerPasted(request.pasted, sources));
  } catch (error) {
    // A fault of ours in one request becomes its answer, so that later lines are still answered.
    return {
      error: `the request could not be answered: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
