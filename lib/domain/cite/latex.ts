/** Text into LaTeX as BibTeX reads it: special characters, accents, protected capitals. */
import { ACCENTS, LETTERS } from '@/lib/domain/describe/letters';
import { plainMath, plainTex, splitMathematics } from '@/lib/domain/describe/math';
import { withoutControls } from '@/lib/domain/text/controls';
import { commandOf, isBalanced, safeMathematics } from './mathematics';

const SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  // BibTeX counts an escaped brace as one that opens or closes.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** The dashes and quotes of running text. */
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

/** What of Latin script and its marks TeX has commands for; other marks (hook, horn) need a font of Vietnamese. */
function escapeLetter(character: string): string | undefined {
  const letter = LETTERS[character];
  if (letter !== undefined) return `{\\${letter}}`;
  const [base = '', ...marks] = character.normalize('NFD');
  // Accents are for Latin letters: й is a letter of its own, which TeX reads as it is or not at all.
  if (marks.length === 0 || !/\p{Script=Latin}/u.test(base)) return undefined;
  let written = base;
  for (const mark of marks) {
    const accent = ACCENTS[mark];
    if (accent === undefined) return undefined;
    // A letter command needs a space before a letter: \v c, but \'e; a letter with a mark needs braces.
    if (written.length > 1) written = `{${written}}`;
    else if (/[a-z]/i.test(accent)) written = ` ${written}`;
    written = `\\${accent}${written}`;
  }
  return `{${written}}`;
}

/** Three Greek letters in a row are a word. */
const GREEK_WORD = /(\p{Script=Greek}{3,})/u;

/**
 * Escapes plain text: "Müller & Søn" becomes `M{\"u}ller \& S{\o}n`, a sign mathematics ("α" `{$\alpha$}`).
 * Other scripts stay as they are; what nobody sees is left out.
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

/** A word whose capitals a bibliography style would lose: one past its first letter, or with a digit. */
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
 * Escapes a title: harmless mathematics stays mathematics, other TeX becomes the text that it stands for, and
 * names such as `{MRI}` keep their capitals, as `{$K$}` does: a style would lower those too.
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
