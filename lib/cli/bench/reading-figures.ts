/** The figures by which the annotator is measured, and the counts of one paper. */

/**
 * The figures in the order of the printed table; each is a share of what was read (precision) or labelled
 * (recall).
 */
export const FIGURES = [
  'results P',
  'results R',
  'metric',
  'kind',
  'role',
  'data P',
  'data R',
  'target P',
  'target R',
  'system P',
  'system R',
  'way',
  'improves',
  'bounds',
  'lines with nothing wrong',
  'shown at first',
  'of these, nothing wrong',
  'result of the badge',
  'main task by tag',
  'main task',
  'printed task P',
  'any labelled task',
  'contribution F1',
  'modality F1',
  'links P',
  'links R',
] as const;
/** Name of one of these figures; each is a share between 0 and 1. */
export type Figure = (typeof FIGURES)[number];

/** A count out of a total. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** The kinds of misses, for their lists. */
export const MISS_KINDS = [
  'missed',
  'spurious',
  'metric',
  'kind',
  'role',
  'data wrong',
  'data missed',
  'target wrong',
  'target missed',
  'system wrong',
  'system missed',
  'way',
  'improves',
  'bounds',
  'badge',
  'task',
  'contribution',
  'modality',
  'links',
] as const;
type MissKind = (typeof MISS_KINDS)[number];

/** A paper's shares, and its misses as text. */
export interface PaperScore {
  readonly shares: Readonly<Partial<Record<Figure, Share>>>;
  readonly misses: readonly { readonly kind: MissKind; readonly words: string }[];
}

/** Collects the counts of one paper. */
export class Tally {
  readonly shares: Partial<Record<Figure, Share>> = {};
  readonly misses: { kind: MissKind; words: string }[] = [];

  add(figure: Figure, part: number | boolean, whole = 1): void {
    const { part: before = 0, whole: all = 0 } = this.shares[figure] ?? {};
    this.shares[figure] = { part: before + Number(part), whole: all + whole };
  }

  miss(kind: MissKind, words: string): void {
    this.misses.push({ kind, words });
  }
}
