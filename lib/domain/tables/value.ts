/** Reads a cell's text: a number with its unit and error, several numbers, or none. */

/** A number of a cell. */
export interface CellValue {
  readonly value: number;
  /** The number after "±", or in brackets if the caption says so. */
  readonly error?: number | undefined;
  /** A change printed beside it: "(+1.40)". */
  readonly delta?: number | undefined;
  /** "%", "ms", "M"; absent where the cell has none. */
  readonly unit?: string | undefined;
  /**
   * The mark of a bound or an estimate, as printed before the number: "<", "~". Such numbers are not
   * compared.
   */
  readonly qualifier?: string | undefined;
  /** The number as printed, without anything beside it. */
  readonly printed: string;
}

/**
 * `number`: one; `several`: numbers of several systems separated by slashes; `range`: from one number to
 * another.
 */
export type CellContent =
  | { readonly kind: 'number'; readonly number: CellValue }
  /** In their order; undefined where one is missing: "- / 83.0". */
  | { readonly kind: 'several'; readonly numbers: readonly (CellValue | undefined)[] }
  | { readonly kind: 'range' | 'change' | 'missing' | 'text' };

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (digits: string): string =>
  digits
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replace(/⁻/g, '-')
    .replace(/⁺/g, '');

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)`;
const POWER = String.raw`(?:[eE][-+]?\d{1,3}|\s?[×·⋅∗*xX]\s?10(?:[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}|\^\{?[-+]?\d{1,3}\}?))`;
const NUMBER = new RegExp(String.raw`^([-+]?)\s?(${DIGITS})(${POWER})?`);
/** A power of ten without a factor. */
const LONE_POWER = /^10([⁻⁺]?[⁰¹²³⁴-⁹]{1,3})/;

/** Units after a number in a cell, including letters for sizes. */
const UNIT =
  /^\s?(%|‰|°C?|×|x(?![a-z\d])|[kKMBGT](?![A-Za-z])|[kKMGT]i?B(?![A-Za-z])|(?:ms|µs|us|ns|min|sec|secs|hrs?|days?|dB|mm|cm|km|Hz|kHz|MHz|GHz|FPS|fps|pp|pts?|s|h|m|J|W|mW|kWh|GFLOPs|TFLOPs|MACs)(?![A-Za-z])(?:\/[a-z]{1,6})?|[a-z]{2,9}\/(?:s|sec|min|h|day)(?![A-Za-z]))/;

/** Cells that show that there is no number. */
const MISSING =
  /^(?:[-–—−.…/*?]{0,4}|n\/?a\.?|none|nan|oom|oot|out of (?:memory|time)|t\/?o|timeout|fail(?:ed|s|ure)?|tbd|unk(?:nown)?|diverged?|inf|∞|[×x✗✘✓✔√○●◦∘]|yes|no)$/i;

/** A mark that a system has what the head of its column says. */
export const CHECKED = /^[✓✔☑√●]$/u;

/** Marks of footnotes and significance, which do not change the number. */
const MARKS = /[*†‡§¶#⋆★☆◇♦♣♠♥⋄∗]+|[ᵃ-ᶻ]/gu;

/**
 * The value of a printed number; commas separate thousands, but a comma before one or two digits is a decimal
 * comma.
 */
function numberOf(sign: string, digits: string, power: string | undefined): number {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(',', '.');
  const exponent =
    power === undefined
      ? ''
      : `e${lowered(power)
          .replace(/^[eE]|^.*10\^?/, '')
          .replace(/[{}]/g, '')}`;
  return Number(`${sign}${plain}${exponent}`);
}

interface Read {
  readonly number: CellValue;
  readonly rest: string;
}

/** The number with which a text begins; undefined if it begins with something else. */
function readNumber(text: string): Read | undefined {
  const qualifier = /^(?:[<>≤≥≈~∼≃×]|\$|€|£)\s?/.exec(text)?.[0] ?? '';
  const body = text.slice(qualifier.length);
  const lone = LONE_POWER.exec(body);
  const match = lone ? undefined : NUMBER.exec(body);
  if (!lone && !match) return undefined;
  const printed = lone?.[0] ?? match?.[0] ?? '';
  const value = lone
    ? Number(`1e${lowered(lone[1] ?? '')}`)
    : numberOf(match?.[1] ?? '', match?.[2] ?? '', match?.[3]);
  if (!Number.isFinite(value)) return undefined;
  const behind = body.slice(printed.length);
  const unit = UNIT.exec(behind);
  const mark = qualifier.trim();
  const isUnit = /^[$€£×]$/.test(mark);
  return {
    number: {
      value,
      printed: `${qualifier}${printed}`.trim(),
      ...(unit ? { unit: unit[1] } : isUnit && { unit: mark }),
      ...(mark && !isUnit && { qualifier: mark }),
    },
    rest: behind.slice(unit?.[0].length ?? 0).trim(),
  };
}

/** Reads the brackets after a number. */
function readAside(aside: string, isErrorInBrackets: boolean): Pick<CellValue, 'error' | 'delta'> {
  const change = /^(?:[↑↓▲▼△▽+−-]\s?)([\d.]+)\s?(?:%|pp|pts?)?\s?[↑↓▲▼]?$/.exec(aside);
  if (change) return { delta: (/^[↓▼▽−-]/.test(aside) ? -1 : 1) * Number(change[1]) };
  const plain = /^±?\s?(\d*\.?\d+)\s?%?$/.exec(aside);
  return plain && (isErrorInBrackets || aside.startsWith('±')) ? { error: Number(plain[1]) } : {};
}

/**
 * Reads what may follow a number in its cell: error, change, brackets, marks. Undefined if anything else
 * follows, so that the cell is a text that begins with a number.
 */
function readRest(rest: string, isErrorInBrackets: boolean): Partial<CellValue> | undefined {
  let left = rest;
  const found: { error?: number; delta?: number; unit?: string } = {};
  for (let step = 0; left !== '' && step < 6; step += 1) {
    const error = /^(?:±|\+\/?-|\\pm)\s?(\d*\.?\d+)\s?(%?)/.exec(left);
    const aside = /^[([{]([^()[\]{}]{0,40})[)\]}]/.exec(left);
    const change = /^[↑↓▲▼△▽]\s?[+−-]?(\d*\.?\d*)\s?%?/.exec(left);
    if (error) {
      Object.assign(found, { error: Number(error[1]), ...(error[2] && { unit: '%' }) });
    } else if (aside) Object.assign(found, readAside((aside[1] ?? '').trim(), isErrorInBrackets));
    else if (change) {
      if (change[1]) found.delta = (/^[↓▼▽]/.test(left) ? -1 : 1) * Number(change[1]);
    } else return undefined;
    left = left.slice((error ?? aside ?? change)?.[0].length ?? left.length).trim();
    const unit = UNIT.exec(left);
    if (unit) {
      found.unit = unit[1] ?? '';
      left = left.slice(unit[0].length).trim();
    }
  }
  return left === '' ? found : undefined;
}

/** The only number in a text; undefined if there are none or several. */
function readSingle(text: string, isErrorInBrackets: boolean): CellValue | undefined {
  const read = readNumber(text);
  if (!read) return undefined;
  const rest = readRest(read.rest, isErrorInBrackets);
  return rest && { ...read.number, ...rest };
}

/** Reads a cell. `isErrorInBrackets`: the caption says that brackets hold deviations. Linear in the text. */
export function readCell(text: string, isErrorInBrackets = false): CellContent {
  const plain = text.slice(0, 120).replace(/[−‐‑]/g, '-').replace(/\s+/g, ' ').trim();
  if (MISSING.test(plain)) return { kind: 'missing' };
  const bare = plain.replace(MARKS, '').trim();
  if (!/^(?:[-–—]+\s?[/|]\s?)?[-+<>≤≥≈~∼≃×$€£↑↓▲▼]?\s?[-+]?\s?[.\d]/.test(bare)) return { kind: 'text' };
  // An arrow before a number is a change; an arrow after it may give the better direction.
  if (/^[↑↓▲▼]/.test(bare)) return { kind: 'change' };
  const number = readSingle(bare, isErrorInBrackets);
  if (number) return { kind: 'number', number };
  if (/^[~∼≈]?\s?[\d.,]+\s?%?\s?(?:[-–—]|to)\s?[~∼≈]?[\d.,]+\s?\S{0,5}$/.test(bare)) return { kind: 'range' };
  const parts = bare.split(/\s?[/|]\s?/);
  if (parts.length > 1 && parts.length <= 4) {
    const numbers = parts.map((part) => readSingle(part, isErrorInBrackets));
    const isRead = numbers.every((one, at) => one !== undefined || /^[-–—]+$/.test(parts[at] ?? ''));
    if (isRead && numbers.some((one) => one !== undefined)) return { kind: 'several', numbers };
  }
  return { kind: 'text' };
}
