/**
 * Splits text into sentences of words, numbers and punctuation, the only form in which the rules of the
 * annotator see it.
 */
import { isMetric } from '../../metrics';
import { codesOf } from '../character-codes';
import { isDigit, isLetter } from './characters';
import type { NumberMention } from './number-form';
import { numberAt } from './numbers';
import { plainWordAt } from './plain-word';
import { knownWord, NO_SLOT, type KnownWord } from './word-table';
import { traitsOf } from './word-traits';

/**
 * "BLEU-1/2/3/4", "Recall@1/5/10", "ROUGE-1/2/L": several members of a family of metrics after their common
 * name.
 */
export const FAMILY = /^(\p{L}+[-@])([\dL]{1,2}(?:\/[\dL]{1,2}){1,5})$/u;

interface TokenBase {
  /** As printed (after cleaning). */
  readonly text: string;
  /** Lower case of `text`, for comparisons. */
  readonly lower: string;
  /** Offsets in the clean text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word's key in `remember`'s tables; `NO_SLOT` for tokens that are no words. */
  readonly slot: number;
  /** See `TRAIT`. */
  readonly traits: number;
}

/** A word, a mark or a number of a sentence. */
export type Token =
  | (TokenBase & { readonly kind: 'word' | 'mark' })
  | (TokenBase & { readonly kind: 'number'; readonly number: NumberMention });

/** The tokens of one sentence, in order, and its place among the sentences. */
export interface Sentence {
  readonly index: number;
  readonly tokens: readonly Token[];
}

/**
 * A word with its inner hyphens, dots and digits: "nnU-Net", "top-1", "F1", "mAP@50", "Qwen2.5", "I-V".
 * A dot is part of a word only before a digit ("v1.2") or between single capitals ("E.T.Track").
 */
const WORD =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:(?:[-_'@^/+](?=[\p{L}\p{N}])|(?<=\p{N})\.(?=\p{N})|(?<=(?<!\p{L})\p{Lu})\.(?=\p{Lu}))[\p{L}\p{M}\p{N}]+|(?<=\p{N}|[A-Z])\+{1,2}(?!\p{N}))*/uy;
/**
 * Digits that begin a name or a size instead of a quantity: "3D", "4-bit", "2D-CNN", "115k-sample",
 * "12-lead".
 */
const DIGIT_WORD = /\d[\d.,]{0,12}(?:-?\p{L}[\p{L}\p{N}]*)(?:[-/][\p{L}\p{N}]+)*/uy;

/**
 * Groups of digits that are not a quantity: "256×256", "1.2.3", "2024-05-01". They become one mark, so that
 * no part is read as a number.
 */
const LOOSE_DIGITS = /\d(?:[.,^/×-]?\d)*(?:\s?×\s?\d+)*/y;

/** Abbreviations whose dot does not end a sentence. */
const ABBREVIATIONS = new Set([
  'e.g',
  'i.e',
  'eg',
  'ie',
  'vs',
  'al',
  'etc',
  'cf',
  'fig',
  'approx',
  'resp',
  'w.r.t',
  'no',
  'eq',
  'sec',
  'avg',
  'acc',
  'ca',
  'v',
]);

/** Those whose dot is dropped. */
const ABOUT = new Set(['approx', 'ca']);

/**
 * The longest sentence that the rules look at, in tokens; text without a full stop for longer is a table or a
 * listing.
 */
const MAX_TOKENS = 400;

/** The most numbers that are read in a text. An abstract rarely has more than fifty; the rest are ignored. */
const MAX_NUMBERS = 400;

/**
 * Splits clean text into sentences of tokens and stops after `MAX_NUMBERS` numbers. Linear in the text; works
 * for any script.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let depth = 0;
  let numbers = 0;
  const close = (): void => {
    if (tokens.length > 0) sentences.push({ index: sentences.length, tokens });
    tokens = [];
    depth = 0;
  };
  const codes = codesOf(text);
  const { length } = text;
  let at = 0;
  while (at < length && numbers < MAX_NUMBERS) {
    if (codes[at] === SPACE) {
      at += 1;
      continue;
    }
    // To look at index -1 of an array takes as long as some words, and slows down other looks in the same place.
    const before = tokens.length > 0 ? tokens[tokens.length - 1] : undefined;
    const token = tokenAt(text, codes, at, before);
    at = token.end;
    if (token.kind === 'mark') {
      // "approx. 49", "ca. 49": the dot of an abbreviation is dropped.
      if (token.text === '.' && before !== undefined && ABOUT.has(before.lower)) continue;
      tokens.push(token);
      if (token.text === '(' || token.text === '[') depth += 1;
      else if ((token.text === ')' || token.text === ']') && depth > 0) depth -= 1;
      else if (endsSentence(token, text, before, depth)) close();
    } else {
      tokens.push(token);
      if (token.kind === 'number') numbers += 1;
    }
    if (tokens.length >= MAX_TOKENS) close();
  }
  close();
  return sentences;
}

/** The one name of what `CUT_OFFS` matches. */
const ALL_CUT_OFFS = 'mAP50-95';
/** "mAP@[.5:.95]", "AP@0.5:0.05:0.95", "mAP_50:95": one name for all ways of printing these cut-offs. */
const CUT_OFFS =
  /m?AP\s?[@_]?\s?[[({]?\s?(?:IoU\s?=?\s?)?(?:0?\.50?|50)(?:\s?:\s?0?\.0?5)?\s?[:,~-]\s?(?:0?\.95|95)%?(?!\d)\s?[\])}]?/y;

/** The token at `at`; `before` is the one in front, and `codes` are those of the text. */
function tokenAt(text: string, codes: Uint16Array, at: number, before: Token | undefined): Token {
  const code = codes[at] ?? 0;
  if ((code === SMALL_M || code === CAPITAL_A) && isAveragePrecision(text, codes, at)) {
    CUT_OFFS.lastIndex = at;
    const printed = CUT_OFFS.exec(text)?.[0];
    if (printed !== undefined)
      return {
        ...wordToken(knownWord(ALL_CUT_OFFS, 0, ALL_CUT_OFFS.length), at),
        end: at + printed.trimEnd().length,
      };
  }
  const word = isLetter(code) || code > 127 ? knownWordAt(text, codes, at) : undefined;
  if (word && !word.mayBeNumber) return wordToken(word, at);
  const number = numberAt(text, at, before?.lower);
  if (number) {
    const printed = text.slice(at, number.end);
    const lower = printed.toLowerCase();
    return {
      kind: 'number',
      number,
      text: printed,
      lower,
      start: at,
      end: number.end,
      slot: NO_SLOT,
      traits: traitsOf(lower),
    };
  }
  if (word) return wordToken(word, at);
  if (!isDigit(code) && code !== DOT)
    return markToken(text, at, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
  DIGIT_WORD.lastIndex = at;
  const digits = DIGIT_WORD.exec(text)?.[0];
  if (digits !== undefined) return wordToken(knownWord(text, at, at + digits.length), at);
  LOOSE_DIGITS.lastIndex = at;
  const loose = LOOSE_DIGITS.exec(text)?.[0];
  return markToken(text, at, at + (loose?.length ?? 1));
}

const SPACE = 32;
const DOT = 46;
const CAPITAL_A = 65;
const CAPITAL_P = 80;
const SMALL_M = 109;

/** True where "AP" or "mAP" begins a word at `at`. */
function isAveragePrecision(text: string, codes: Uint16Array, at: number): boolean {
  const from = codes[at] === SMALL_M ? at + 1 : at;
  return (
    codes[from] === CAPITAL_A &&
    codes[from + 1] === CAPITAL_P &&
    !/[\p{L}\d]$/u.test(text.slice(Math.max(0, at - 1), at))
  );
}

/** The word at `at`; undefined if none begins there. */
function knownWordAt(text: string, codes: Uint16Array, at: number): KnownWord | undefined {
  const plain = (codes[at] ?? 0) > 127 ? undefined : plainWordAt(text, codes, at);
  if (plain) return plain;
  const length = wordAt(text, at)?.length ?? 0;
  return length > 0 ? knownWord(text, at, at + length) : undefined;
}

/** The word at `at`, for words that the fast path leaves undecided. */
function wordAt(text: string, at: number): string | undefined {
  WORD.lastIndex = at;
  const whole = WORD.exec(text)?.[0];
  // "AUC-0.881": a metric and its value are split.
  const joint = whole === undefined ? -1 : whole.search(/-\d?\.\d+$/);
  const word = joint > 1 && isMetric(whole?.slice(0, joint) ?? '') ? whole?.slice(0, joint) : whole;
  // "PSNR/SSIM" are two metrics, "input/output" is one word.
  const slash = word?.indexOf('/') ?? -1;
  // "BLEU-1/2/3/4" names a family of metrics.
  if (slash > 1 && FAMILY.test(word ?? '')) return word;
  const first = slash > 1 ? word?.slice(0, slash) : undefined;
  return first !== undefined && isMetric(first) ? first : word;
}

const wordToken = ({ text, lower, length, slot, traits }: KnownWord, start: number): Token => ({
  kind: 'word',
  text,
  lower,
  start,
  end: start + length,
  slot,
  traits,
});

/** Marks of one character of ASCII by their codes, and their traits: they need not be cut out of the text. */
const MARKS = Array.from({ length: 128 }, (_, code) => {
  const text = String.fromCharCode(code);
  return { text, traits: traitsOf(text) };
});

function markToken(text: string, start: number, end: number): Token {
  const known = end - start === 1 ? MARKS[text.charCodeAt(start)] : undefined;
  const mark = known?.text ?? text.slice(start, end);
  const traits = known?.traits ?? traitsOf(mark);
  return { kind: 'mark', text: mark, lower: mark, start, end, slot: NO_SLOT, traits };
}

function endsSentence(token: Token, text: string, before: Token | undefined, depth: number): boolean {
  if (token.text === '!' || token.text === '?') return depth === 0;
  if (token.text !== '.' && token.text !== '。') return false;
  // "(Hier. F1)": a dot within brackets ends no sentence, provided the bracket is closed; one that is never
  // closed must not swallow the rest of the text.
  if (depth > 0 && text.slice(token.end, token.end + 40).includes(')')) return false;
  if (before && ABBREVIATIONS.has(before.lower)) return false;
  const next = text.charAt(token.end);
  // "U.S." and initials: a single capital before the dot and no capitalised word after it.
  if (
    before &&
    before.text.length === 1 &&
    /[A-Z]/.test(before.text) &&
    !/^\s[A-Z]/.test(text.slice(token.end, token.end + 2))
  )
    return false;
  return next === '' || next === ' ' || /[\p{Lu}"'([]/u.test(next);
}
