/** Converts the simple LaTeX in titles to text and to styled runs; it never produces markup. */

import { lazily } from '../lazily';
import { ACCENTS, LETTERS } from './letters';

/** A part of a title: plain text, or mathematics on, above or below the line. */
interface TextRun {
  readonly text: string;
  readonly style: 'plain' | 'math' | 'superscript' | 'subscript';
}

/** Symbols by the names of their commands. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  (
    'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
    'pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π ' +
    'Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ times × cdot · pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ ' +
    'to → rightarrow → leftarrow ← Rightarrow ⇒ leftrightarrow ↔ mapsto ↦ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ forall ∀ ' +
    'exists ∃ nabla ∇ partial ∂ sum ∑ prod ∏ int ∫ sqrt √ ell ℓ hbar ℏ circ ∘ star ⋆ dagger † oplus ⊕ otimes ⊗ perp ⊥ ' +
    'parallel ∥ propto ∝ equiv ≡ ll ≪ gg ≫ ldots … dots … cdots ⋯ prime ′ langle ⟨ rangle ⟩ deg °'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, words[index + 1] ?? '']);
      return pairs;
    }, []),
);

/** Functions printed as words, with a space after them. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  'log',
  'ln',
  'exp',
  'sin',
  'cos',
  'tan',
  'tanh',
  'min',
  'max',
  'arg',
  'argmin',
  'argmax',
  'lim',
]);

/** One token: a command, a script mark, a brace, or other characters. */
const TOKEN = /\\[A-Za-z]+\s?|\\.|[\^_{}]|[^\\^_{}]+/gs;

/** A fraction whose parts contain at most one group; in any other the parts are simply joined. */
const FRACTION = /\\[dt]?frac\s?\{([^{}]*)\}\s?\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** A part of a fraction written on one line. */
const inLine = (part: string): string => (/[-+\s]/.test(part.trim()) ? `(${part})` : part);

function readMath(written: string): TextRun[] {
  const source = written.replace(
    FRACTION,
    (_, above: string, below: string) => `${inLine(above)}/${inLine(below)}`,
  );
  const runs: TextRun[] = [];
  const depthStyles: TextRun['style'][] = ['math'];
  let pending: TextRun['style'] | undefined;
  const push = (text: string) => {
    const style = pending ?? depthStyles.at(-1) ?? 'math';
    // A script mark without braces applies to one character only.
    const rest = pending && text.length > 1 ? text.slice(1) : '';
    const shown = rest ? text.slice(0, 1) : text;
    if (shown) runs.push({ text: shown, style });
    pending = undefined;
    if (rest) runs.push({ text: rest, style: depthStyles.at(-1) ?? 'math' });
  };
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '^') pending = 'superscript';
    else if (token === '_') pending = 'subscript';
    else if (token === '{') {
      depthStyles.push(pending ?? depthStyles.at(-1) ?? 'math');
      pending = undefined;
    } else if (token === '}') {
      if (depthStyles.length > 1) depthStyles.pop();
    } else if (token.startsWith('\\')) {
      const name = token.slice(1).trim();
      // Unknown commands are formatting (\mathbf, \text, \left), so only their argument is kept.
      const symbol = FUNCTIONS.has(name)
        ? token.slice(1)
        : (SYMBOLS.get(name) ?? (/^[^A-Za-z]$/.test(name) ? name.replace(/[,;!: ]/, ' ') : ''));
      if (symbol) push(symbol);
    } else push(token);
  }
  return runs;
}

/**
 * TeX writes dashes as hyphens: "0.1--0.4" -> "0.1–0.4". Options of commands ("--fast") keep their hyphens.
 */
export function setDashes(text: string): string {
  return text.replace(/(?<=[^\s-])-{2,3}(?=[^\s-])|(?<=\s)-{2,3}(?=\s)/g, (dashes) =>
    dashes.length === 2 ? '–' : '—',
  );
}

const marks = lazily(() => new Map(Object.entries(ACCENTS).map(([mark, command]) => [command, mark])));
const letterCommands = lazily(
  () => new Map(Object.entries(LETTERS).map(([letter, command]) => [command, letter])),
);

/** A letter with an accent command: `\'e`, `\"{o}`, `\c{c}`, `\v c`. */
const accented = lazily(
  () => /\\(?:(['"`^~=.])(?:\{\\?(\p{L})\}|\\?(\p{L}))|([uvHckdbr])(?:\{\\?(\p{L})\}| (\p{L})(?!\p{L})))/gu,
);
/** A command in running text, with the space or empty group that ends its name. */
const COMMAND = /\\([A-Za-z]{1,20})(?:\{\}| )?/g;
/** Commands that only format text. */
const STYLING =
  /^(?:text[a-z]{2,11}|emph|underline|mbox|em|it|bf|sc|tt|rm|sf|[a-z]{2}(?:series|shape|family)|LARGE|[Ll]arge)$/;

const setAccents = (text: string): string =>
  text.replace(
    accented(),
    (whole: string, ...[sign, inGroup, bare, name, named, apart]: (string | undefined)[]) => {
      const letter = `${inGroup ?? bare ?? named ?? apart}${marks().get(sign ?? name ?? '')}`.normalize(
        'NFC',
      );
      return letter.length === 1 ? letter : whole;
    },
  );

/** Text with TeX outside mathematics, as the text that it prints: `{\"o}` -> "ö", `\textit{via}` -> "via". */
export function plainTex(text: string): string {
  if (!/[\\{}]/.test(text)) return text;
  // Twice, since a letter may have two marks: `\~{\^e}` is "ễ".
  return setAccents(setAccents(text))
    .replace(COMMAND, (whole: string, name: string) =>
      STYLING.test(name) ? '' : (letterCommands().get(name) ?? SYMBOLS.get(name) ?? whole),
    )
    .replace(/\\([%&$#_{}])/g, '$1')
    .replace(/[{}]/g, '');
}

/** Splits a title into text and mathematics without dollar signs. */
export function splitMathematics(title: string): { readonly text: string; readonly isMath: boolean }[] {
  const parts: { text: string; isMath: boolean }[] = [];
  let end = 0;
  // An amount of money has no closing sign directly after a non-space, and "$5-$6" begins and ends with digits.
  for (const match of title.matchAll(/\$(?!\d[^$\\]{0,201}\$\d)([^$\s](?:[^$]{0,200}[^$\s])?)\$/g)) {
    parts.push(
      { text: title.slice(end, match.index), isMath: false },
      { text: match[1] ?? '', isMath: true },
    );
    end = match.index + match[0].length;
  }
  parts.push({ text: title.slice(end), isMath: false });
  return parts;
}

/** Splits a title into runs: `$\alpha$-divergence` gives a math run "α" and a plain run "-divergence". */
export function parseTextRuns(text: string): TextRun[] {
  return splitMathematics(text).flatMap((part): TextRun[] => {
    if (part.isMath) return readMath(part.text);
    const plain = setDashes(plainTex(part.text));
    return plain ? [{ text: plain, style: 'plain' }] : [];
  });
}

/** The title as plain text. */
export function plainMath(text: string): string {
  return parseTextRuns(text)
    .map((run) => run.text)
    .join('');
}
