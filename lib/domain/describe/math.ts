/** The little LaTeX that titles hold, as text and as simple runs: no markup is ever made from it. */

/** A stretch of a title: plain, or mathematics at, above or below the line. */
export interface TextRun {
  readonly text: string;
  readonly style: 'plain' | 'math' | 'superscript' | 'subscript';
}

const SYMBOLS: ReadonlyMap<string, string> = new Map(
  (
    'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
    'pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π ' +
    'Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ times × cdot · pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ ' +
    'to → rightarrow → leftarrow ← Rightarrow ⇒ leftrightarrow ↔ mapsto ↦ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ forall ∀ ' +
    'exists ∃ nabla ∇ partial ∂ sum ∑ prod ∏ int ∫ sqrt √ ell ℓ hbar ℏ circ ∘ star ⋆ dagger † oplus ⊕ otimes ⊗ perp ⊥ ' +
    'parallel ∥ propto ∝ equiv ≡ ll ≪ gg ≫ ldots … dots … cdots ⋯ prime ′ langle ⟨ rangle ⟩'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, words[index + 1] ?? '']);
      return pairs;
    }, []),
);

/** Named functions are set as words, apart from what they are of. */
const FUNCTIONS = new Set([
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

/** One token: a command, a script mark, a brace, or any other character. */
const TOKEN = /\\[A-Za-z]+\s?|\\.|[\^_{}]|[^\\^_{}]+/gs;

function readMath(source: string): TextRun[] {
  const runs: TextRun[] = [];
  const depthStyles: TextRun['style'][] = ['math'];
  let pending: TextRun['style'] | undefined;
  const push = (text: string) => {
    const style = pending ?? depthStyles.at(-1) ?? 'math';
    // A script mark without braces holds for one character only.
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
      // Unknown commands are styling (\mathbf, \text, \left): what they hold is what matters.
      const symbol = FUNCTIONS.has(name)
        ? token.slice(1)
        : (SYMBOLS.get(name) ?? (/^[^A-Za-z]$/.test(name) ? name.replace(/[,;!: ]/, ' ') : ''));
      if (symbol) push(symbol);
    } else push(token);
  }
  return runs;
}

/** TeX writes dashes as hyphens: "0.1--0.4" -> "0.1–0.4". Options of commands ("--fast") keep theirs. */
export function setDashes(text: string): string {
  return text.replace(/(?<=[^\s-])-{2,3}(?=[^\s-])|(?<=\s)-{2,3}(?=\s)/g, (dashes) =>
    dashes.length === 2 ? '–' : '—',
  );
}

/** Cuts a title into runs: `$\alpha$-divergence` is a math run "α" and a plain run "-divergence". */
export function parseTextRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  const plain = (part: string) => {
    const cleaned = setDashes(part.replace(/\\([%&$#_{}])/g, '$1').replace(/[{}]/g, ''));
    if (cleaned) runs.push({ text: cleaned, style: 'plain' });
  };
  // An amount of money has no closing sign directly after a non-space, so "$5 and $6" stays text.
  for (const match of text.matchAll(/\$([^$\s](?:[^$]{0,200}[^$\s])?)\$(?!\d)/g)) {
    plain(text.slice(end, match.index));
    runs.push(...readMath(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  plain(text.slice(end));
  return runs;
}

/** The same as one line of text. */
export function plainMath(text: string): string {
  return parseTextRuns(text)
    .map((run) => run.text)
    .join('');
}
