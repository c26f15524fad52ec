/**
 * Turns an abstract as arXiv stores it (LaTeX commands, typographic variants) into plain characters for the
 * rules, and keeps for each character its offset in the source, so that a result can be marked in what the
 * page printed.
 */
import type { Span } from '../paper';
import { codesOf } from './character-codes';

/** Plain text, and where in its source each character began. */
export interface CleanText {
  readonly text: string;
  readonly source: string;
  /**
   * Pairs of an offset in `text` and the offset in `source` at which that character began; the characters up to the
   * next pair follow one by one in both.
   */
  readonly steps: readonly number[];
}

/** TeX commands that print a character which the rules need. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    times: '×',
    pm: '±',
    approx: '≈',
    sim: '~',
    thicksim: '~',
    leq: '≤',
    le: '≤',
    leqslant: '≤',
    ll: '≪',
    geq: '≥',
    ge: '≥',
    geqslant: '≥',
    gtrsim: '>',
    lesssim: '<',
    textasciitilde: '~',
    to: '→',
    rightarrow: '→',
    uparrow: '↑',
    downarrow: '↓',
    mu: 'µ',
    alpha: 'α',
    beta: 'β',
    kappa: 'κ',
    rho: 'ρ',
    ldots: '…',
    circ: '°',
    textendash: '-',
  }),
);

/**
 * Characters that exist in several typographic forms, each mapped to the one form in which the rules are
 * written.
 */
const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '—': '—',
  '’': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '％': '%',
  '⩽': '≤',
  '⩾': '≥',
  '≧': '≥',
  '≦': '≤',
  '－': '-',
  '．': '.',
  '✕': '×',
  '∼': '~',
  μ: 'µ',
};

/** Commands whose argument is a code, a key or a length, and is never printed as it stands: `\ding{172}` is "①". */
const UNPRINTED = new Set('ding textcircled cite citep citet ref label vspace hspace'.split(' '));
const ARGUMENT = /\{[^{}]{0,400}\}/y;

const COMMAND = /\\([A-Za-z]+)\s?/y;
const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

/**
 * Cleans `source`: removes math signs and braces, replaces commands that print a character by it and drops
 * all others, unifies dashes and spaces, and collapses white space to one space. One pass over the text;
 * never throws.
 */
export function cleanText(source: string): CleanText {
  const pieces: string[] = [];
  const steps: number[] = [];
  let length = 0;
  let last = '';
  /** By how much the source is ahead of the text. */
  let ahead = 0;
  const startAt = (at: number): void => {
    if (at - length === ahead) return;
    ahead = at - length;
    steps.push(length, at);
  };
  const put = (character: string, at: number): void => {
    if (character === ' ' && (last === ' ' || last === '')) return;
    pieces.push(character);
    startAt(at);
    length += 1;
    last = character;
  };
  const codes = codesOf(source);
  const end = source.length;
  let at = 0;
  while (at < end) {
    // Fast path: letters, digits and plain punctuation, nearly all of an abstract, are copied in runs.
    if (isPlain(codes[at])) {
      const from = at;
      startAt(from);
      // A single space between two plain characters is copied with them.
      do at += 1;
      while (isPlain(codes[at]) || (codes[at] === SPACE && isPlain(codes[at + 1])));
      pieces.push(source.slice(from, at));
      length += at - from;
      last = source.charAt(at - 1);
      continue;
    }
    const character = source.charAt(at);
    if (character === '*') {
      const stars = emphasisAt(source, at);
      if (stars === 0) put('*', at);
      at += Math.max(1, stars);
      continue;
    }
    const power = last === '0' ? POWERS[character] : undefined;
    if (power !== undefined && /(?<!\d)10$/.test(pieces.slice(-2).join('').slice(-3))) {
      // "10⁻⁴" is a power; it is written "10^-4", the form that other abstracts print.
      put('^', at);
      for (; POWERS[source.charAt(at)] !== undefined; at += 1) put(POWERS[source.charAt(at)] ?? '', at);
      continue;
    }
    if (POINTS.includes(character)) {
      put(raisedPoint(source, at, at + 1), at);
      at += 1;
      continue;
    }
    if (character === '\\') {
      COMMAND.lastIndex = at;
      const command = COMMAND.exec(source);
      const name = command?.[1];
      if (name !== undefined && command) {
        const symbol = SYMBOLS.get(name);
        if (name === 'cdot') put(raisedPoint(source, at, at + command[0].length), at);
        else if (symbol !== undefined) put(symbol, at);
        // TeX drops the space that ends a command's name, but "16\times faster" needs one.
        if (symbol === '×' && /\s$/.test(command[0]) && /[a-z]/i.test(source.charAt(at + command[0].length)))
          put(' ', at + command[0].length - 1);
        at += command[0].length;
        ARGUMENT.lastIndex = at;
        if (UNPRINTED.has(name)) at += ARGUMENT.exec(source)?.[0].length ?? 0;
        continue;
      }
      const next = source.charAt(at + 1);
      // `\%`, `\&`, `\_` print themselves; `\,`, `\;`, `\ ` and `\\` print space.
      if (next === '%' || next === '&' || next === '@' || next === '_' || next === '#' || next === '$')
        put(next, at);
      else if (next !== '') put(' ', at);
      at += 2;
      continue;
    }
    if (character === '$' || character === '{' || character === '}') {
      // "$5 million" is money: the sign is kept unless a second one nearby closes a formula.
      if (character === '$' && isMoney(source, at)) put('$', at);
      at += 1;
      continue;
    }
    // In "90^\circ" the degree sign is raised already, so the caret is dropped.
    if (character === '^' && /^\{?\\circ/.test(source.slice(at + 1, at + 7))) {
      at += 1;
      continue;
    }
    // "<=" and ">=" are ASCII spellings of ≤ and ≥.
    if ((character === '<' || character === '>') && source.charAt(at + 1) === '=') {
      put(character === '<' ? '≤' : '≥', at);
      at += 2;
      continue;
    }
    // "~=" is an ASCII spelling of "about".
    if (character === '~' && source.charAt(at + 1) === '=') {
      put('≈', at);
      at += 2;
      continue;
    }
    if (isSpace(character)) put(' ', at);
    else if (character === '~') {
      // A tilde (TeX's tie) is a space between words and a range between digits; before a digit and after a
      // space it means "about".
      put(tie(source.charAt(at - 1), source.charAt(at + 1)), at);
    } else put(PLAIN[character] ?? character, at);
    at += 1;
  }
  return { text: pieces.join(''), source, steps };
}

/** Unicode superscript digits, as in "10⁻⁴". */
const POWERS: Readonly<Record<string, string>> = Object.fromEntries(
  '⁰¹²³⁴⁵⁶⁷⁸⁹'
    .split('')
    .map((raised, digit) => [raised, String(digit)] as const)
    .concat([
      ['⁻', '-'],
      ['⁺', '+'],
    ]),
);

/** Raised dots: a decimal point (The Lancet prints "0·85") or a multiplication sign. */
const POINTS = '·∙⋅';

/**
 * The meaning of a raised dot: a decimal point in "0·85", a multiplication sign in "1.2 · 10^-4" and
 * "1.2·10⁻⁴", otherwise the dot itself.
 */
function raisedPoint(source: string, from: number, to: number): string {
  const behind = source.slice(to, to + 12).replace(/^[\s{$]+/, '');
  const front = source.slice(Math.max(0, from - 12), from);
  if (/\d[\s$}]*$/.test(front) && /^10\s?[\^⁰¹²³⁴-⁹⁻]/.test(behind)) return '×';
  return /(?<![.\d])\d{1,6}$/.test(front) && /^\d/.test(source.slice(to)) ? '.' : '·';
}

/** How many asterisks at `at` are Markdown emphasis: two always, one where it opens or closes "*3.8%*". */
function emphasisAt(source: string, at: number): number {
  if (source.charAt(at + 1) === '*') return 2;
  const opens = /(?:^|[\s(])$/.test(source.slice(Math.max(0, at - 1), at));
  if (opens) return /^\*[^\s*][^*\n]{0,60}\*(?![\w*])/.test(source.slice(at, at + 64)) ? 1 : 0;
  const before = source.slice(Math.max(0, at - 64), at);
  return /(?:^|[\s(])\*[^\s*][^*\n]{0,60}$/.test(before) && !/^\*[\w(]/.test(source.slice(at, at + 2))
    ? 1
    : 0;
}

function tie(before: string, after: string): string {
  if (before === '' || /[\s(]/.test(before)) return '~';
  return /[\d%]/.test(before) && /\d/.test(after) ? '-' : ' ';
}

const SPACE = 32;

/** 1 for the codes of characters that are copied: letters, digits and plain punctuation. */
const COPIED = new Uint8Array(2 ** 16);
for (let code = 0; code < 128; code += 1)
  if (/[\w%&'"()[\]+,./:;?!=#@|-]/.test(String.fromCharCode(code))) COPIED[code] = 1;

const isPlain = (code = 0): boolean => COPIED[code] === 1;

/**
 * True for a dollar sign directly before digits with no second dollar sign within 60 characters, the reach of
 * a formula.
 */
function isMoney(source: string, at: number): boolean {
  if (!/\d/.test(source.charAt(at + 1))) return false;
  const reach = source.slice(at + 1, at + 60);
  return !reach.includes('$') && !source.slice(Math.max(0, at - 60), at).includes('$');
}

/** The offset in the source at which the clean character `at` began; the source's end beyond the last one. */
function originOf({ text, source, steps }: CleanText, at: number): number {
  if (at >= text.length) return source.length;
  // The last step at or before the character, by halving.
  let low = 0;
  let high = steps.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[2 * middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const step = 2 * (low - 1);
  return step < 0 ? at : (steps[step + 1] ?? 0) + at - (steps[step] ?? 0);
}

/** The span in the source of the clean characters `start` to `end` (exclusive). */
export function sourceSpan(clean: CleanText, start: number, end: number): Span {
  const from = originOf(clean, start);
  // Ends at the origin of the next character, because a command such as `\times` is several source characters
  // long.
  const next = originOf(clean, end);
  let to = end > start ? next : from;
  while (to > from && /[\s{$]/.test(clean.source.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
