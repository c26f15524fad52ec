/**
 * The types that everything else uses: papers, annotations and their parts. A paper's schema is defined once,
 * here; types, guards, the checks of source files and the output of the command line are derived from it.
 */
import type { PaperId } from './arxiv-id';
import type { Reason } from './related/reason';
import {
  choice,
  either,
  list,
  nullable,
  number,
  object,
  optional,
  pair,
  text,
  whole,
  yesOrNo,
} from '@/lib/domain/schema';
import type { ValueOf } from '@/lib/domain/schema';
import type { TagKnowledge } from './tag-knowledge';

/** A tag's facet, in the order in which users ask for it. */
export const FACETS = ['modality', 'anatomy', 'disease', 'task', 'method', 'contribution', 'data'] as const;
/** Which question about a paper a tag answers. */
export type Facet = (typeof FACETS)[number];

/** One tag of the taxonomy (`data/taxonomy.json`). */
export interface TagDefinition extends TagKnowledge {
  /** Stable key in kebab case, unique over all facets: `report-generation`. */
  readonly id: string;
  readonly facet: Facet;
  /** What a user sees: "Report generation". */
  readonly label: string;
  /** The forms by which running text names it, in lower case unless case matters ("CT"). */
  readonly forms: readonly string[];
  /** One line that says what the tag covers. */
  readonly definition: string;
}

/** `level`: a value; `change`: a difference; `ratio`: a factor or a share; `bound`: up to, at least. */
export const RESULT_KINDS = ['level', 'change', 'ratio', 'bound'] as const;
/** What a reported number says about its metric. */
export type ResultKind = (typeof RESULT_KINDS)[number];

/** `own`: the paper's own system or finding; `baseline`: a compared system, earlier work or humans. */
export const RESULT_ROLES = ['own', 'baseline'] as const;
/** Whose number a reported number is. */
export type ResultRole = (typeof RESULT_ROLES)[number];

/** Which direction of a metric is better. */
export const DIRECTIONS = ['higher', 'lower'] as const;
/** The better direction of a metric. */
export type Direction = (typeof DIRECTIONS)[number];

/** The direction of a difference: the metric's quantity rises or falls. */
export const WAYS = ['up', 'down'] as const;
/** The direction of a difference, without a verdict: a rise may be good or bad. */
export type Way = (typeof WAYS)[number];

/** What a bound bounds: a level ("at least 90%"), a change ("gains of up to 5 points") or a ratio ("up to 3x"). */
export const BOUNDED_KINDS = ['level', 'change', 'ratio'] as const;
/** What a bound limits. */
export type BoundedKind = (typeof BOUNDED_KINDS)[number];

const plain = text({ written: 'plain' });

/** One number that an abstract reports about how well, fast, cheap or reliable something is. */
export const RESULT = object({
  /** Standard name of the metric ("F1", "AUROC"); null if the text names none. */
  metric: nullable(plain),
  /** The number as printed, with unit and sign, without LaTeX: "83.5%", "+4.1%", "3.2x". */
  value: plain,
  kind: choice(RESULT_KINDS),
  role: choice(RESULT_ROLES),
  /** The system to which the number belongs, if the text names it. */
  system: optional(plain),
  /** The dataset, benchmark, cohort or split on which the number was measured, as printed. */
  data: optional(plain),
  /** The task, class, organ, condition or setting for which the number holds, as printed. */
  target: optional(plain),
  /** The direction of a difference, a ratio or a bound of these; absent if the text leaves it open. */
  way: optional(choice(WAYS)),
  /** Whether the text reports the difference as an improvement; absent if it does not say. */
  improves: optional(yesOrNo),
  /** Only for bounds. */
  bounds: optional(choice(BOUNDED_KINDS)),
  /** Index in the same list of the result with which this one is compared. */
  comparedWith: optional(whole(0)),
  /** Which direction is better; absent if the metric does not determine it. */
  better: optional(choice(DIRECTIONS)),
  /** The exact words of the abstract around the number, by which it is found again on the page. */
  anchor: text({ written: 'plain', most: 120 }),
});
/** One reported number. Absent fields are what the text does not say. */
export type Result = ValueOf<typeof RESULT>;

/** What a link leads to. */
export const LINK_KINDS = ['code', 'data', 'model', 'project', 'demo', 'paper'] as const;
/** What a link leads to, as its label names it. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** A link that passed the rules for links: https, no credentials, canonical host. */
export const LINK = object({
  kind: choice(LINK_KINDS),
  url: text({ rule: 'https' }),
  /** True if the authors themselves publish it. */
  official: yesOrNo,
});
/** A link of a paper, safe to be shown and followed. */
export type PaperLink = ValueOf<typeof LINK>;

/** The names in order, or only the number of authors, or an organisation. */
export const AUTHORS = either(
  object({
    names: list(plain, { least: 1, distinct: true }),
    /** The family name in each name, if a source states it; otherwise empty. */
    familyNames: optional(list(text())),
  }),
  object({ count: whole(1) }),
  object({ organisation: plain }),
);
/** The authors in one of the three forms. */
export type Authors = ValueOf<typeof AUTHORS>;

/** A related paper of the catalogue, with reasons in a researcher's words. */
export interface RelatedPaper {
  readonly id: PaperId;
  /** 0 to 1, only comparable within one list. */
  readonly score: number;
  /** One or two, the rarest common feature first: "same data: MIMIC-CXR". Never empty. */
  readonly reasons: readonly Reason[];
}

/** A term of title and abstract with its weight (TF-IDF, L2-normalised, 3 decimals). */
export const WEIGHTED_TERM = pair(plain, number({ above: 0, most: 1 }));
/** A term with its weight, from above 0 to 1. */
export type WeightedTerm = ValueOf<typeof WEIGHTED_TERM>;

const paperId = text<PaperId>({ rule: 'paperId' });

const FACTS = {
  id: paperId,
  title: plain,
  /** Titles of other versions of the paper. */
  otherTitles: optional(list(plain, { distinct: true })),
  authors: AUTHORS,
  /** First submission, `YYYY-MM-DD`. */
  published: text({ written: 'day' }),
  /** The version of the paper from which summary and results were read. */
  readVersion: whole(1),
  venue: optional(plain),
  doi: optional(text({ written: 'doi' })),
  /** One plain sentence by the annotator, at most 200 characters. Empty until written. */
  summary: text(),
  results: list(RESULT),
  links: list(LINK),
  listing: object({ comments: optional(whole(0)) }),
} as const;
/** The fields of a catalogue paper that are equal in its source file and in the shipped catalogue. */
export const PAPER_FACTS = object(FACTS);

/** Source form of a catalogue paper: one JSON file under `data/papers/`. */
export const PAPER_RECORD = object({
  ...FACTS,
  /** Taxonomy ids, most informative first. */
  tags: list(text(), { distinct: true }),
  /**
   * Catalogue papers that the annotator wants to be related to this one, in both directions, whatever their
   * words.
   */
  seeAlso: optional(list(paperId, { least: 1 })),
  terms: list(WEIGHTED_TERM, { least: 5 }),
});
/** A paper of the catalogue as it is written by hand in `data/papers`. */
export type PaperRecord = ValueOf<typeof PAPER_RECORD>;

/** A catalogue paper as it ships: its related papers in place of the facts from which they were computed. */
export type CataloguePaper = Omit<PaperRecord, 'terms' | 'seeAlso'> & {
  readonly related: readonly RelatedPaper[];
};

/** A part of a text, as offsets in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with the place in `text` from which it was read. */
export type Located<T> = T & {
  readonly span: Span & { readonly text: 'title' | 'abstract' | 'comments' | 'links' | 'categories' };
};

/** A task as a paper prints it: "polyp counting". */
export interface PrintedTask {
  readonly name: string;
}

/** What was read from the page of a paper outside the catalogue, in the catalogue's types. */
export interface Reading {
  readonly tags: readonly Located<{ readonly id: string }>[];
  /** The task as printed; absent if the text names none plainly, or the tags say it. */
  readonly task?: Located<PrintedTask> | undefined;
  readonly results: readonly Located<Result>[];
  readonly links: readonly Located<PaperLink>[];
  /** Ids of contribution tags, main one first. */
  readonly contribution: readonly string[];
  /** True if the paper's field is not read: then there are no tags and no results, whatever the text says. */
  readonly isOutside: boolean;
}

/** The input of `readPaper`. `links` are addresses that the page itself states as the paper's. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
  readonly categories: readonly string[];
  readonly comments?: string | undefined;
  readonly links?: readonly string[] | undefined;
}
