/**
 * arXiv identifiers in canonical form. The two schemes and their ranges are
 * arXiv's own ("Understanding the arXiv identifier"): `archive/YYMMNNN` from
 * July 1991 to March 2007, then `YYMM.NNNN`, with five digits from January 2015.
 */
declare const paperIdBrand: unique symbol;

/** A bare arXiv id in arXiv's canonical form: `2407.08410`, `math/0309136`; never a version or subject class. */
export type PaperId = string & { readonly [paperIdBrand]: true };

/** Every archive that has issued old-style ids, those closed since included. */
const ARCHIVES = (
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
  'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
  'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
).split(' ');

const NEW_STYLE = /^(\d\d(?:0[1-9]|1[0-2]))\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/i;
const OLD_STYLE = /^([a-z-]+)(?:\.[a-z-]+)?\/(\d\d(?:0[1-9]|1[0-2]))(\d{3})(?:v([1-9]\d{0,3}))?$/i;

/** The form alone: what the parser puts together below always has it. */
function hasCanonicalForm(id: string): id is PaperId {
  return /^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(id);
}

function identified(id: string, version: string | undefined): { id: PaperId; version?: number } | undefined {
  return hasCanonicalForm(id) ? { id, ...(version && { version: Number(version) }) } : undefined;
}

/**
 * Reads an arXiv id as it is written in addresses and in text: `2407.08410v2`,
 * `arXiv:math.GT/0309136`. Case, surrounding blanks, the subject class and
 * forgotten hyphens or zeros of the archive's own redirects (`hepth`,
 * `1805.0001`) do not matter. Undefined for anything that arXiv could not have
 * issued: a month 13, a number zero, an unknown archive, five digits in 2014.
 */
export function parseArxivId(text: string): { id: PaperId; version?: number } | undefined {
  const bare = text.trim().replace(/^arxiv: ?/i, '');
  const recent = NEW_STYLE.exec(bare);
  if (recent) {
    const [, month = '', number = '', version] = recent;
    // Two-digit years from 91 on belong to the 1990s, when this form did not exist.
    if (month < '0704' || month > '9100' || !Number(number)) return undefined;
    if (month < '1501') return number.length === 4 ? identified(`${month}.${number}`, version) : undefined;
    return identified(`${month}.${number.padStart(5, '0')}`, version);
  }
  const old = OLD_STYLE.exec(bare);
  if (old) {
    const [, written = '', month = '', number = '', version] = old;
    const name = written.toLowerCase();
    const archive = ARCHIVES.find((known) => known === name || known.replace('-', '') === name);
    const issued = month >= '9107' || month <= '0703';
    if (archive && issued && Number(number)) return identified(`${archive}/${month}${number}`, version);
  }
  return undefined;
}
