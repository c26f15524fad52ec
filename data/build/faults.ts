/** What a check finds: where, and what is wrong there. */
export interface Fault {
  /** Path from the repository's root: `data/papers/2407.08410.json`. */
  readonly file: string;
  /** As a reader writes it: `results[2].anchor`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** A fault as one line: `data/papers/2407.08410.json: results[2].anchor: …`. */
export const formatFault = ({ file, field, message }: Fault): string =>
  `${file}: ${field ? `${field}: ` : ''}${message}`;
