/**
 * Text as papers and pages print it: cleaned of LaTeX for display, folded for matching. An anchor is stored
 * in its clean form, but a page may print the LaTeX.
 */
import type { Span } from '@/lib/domain/paper';

const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    times: '×',
    sim: '~',
    approx: '≈',
    pm: '±',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    to: '→',
    rightarrow: '→',
    uparrow: '↑',
    downarrow: '↓',
    cdot: '·',
    infty: '∞',
    ll: '≪',
    gg: '≫',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
    sigma: 'σ',
    tau: 'τ',
    ldots: '…',
    dots: '…',
    textasciitilde: '~',
    quad: ' ',
    qquad: ' ',
  }),
);

/** `\textbf{…}` and similar commands print their argument. `\href` keeps both address and text. */
const FORMATTING =
  /\\(?:textbf|textit|texttt|textsc|textsf|textrm|emph|text|mathrm|mathbf|mathit|mathcal|mathbb|operatorname|underline|url|bf|it|tt)\s?\{([^{}]{0,300})\}/g;
/** Mathematics between dollar signs without inner spaces, as TeX requires; "$5 and $10" is money. */
const MATHEMATICS = /\$([^\s$](?:[^$]{0,198}[^\s$])?)\$/g;
const COMMAND = /\\([A-Za-z]+)/g;
const SUBSCRIPT = /_\{([^{}]{0,60})\}/g;
const SUPERSCRIPT = /\^\{([^{}]{0,60})\}/g;
/** A tilde between words is TeX's no-break space; "~9%" means "about". */
const TIE = /(?<=[\p{L}\p{N}).,])~(?=[\p{L}\p{N}(\\])/gu;

/**
 * The text without its LaTeX, with white space folded: `10\%` becomes `10%`, `mAP_{50}` becomes `mAP50`, `16
 * \times` becomes `16×`, `(1)~a` becomes `(1) a`. Plain text is returned unchanged. Idempotent.
 */
export function normaliseText(text: string): string {
  if (!/[\\${}~^]/.test(text)) return foldSpace(text);
  return foldSpace(
    text
      .replace(FORMATTING, '$1')
      .replace(MATHEMATICS, '$1')
      .replace(SUBSCRIPT, '$1')
      .replace(SUPERSCRIPT, '^$1')
      .replace(TIE, ' ')
      .replace(COMMAND, (whole, name: string) => SYMBOLS.get(name) ?? whole)
      .replace(/\\([%&_#$ ])/g, '$1')
      .replace(/\s×/g, '×')
      .replace(/\\\\/g, ' '),
  );
}

/**
 * Replaces runs of white space, including no-break and zero-width spaces, by one space and trims the ends.
 */
export function foldSpace(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Folded {
  readonly text: string;
  /** Where each UTF-16 unit of `text` starts and ends in the source. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const PIECE = /\\([A-Za-z]+)\s?|\\(.)|(\s+)|([‐‑‒–—―−-]+)|(``|''|[“”„"])|([‘’`'])|([\s\S])/gu;
const DROPPED = /^[${}_^\u200B\u2060\uFEFF\u00AD]$/;

/** The folded form of a piece of text, the same for all its typographic forms. */
function foldPiece(match: RegExpMatchArray): string {
  const [, command, escaped, space, dash, double, single, other = ''] = match;
  if (command !== undefined) return foldCharacter(SYMBOLS.get(command) ?? '');
  if (escaped !== undefined) return foldCharacter(escaped);
  if (space !== undefined) return ' ';
  if (dash !== undefined) return '-';
  if (double !== undefined) return '"';
  if (single !== undefined) return "'";
  return foldCharacter(other);
}

function foldCharacter(character: string): string {
  if (DROPPED.test(character)) return '';
  if (character === '×' || character === '✕') return 'x';
  if (character === '∼' || character === '≈') return '~';
  const plain = character.normalize('NFKC');
  return plain.trim() === '' && plain !== '' ? ' ' : plain;
}

function fold(source: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of source.matchAll(PIECE)) {
    const [printed] = match;
    const start = match.index ?? 0;
    const end = start + printed.length;
    const piece = foldPiece(match);
    // "16 ×" and "10 %" are printed with and without the space.
    if (((piece === 'x' && printed !== 'x') || piece === '%') && units.at(-1) === ' ') {
      units.pop();
      starts.pop();
      ends.pop();
    }
    if (piece === ' ' && units.at(-1) === ' ') continue;
    // A closing brace or dollar sign belongs to the character before it.
    if (piece === '' && /[}$]/.test(printed) && ends.length > 0) ends[ends.length - 1] = end;
    for (let index = 0; index < piece.length; index += 1) {
      units.push(piece.charAt(index));
      starts.push(start);
      ends.push(end);
    }
  }
  return { text: units.join(''), starts, ends };
}

const isWordAt = (text: string, index: number): boolean => /[\p{L}\p{N}]/u.test(text[index] ?? '');
/** False where a number or word is cut: "5%" does not match in "15%" or "2.5%". */
function isWhole(text: string, start: number, end: number): boolean {
  if (isWordAt(text, start)) {
    if (isWordAt(text, start - 1)) return false;
    if (/[.,]/.test(text[start - 1] ?? '') && /\d/.test(text[start - 2] ?? '')) return false;
  }
  if (!isWordAt(text, end - 1)) return true;
  if (isWordAt(text, end)) return false;
  return !(/[.,]/.test(text[end] ?? '') && /\d/.test(text[end + 1] ?? '') && /\d/.test(text[end - 1] ?? ''));
}

/**
 * Finds `anchor` in `text` although one of them has LaTeX or other dashes, quotes or spaces; matches only
 * whole words and numbers. The span is in `text` as given; undefined if the anchor is not found or empty.
 */
export function findAnchor(text: string, anchor: string): Span | undefined {
  const needle = fold(anchor.trim()).text.trim();
  if (needle === '') return undefined;
  const hay = fold(text);
  for (let at = hay.text.indexOf(needle); at !== -1; at = hay.text.indexOf(needle, at + 1)) {
    const last = at + needle.length - 1;
    if (!isWhole(hay.text, at, last + 1)) continue;
    const start = hay.starts[at];
    const end = hay.ends[last];
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return undefined;
}
