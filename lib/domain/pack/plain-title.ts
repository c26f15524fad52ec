/** Converts titles from arXiv's metadata to text: TeX commands become the characters that they print. */
import { plainTex, SYMBOLS } from '@/lib/domain/describe/math';
import { foldSpace } from '@/lib/domain/text';

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (character, digit) => [String(digit), character])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

const raise = (text: string): string => Array.from(text, (each) => RAISED[each] ?? each).join('');
const lower = (text: string): string => Array.from(text, (each) => LOWERED[Number(each)] ?? each).join('');

/** Font commands (`\mathtt`, `\boldsymbol`) and spacing, which print their argument. */
const FONT = /\\(?:math[a-z]{2,6}|boldsymbol|operatorname|ensuremath|displaystyle)(?![A-Za-z]) ?/g;
const SPACE = /\\[,;: !]/g;
/**
 * A command that is not a symbol, or one directly followed by a letter because its dollar signs were removed:
 * `\\nablaNABLA`.
 */
const COMMAND = /\\([A-Za-z]{1,30}) ?/g;
const SETTING = /^(?:left|right|big[lr]?|tilde|widetilde|overline|boxed|bar|hat|vec|texorpdfstring)/;
const LONGEST_SYMBOL = Math.max(...Array.from(SYMBOLS.keys(), (name) => name.length));

const readCommand = (name: string): string => {
  for (let length = Math.min(name.length, LONGEST_SYMBOL); length > 1; length -= 1) {
    const symbol = SYMBOLS.get(name.slice(0, length));
    if (symbol !== undefined) return symbol + name.slice(length);
  }
  return name.replace(SETTING, '');
};

/** A superscript ™ or ®, in any notation. */
const MARK = /\^ ?\(?(TM|R)\)?(?![\p{L}\p{N}])/gu;
const DEGREE = /\^ ?[∘°]/g;
const POWER = /\^([-+−]?\d{1,3}|[-+−](?![\p{L}\p{N}]))/gu;
const INDEX = /(?<=[\p{L}\p{N})])_(\d{1,2})(?![\p{L}\p{N}])/gu;

/**
 * Remains of templates: crop marks drawn with LaTeX's `picture`, the line beside them, and fields left
 * unfilled.
 */
const DEBRIS = [
  /\bpicture(?:\(-?\d{1,4},-?\d{1,4}\)[\d ]{0,6}){2,}(?:picture\b)?/g,
  /"output" -\d{4}\/\d{1,2}\/\d{1,2} -page \d{1,4} -#\d{1,4}/g,
  /\bAssociate Editor: X{3,}[^.]{0,80}$/,
  /^(?:X+[-/]){3,8}\$?X+\.\d\d ©20XX IEEE /,
];

/** A title without TeX and remains of templates. Plain text is returned as it is, with white space folded. */
export function plainTitle(title: string): string {
  if (!/[\\{}^_$]|picture\(/.test(title)) return foldSpace(title);
  const text = plainTex(title.replace(FONT, '').replace(SPACE, ' '))
    .replace(COMMAND, (whole: string, name: string) => readCommand(name) + (whole.endsWith(' ') ? ' ' : ''))
    .replaceAll('\\', '')
    .replace(MARK, (_, mark: string) => (mark === 'R' ? '®' : '™'))
    .replace(DEGREE, '°')
    .replace(POWER, (_, power: string) => raise(power))
    .replace(INDEX, (_, index: string) => lower(index));
  const cleaned = DEBRIS.reduce((rest, debris) => rest.replace(debris, ' '), text);
  // If nothing else is left, the title is kept as it was.
  return foldSpace(cleaned) || foldSpace(title);
}
