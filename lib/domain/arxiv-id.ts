/** arXiv identifiers in canonical form. */
declare const paperIdBrand: unique symbol;

/** A bare arXiv id in arXiv's canonical form: `2407.08410`, `math/0309136`; never a version or subject class. */
export type PaperId = string & { readonly [paperIdBrand]: true };
