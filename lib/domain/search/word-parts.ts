/** The bytes of a dictionary: all of them in memory, or those that were read of its file. */
/** The words and codes of blocks that follow one another. */
export interface WordsPart {
  /** The first block, and that after the last. */
  readonly from: number;
  readonly to: number;
  readonly words: Uint8Array;
  readonly entries: Uint8Array;
  /** How many bytes of each come before these. */
  readonly before: { readonly words: number; readonly entries: number };
}

/** The parts of a dictionary. */
export interface WordParts {
  /** The part with a block; undefined if it was not read yet. Its entries then count as missing. */
  readonly find: (block: number) => WordsPart | undefined;
  /** As `find`, for what can do without it. */
  readonly peek: (block: number) => WordsPart | undefined;
  /** For a block that was not read: the first entry of its group, which is not after that of the block. */
  readonly headOf: (block: number) => string;
}

/** Blocks of a file that are read together, some seven thousand bytes. */
export const GROUP = 64;
/** The first block of the next group. */
export const nextGroup = (block: number): number => block - (block % GROUP) + GROUP;
