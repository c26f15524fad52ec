/** A fault found by a check. */
export interface Fault {
  /** Path from the repository's root: `data/papers/2407.08410.json`. */
  readonly file: string;
  /** In JavaScript's notation: `results[2].anchor`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

/** A fault as one line: `data/papers/2407.08410.json: results[2].anchor: …`. */
export const formatFault = ({ file, field, message }: Fault): string =>
  `${file}: ${field ? `${field}: ` : ''}${message}`;
