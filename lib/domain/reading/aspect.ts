/** What the named rules of the annotator decide. */

/**
 * What a table decides of a number: that it is none of the paper's results (`refused`), that it is one (`accepted`),
 * or one field of the result.
 */
export type Aspect =
  | 'refused'
  | 'accepted'
  | 'metric'
  | 'data'
  | 'target'
  | 'system'
  | 'kind'
  | 'role'
  | 'way'
  | 'improves'
  | 'bounds';
