/** Text into LaTeX as BibTeX reads it: special characters, accents, protected capitals. */
import { ACCENTS, LETTERS } from '@/lib/domain/describe/letters';
import { plainTex, splitMathematics } from '@/lib/domain/describe/math';

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
  '\u00A0': ' ',
};

/** Escapes plain text: "Müller & Søn" becomes `M{\"u}ller \& S{\o}n`. Other scripts stay as they are. */
export function escapeLatex(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    const letter = LETTERS[character];
    const fixed = letter === undefined ? (SPECIALS[character] ?? PUNCTUATION[character]) : `{\\${letter}}`;
    if (fixed !== undefined) {
      out += fixed;
      continue;
    }
    const [base, mark, ...rest] = character.normalize('NFD');
    const accent = mark === undefined ? undefined : ACCENTS[mark];
    if (base === undefined || accent === undefined || rest.length > 0) {
      out += character;
      continue;
    }
    // A letter command needs a space before a letter: \v c, but \'e.
    out += `{\\${accent}${/[a-z]/i.test(accent) ? ' ' : ''}${base}}`;
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

/** Whether every brace is closed: one that is not would swallow the rest of the entry. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    open += brace === '{' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * Escapes a title: mathematics stays mathematics, other TeX becomes the text that it stands for, and names such as
 * `{MRI}` keep their capitals, as `{$K$}` does: a style would lower those too.
 */
export function escapeLatexTitle(title: string): string {
  return splitMathematics(title)
    .map(({ text, isMath }) =>
      isMath && isBalanced(text) ? `{$${text}$}` : escapeTitleText(plainTex(isMath ? `$${text}$` : text)),
    )
    .join('');
}
