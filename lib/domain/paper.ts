/**
 * The words of the field that everything else speaks: papers, annotations and
 * their parts. Types only; no behaviour lives here.
 */
import type { PaperId } from './arxiv-id';
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
export type Direction = 'higher' | 'lower';

/** Which way a difference goes: the metric's quantity rises or falls against what it is compared with. */
export const WAYS = ['up', 'down'] as const;
export type Way = (typeof WAYS)[number];

/** What a bound bounds: a level ("at least 90%"), a change ("gains of up to 5 points") or a ratio ("up to 3x"). */
export const BOUNDED_KINDS = ['level', 'change', 'ratio'] as const;
export type BoundedKind = (typeof BOUNDED_KINDS)[number];

/** One number that an abstract reports about how well, fast, cheap or reliable something is. */
export interface Result {
  /** Standard name of the metric ("F1", "AUROC"), or null where the text names none. */
  readonly metric: string | null;
  /** The number as printed, with its unit and sign, LaTeX cleaned: "83.5%", "+4.1%", "3.2x". */
  readonly value: string;
  readonly kind: ResultKind;
  readonly role: ResultRole;
  /** The system that the number belongs to, where the text names it. */
  readonly system?: string | undefined;
  /** The dataset, benchmark, cohort or split that the number was measured on, as printed. */
  readonly data?: string | undefined;
  /** The task, class, organ, condition or setting that the number is for, as printed. */
  readonly target?: string | undefined;
  /** For differences, ratios and bounds of these; absent where the text leaves it open. */
  readonly way?: Way | undefined;
  /** Whether the text tells the difference as an improvement; absent where it does not say. */
  readonly improves?: boolean | undefined;
  /** For bounds only. */
  readonly bounds?: BoundedKind | undefined;
  /** Index, in the same list, of the result that this one is compared with. */
  readonly comparedWith?: number | undefined;
  /** Which direction is better; absent where the metric does not tell. */
  readonly better?: Direction | undefined;
  /** Exact words of the abstract round the number, by which it is found again on the page. */
  readonly anchor: string;
}

/** What an outward link leads to. */
export const LINK_KINDS = ['code', 'data', 'model', 'project', 'demo', 'paper'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** An outward link that passed the link rules: https, no credentials, canonical host. */
export interface PaperLink {
  readonly kind: LinkKind;
  readonly url: string;
  /** True where the authors themselves publish it. */
  readonly official: boolean;
}

/** Known names in order, or only how many, or only an organisation that stands for them. */
export type Authors =
  | {
      readonly names: readonly string[];
      /** The family name in each name, where a source states it; empty text where it does not. */
      readonly familyNames?: readonly string[] | undefined;
    }
  | { readonly count: number }
  | { readonly organisation: string };

/** A related paper of the catalogue, with reasons in a reader's words. */
export interface Neighbour {
  readonly id: PaperId;
  /** 0 to 1, comparable only within one list. */
  readonly score: number;
  /** One or two, the rarest shared thing first: "same data: MIMIC-CXR". Never empty. */
  readonly reasons: readonly string[];
}

/** A term of title and abstract with its weight (TF-IDF, L2-normalised, 3 decimals). */
export type WeightedTerm = readonly [term: string, weight: number];

/** Source form of a catalogue paper: one JSON file under `data/papers/`. */
export interface PaperRecord {
  readonly id: PaperId;
  readonly title: string;
  /** Other titles that versions of the same paper bear. */
  readonly otherTitles?: readonly string[] | undefined;
  readonly authors: Authors;
  /** First submission, `YYYY-MM-DD`. */
  readonly published: string;
  /** The version of the paper that summary and results were read from. */
  readonly readVersion: number;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  /** One plain sentence of our own, at most 200 characters. Empty until written. */
  readonly summary: string;
  /** Taxonomy ids, most telling first. */
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** Papers of the catalogue that whoever annotated this one expects beside it, whatever their words; either way. */
  readonly seeAlso?: readonly PaperId[] | undefined;
  readonly terms: readonly WeightedTerm[];
  readonly listing: { readonly comments?: number | undefined };
}

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
