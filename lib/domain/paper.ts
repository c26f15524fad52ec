/**
 * The words of the field that everything else speaks: papers, annotations and
 * their parts. A paper's schema stands here once; types, guards, the checks of
 * source files and what the command line prints derive from it.
 */
import type { PaperId } from './arxiv-id';
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

/** A tag's facet, in the order in which a reader asks for it. */
export const FACETS = ['modality', 'anatomy', 'disease', 'task', 'method', 'contribution', 'data'] as const;
export type Facet = (typeof FACETS)[number];

/** One term of the taxonomy (`data/taxonomy.json`). */
export interface TagDefinition extends TagKnowledge {
  /** Stable key, kebab-case, unique over all facets: `report-generation`. */
  readonly id: string;
  readonly facet: Facet;
  /** What a reader sees: "Report generation". */
  readonly label: string;
  /** The forms by which running text names it, lower case unless case matters ("CT"). */
  readonly forms: readonly string[];
  /** One line that says what the term covers. */
  readonly definition: string;
}

/** `level`: a value reached; `change`: against something; `ratio`: times or share of; `bound`: up to, at least. */
export const RESULT_KINDS = ['level', 'change', 'ratio', 'bound'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** `own`: the paper's own system or finding; `baseline`: a compared system, prior work or humans. */
export const RESULT_ROLES = ['own', 'baseline'] as const;
export type ResultRole = (typeof RESULT_ROLES)[number];

/** Which way a metric gets better. */
export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which way a difference goes: the metric's quantity rises or falls against what it is compared with. */
export const WAYS = ['up', 'down'] as const;
export type Way = (typeof WAYS)[number];

/** What a bound bounds: a level ("at least 90%"), a change ("gains of up to 5 points") or a ratio ("up to 3x"). */
export const BOUNDED_KINDS = ['level', 'change', 'ratio'] as const;
export type BoundedKind = (typeof BOUNDED_KINDS)[number];

const plain = text({ written: 'plain' });

/** One number that an abstract reports about how well, fast, cheap or reliable something is. */
export const RESULT = object({
  /** Standard name of the metric ("F1", "AUROC"), or null where the text names none. */
  metric: nullable(plain),
  /** The number as printed, with its unit and sign, LaTeX cleaned: "83.5%", "+4.1%", "3.2x". */
  value: plain,
  kind: choice(RESULT_KINDS),
  role: choice(RESULT_ROLES),
  /** The system that the number belongs to, where the text names it. */
  system: optional(plain),
  /** The dataset, benchmark, cohort or split that the number was measured on, as printed. */
  data: optional(plain),
  /** The task, class, organ, condition or setting that the number is for, as printed. */
  target: optional(plain),
  /** For differences, ratios and bounds of these; absent where the text leaves it open. */
  way: optional(choice(WAYS)),
  /** Whether the text tells the difference as an improvement; absent where it does not say. */
  improves: optional(yesOrNo),
  /** For bounds only. */
  bounds: optional(choice(BOUNDED_KINDS)),
  /** Index, in the same list, of the result that this one is compared with. */
  comparedWith: optional(whole(0)),
  /** Which direction is better; absent where the metric does not tell. */
  better: optional(choice(DIRECTIONS)),
  /** Exact words of the abstract round the number, by which it is found again on the page. */
  anchor: text({ written: 'plain', most: 120 }),
});
export type Result = ValueOf<typeof RESULT>;

/** What an outward link leads to. */
export const LINK_KINDS = ['code', 'data', 'model', 'project', 'demo', 'paper'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** An outward link that passed the link rules: https, no credentials, canonical host. */
export const LINK = object({
  kind: choice(LINK_KINDS),
  url: text({ rule: 'https' }),
  /** True where the authors themselves publish it. */
  official: yesOrNo,
});
export type PaperLink = ValueOf<typeof LINK>;

/** Known names in order, or only how many, or only an organisation that stands for them. */
export const AUTHORS = either(
  object({
    names: list(plain, { least: 1, distinct: true }),
    /** The family name in each name, where a source states it; empty text where it does not. */
    familyNames: optional(list(text())),
  }),
  object({ count: whole(1) }),
  object({ organisation: plain }),
);
export type Authors = ValueOf<typeof AUTHORS>;

/** A related paper of the catalogue, with reasons in a reader's words. */
export interface Neighbour {
  readonly id: PaperId;
  /** 0 to 1, comparable only within one list. */
  readonly score: number;
  /** One or two, the rarest shared thing first: "same data: MIMIC-CXR". Never empty. */
  readonly reasons: readonly string[];
}

/** A term of title and abstract with its weight (TF-IDF, L2-normalised, 3 decimals). */
export const WEIGHTED_TERM = pair(plain, number({ above: 0, most: 1 }));
export type WeightedTerm = ValueOf<typeof WEIGHTED_TERM>;

const paperId = text<PaperId>({ rule: 'paperId' });

/** What a catalogue paper's source file and its line in the shipped catalogue hold in the same form. */
export const PAPER_FACTS = object({
  id: paperId,
  title: plain,
  /** Other titles that versions of the same paper have. */
  otherTitles: optional(list(plain, { distinct: true })),
  authors: AUTHORS,
  /** First submission, `YYYY-MM-DD`. */
  published: text({ written: 'day' }),
  /** The version of the paper that summary and results were read from. */
  readVersion: whole(1),
  venue: optional(plain),
  doi: optional(text({ written: 'doi' })),
  /** One plain sentence of our own, at most 200 characters. Empty until written. */
  summary: text(),
  results: list(RESULT),
  links: list(LINK),
  listing: object({ comments: optional(whole(0)) }),
});

/** Source form of a catalogue paper: one JSON file under `data/papers/`. */
export const PAPER_RECORD = object({
  ...PAPER_FACTS.fields,
  /** Taxonomy ids, most telling first. */
  tags: list(text(), { distinct: true }),
  /**
   * Papers of the catalogue that the annotating person wants related to this one, in both directions, whatever their
   * words.
   */
  seeAlso: optional(list(paperId, { least: 1 })),
  terms: list(WEIGHTED_TERM, { least: 5 }),
});
export type PaperRecord = ValueOf<typeof PAPER_RECORD>;

/** Shipped form of a catalogue paper: the record without what its neighbours were computed from, with these. */
export type CataloguePaper = Omit<PaperRecord, 'terms' | 'seeAlso'> & {
  readonly related: readonly Neighbour[];
};

/** A stretch of text, as offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place in `text` it was read from. */
export type Located<T> = T & {
  readonly span: Span & { readonly text: 'title' | 'abstract' | 'comments' | 'links' | 'categories' };
};

/** What a page of a paper outside the catalogue gave, in the catalogue's own types. */
export interface Reading {
  readonly tags: readonly Located<{ readonly id: string }>[];
  readonly results: readonly Located<Result>[];
  readonly links: readonly Located<PaperLink>[];
  /** Ids of contribution tags, main one first. */
  readonly contribution: readonly string[];
  /** True where the paper's field is none that is read: no tags and no results, whatever the text says. */
  readonly isOutside: boolean;
}

/** What `readPaper` reads. `links` are addresses that the page itself states as the paper's. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
  readonly categories: readonly string[];
  readonly comments?: string | undefined;
  readonly links?: readonly string[] | undefined;
}
