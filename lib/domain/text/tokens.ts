/**
 * Splits running text into words: the one tokeniser of search, terms and related papers, so that a word in
 * two spellings is one word everywhere.
 */
import { stemmer } from 'stemmer';
import { lazily } from '../lazily';

/** A word of a text. `text` is folded; the offsets are in the text as given (UTF-16, end exclusive). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True if only a hyphen or dash separates it from the word before: "X-ray", "GPT-4". */
  readonly glued: boolean;
}

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** `\varepsilon` and similar variants are the same letter as the plain command. */
const GREEK_COMMANDS: ReadonlySet<string> = new Set(Object.values(GREEK));

/** Letters that Unicode does not decompose, but that people type without their stroke or ligature. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** TeX commands that are letters, not formatting. */
const LETTER_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['ss', 'ss'],
  ['o', 'o'],
  ['O', 'O'],
  ['l', 'l'],
  ['L', 'L'],
  ['ae', 'ae'],
  ['AE', 'AE'],
  ['oe', 'oe'],
  ['OE', 'OE'],
  ['i', 'i'],
  ['j', 'j'],
  ['aa', 'a'],
  ['AA', 'A'],
]);

const ASCII_WORD = /^[\dA-Za-z.,'’]*$/;
const whollyGreek = lazily(() => /^\p{Script=Greek}{3,}$/u);

/**
 * Folds one word: lower case, without accents and compatibility forms, Greek letters spelled out (words of
 * the Greek language are kept).
 */
export const foldWord = (word: string): string => {
  if (ASCII_WORD.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (whollyGreek().test(plain)) return plain;
  let folded = '';
  for (const character of plain) folded += GREEK[character] ?? LETTERS[character] ?? character;
  return folded;
};

// In order: a number with its separators; a TeX accent with its letter; a TeX command;
// one ideograph or kana (scripts written without spaces); a run of letters and digits.
const anyPiece = lazily(
  () =>
    /(?<number>\d+(?:[.,]\d+)+)|\{?\\(?:["'`^~=.]|[cvuHkr](?=[{\s]))\s?\{?\\?(?<accented>[A-Za-z])\}?\}?|\\(?<command>[A-Za-z]+)|(?<ideograph>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<word>[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?)/gu,
);

// A simpler pattern, twice as fast, for texts without TeX and ideographs, which are nearly all.
const plainPiece = lazily(() => /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu);
const ASCII_PIECE = /\d+(?:[.,]\d+)+|[A-Za-z\d]+(?:'[A-Za-z]+)?/g;
const IS_ASCII = /^[\n\r\t -~]*$/;
const isSpecial = lazily(() => /[\\\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);

const HYPHEN_GAP = /^[${}]?[-‐‑‒–−][${}]?$/;
const QUOTE = /['’]/;
const POSSESSIVE = /['’]s$/;

interface Piece {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
}

const readPiece = (match: RegExpMatchArray): Piece | undefined => {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const { number, accented, command, ideograph, word } = match.groups ?? {};
  if (word !== undefined) return { raw: word, start, end, alone: false };
  if (number !== undefined) return { raw: number.replaceAll(',', ''), start, end, alone: false };
  if (accented !== undefined) return { raw: accented, start, end, alone: false };
  if (ideograph !== undefined) return { raw: ideograph, start, end, alone: true };
  if (command === undefined) return undefined;
  const letter = LETTER_COMMANDS.get(command);
  if (letter !== undefined) return { raw: letter, start, end, alone: false };
  const greek = command.toLowerCase().replace(/^var/, '');
  return GREEK_COMMANDS.has(greek) ? { raw: greek, start, end, alone: true } : undefined;
};

function* readPieces(text: string): Generator<Piece> {
  if (isSpecial().test(text)) {
    for (const match of text.matchAll(anyPiece())) {
      const piece = readPiece(match);
      if (piece !== undefined) yield piece;
    }
    return;
  }
  for (const match of text.matchAll(IS_ASCII.test(text) ? ASCII_PIECE : plainPiece())) {
    const [whole] = match;
    const isNumber = whole.includes(',');
    const raw = isNumber ? whole.replaceAll(',', '') : whole;
    yield { raw, start: match.index, end: match.index + whole.length, alone: false };
  }
}

/**
 * Finds the words of `text` in order. Numbers keep their decimals but lose thousands separators, TeX accents
 * and Greek commands become letters, other TeX commands are skipped. Linear in the length of the text; never
 * throws.
 */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = [];
  let raw = '';
  let start = 0;
  let end = -1;
  let open = false;
  let lastEnd = -1;
  const close = (): void => {
    if (raw === '') return;
    const folded = QUOTE.test(raw)
      ? foldWord(raw.replace(POSSESSIVE, '')).replace(/['’]/g, '')
      : foldWord(raw);
    const gap = lastEnd < 0 || start - lastEnd > 3 ? '' : text.slice(lastEnd, start);
    if (folded !== '') tokens.push({ text: folded, start, end, glued: HYPHEN_GAP.test(gap) });
    lastEnd = end;
    raw = '';
  };
  for (const piece of readPieces(text)) {
    // "Schr\"odinger" and "3.5b" are several pieces without a gap, joined here.
    if (open && piece.start === end && !piece.alone) {
      raw += piece.raw;
      end = piece.end;
      continue;
    }
    close();
    ({ raw, start, end } = piece);
    open = !piece.alone;
  }
  close();
  return tokens;
};

// British to American spelling, where the rule is regular enough to be safe for words of six letters or more.
const OUR = /^(tum|col|behavi|fav|lab|neighb|harb|hum|rum|vap|od)our/;
// Greek digraphs of medical words: haemorrhage, anaemia, oedema, oesophagus, foetal, gynaecology.
const DIGRAPH = /^(h|an|isch|leuk|hypox|bacter|gyn|p|orthop|f)?(?:a|o)e(?=[a-z]{3})/;
// Only after endings of verbs: "generalise", "optimised"; never "precise", "supervised", "promise".
const VERB_ISE =
  /^([a-z]{2,}(?:al|an|ar|er|or|on|im|il|at|nt|rd|gn|as|dom|in|id)i|analy)s(e|ed|er|ers|es|ing|ation|ations)$/;
const american = (word: string): string =>
  word
    .replace(OUR, '$1or')
    .replace(VERB_ISE, '$1z$2')
    .replace(/^(cent|fib|calib|lit)re(s?)$/, '$1er$2')
    .replace(DIGRAPH, '$1e')
    .replace(/(mode|labe|cance|trave|signa)ll(ed|ing|ers?)$/, '$1l$2');

const ENGLISH = /^[a-z]{3,}$/;
const stems = new Map<string, string>();

/**
 * The stem of a folded word (Porter, https://tartarus.org/martin/PorterStemmer/, after British spelling is
 * converted). Words with digits or in other scripts are unchanged.
 */
export const stem = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = ENGLISH.test(word) ? stemmer(word.length > 5 ? american(word) : word) : word;
  // The cache is bounded, so that a long listing cannot grow it for ever.
  if (stems.size > 50_000) stems.clear();
  stems.set(word, made);
  return made;
};
