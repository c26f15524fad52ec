/** Converts text to LaTeX for BibTeX: special characters, accents, protected capitals. */
import { ACCENTS, LETTERS } from '@/lib/domain/describe/letters';
import { plainMath, plainTex, splitMathematics } from '@/lib/domain/describe/math';
import { withoutControls } from '@/lib/domain/text/controls';
import { commandOf, isBalanced, safeMathematics } from './safe-mathematics';

const SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  // BibTeX counts escaped braces when it matches braces, so they are written as commands.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Dashes and quotation marks of running text. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '…': '{\\ldots}',
  '‐': '-',
  '‑': '-',
  '‚': ',',
  '„': '{\\quotedblbase}',
  '«': '{\\guillemotleft}',
  '»': '{\\guillemotright}',
  '¡': '{\\textexclamdown}',
  '¿': '{\\textquestiondown}',
  '™': '{\\texttrademark}',
  '®': '{\\textregistered}',
  '©': '{\\textcopyright}',
  '€': '{\\texteuro}',
  '£': '{\\pounds}',
  '§': '{\\S}',
};

/**
 * The TeX command for a Latin letter with marks; undefined for marks without a command (hook, horn), which
 * need a Vietnamese font.
 */
function escapeLetter(character: string): string | undefined {
  const letter = LETTERS[character];
  if (letter !== undefined) return `{\\${letter}}`;
  const [base = '', ...marks] = character.normalize('NFD');
  // Accent commands only work for Latin letters: the Cyrillic й is a letter of its own.
  if (marks.length === 0 || !/\p{Script=Latin}/u.test(base)) return undefined;
  let written = base;
  for (const mark of marks) {
    const accent = ACCENTS[mark];
    if (accent === undefined) return undefined;
    // A command of letters needs a space before its letter (\v c, but \'e); a letter with two marks needs
    // braces.
    if (written.length > 1) written = `{${written}}`;
    else if (/[a-z]/i.test(accent)) written = ` ${written}`;
    written = `\\${accent}${written}`;
  }
  return `{${written}}`;
}

/** Three Greek letters in a row are a word and not symbols. */
const GREEK_WORD = /(\p{Script=Greek}{3,})/u;

/**
 * Escapes plain text: "Müller & Søn" becomes `M{\"u}ller \& S{\o}n`, a symbol becomes mathematics ("α"
 * becomes `{$\alpha$}`). Other scripts are unchanged; invisible characters are removed.
 */
export function escapeLatex(text: string): string {
  const parts = withoutControls(text)
    .replaceAll(/[\s\u00A0]/g, ' ')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060]/g, '')
    .normalize('NFC')
    .split(GREEK_WORD);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeCharacters(part))).join('');
}

function escapeCharacters(text: string): string {
  let out = '';
  for (const character of text) {
    const sign = character > '~' ? commandOf(character) : undefined;
    out +=
      SPECIALS[character] ??
      PUNCTUATION[character] ??
      (sign === undefined ? undefined : `{$${sign}$}`) ??
      escapeLetter(character) ??
      character;
  }
  return out;
}

/**
 * True for a word whose capitals a bibliography style would change: one after its first letter, or before a
 * digit.
 */
function needsProtection(word: string): boolean {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
  return /\p{Lu}/u.test(letters.slice(1)) || /^\p{Lu}\d/u.test(letters);
}

function escapeTitleText(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (needsProtection(word) ? `{${escapeLatex(word)}}` : escapeLatex(word)))
    .join('');
}

/**
 * Escapes a title: safe mathematics is kept, other TeX becomes the text that it prints, and names such as
 * `{MRI}` are put in braces so that styles do not change their capitals; `{$K$}` too.
 */
export function escapeLatexTitle(title: string): string {
  return splitMathematics(title)
    .map(({ text, isMath }) => {
      const safe = isMath ? safeMathematics(withoutControls(text)) : undefined;
      if (safe !== undefined) return `{$${safe}$}`;
      if (!isMath) return escapeTitleText(plainTex(text));
      return escapeTitleText(isBalanced(text) ? plainMath(`$${text}$`) : plainTex(`$${text}$`));
    })
    .join('');
}
