/** Text into LaTeX as BibTeX reads it: special characters, accents, protected capitals. */

const SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Combining marks by their LaTeX accent command. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030A': 'r',
  '\u030B': 'H',
  '\u030C': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};

/** Letters without a decomposition, and the dashes and quotes of running text. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: '{\\ss}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ı: '{\\i}',
  đ: '{\\dj}',
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
    const fixed = SPECIALS[character] ?? LETTERS[character];
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

/** Mathematics that the source itself set between dollar signs, kept as it stands. */
const MATHEMATICS = /\$[^$]{1,200}\$/g;

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

/** Escapes a title: mathematics stays mathematics, names such as `{MRI}` keep their capitals. */
export function escapeLatexTitle(title: string): string {
  let out = '';
  let end = 0;
  for (const match of title.matchAll(MATHEMATICS)) {
    out += escapeTitleText(title.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return out + escapeTitleText(title.slice(end));
}
