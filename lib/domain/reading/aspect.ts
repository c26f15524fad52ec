/** What the named rules of the annotator decide about a number. */

/**
 * The decision a rule table makes about a number: that it is not a result of the paper (`refused`), that it
 * is one (`accepted`), or the value of one field of the result.
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
