/**
 * arXiv identifiers in canonical form. The two schemes and their ranges are arXiv's own
 * (https://info.arxiv.org/help/arxiv_identifier.html): `archive/YYMMNNN` from July 1991 to March 2007, then
 * `YYMM.NNNN`, with five digits from January 2015.
 */
declare const paperIdBrand: unique symbol;

/** A bare arXiv id in arXiv's canonical form: `2407.08410`, `math/0309136`; never a version or subject class. */
export type PaperId = string & { readonly [paperIdBrand]: true };

/** All archives that have issued old-style ids, including closed ones. */
const ARCHIVES = (
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
  'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
  'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
).split(' ');

/** Matches archive and subject class (old style), year and month, dot (new style), number, version. */
const WRITTEN =
  /^(?:arxiv: ?)?(?:([a-z-]+)(?:\.[a-z-]+)?\/)?(\d\d(?:0[1-9]|1[0-2]))(\.?)(\d{3,5})(?:v([1-9]\d{0,3}))?$/i;

/** The canonical id of the parts; undefined if arXiv cannot have issued it. */
function canonical(
  archive: string | undefined,
  month: string,
  dot: string,
  number: string,
): string | undefined {
  // Number zero is never issued.
  if (!Number(number)) return undefined;
  if (archive === undefined) {
    // Two-digit years from 91 on belong to the 1990s, when this form did not exist.
    if (!dot || month < '0704' || month > '9100' || number.length < 4) return undefined;
    if (month > '1500') return `${month}.${number.padStart(5, '0')}`;
    return number.length === 4 ? `${month}.${number}` : undefined;
  }
  const name = archive.toLowerCase();
  const known = ARCHIVES.find((entry) => entry === name || entry.replace('-', '') === name);
  const fits = known && !dot && number.length === 3 && (month > '9106' || month < '0704');
  return fits ? `${known}/${month}${number}` : undefined;
}

/** Narrows to the branded type. Must be called only with text in canonical form. */
function isCanonical(id: string | undefined): id is PaperId {
  return id !== undefined;
}

/**
 * Parses an arXiv id as written in addresses and text: `2407.08410v2`, `arXiv:math.GT/0309136`. Ignores case,
 * surrounding white space and the subject class, and accepts the missing hyphens and zeros that arXiv
 * redirects (`hepth`, `1805.0001`). Undefined for anything that arXiv cannot have issued: month 13, number
 * zero, an unknown archive, five digits in 2014.
 */
export function parseArxivId(text: string): { id: PaperId; version?: number } | undefined {
  const [, archive, month = '', dot = '', number = '', version] = WRITTEN.exec(text.trim()) ?? [];
  const id = canonical(archive, month, dot, number);
  return isCanonical(id) ? { id, ...(version && { version: Number(version) }) } : undefined;
}

/** Whether a value is an id in canonical form, for messages and files. */
export const isPaperId = (value: unknown): value is PaperId =>
  typeof value === 'string' && parseArxivId(value)?.id === value;
