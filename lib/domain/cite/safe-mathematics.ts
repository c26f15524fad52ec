/**
 * Checks mathematics in a title before it goes into a bibliography: only commands that typeset symbols are
 * allowed. The title comes from an untrusted page and TeX executes what it reads, so `\input`, `\write18`,
 * character codes (`^^5c`) and unbalanced braces must never pass.
 */
import { FUNCTIONS, SYMBOLS } from '@/lib/domain/describe/math';

/** Allowed commands, besides symbols and functions, which only affect how their argument is typeset. */
const SETTING =
  'mathbb mathcal mathrm mathbf mathit mathsf mathtt mathfrak mathscr boldsymbol bm text textrm textbf textit texttt textsc textsf emph mbox mathring ' +
  'frac dfrac tfrac binom bar hat tilde vec dot ddot breve check acute grave widehat widetilde overline underline ' +
  'overrightarrow left right lfloor rfloor lceil rceil vert Vert mid setminus emptyset wedge vee neg top bot aleph ' +
  'Re Im sup inf det dim ker Pr gcd limsup liminf operatorname displaystyle textstyle quad qquad bullet ast ltimes ' +
  'rtimes simeq cong lesssim gtrsim succ prec succeq preceq subseteq supset supseteq varnothing varsigma varrho ' +
  'vartheta varpi oint lVert rVert lvert rvert hookrightarrow longrightarrow Leftrightarrow iff implies sharp flat natural';

const ALLOWED: ReadonlySet<string> = new Set([...SYMBOLS.keys(), ...FUNCTIONS, ...SETTING.split(' ')]);

/** The command of each symbol outside ASCII; the first if there are several. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...[...SYMBOLS].toReversed().map(([command, sign]): [string, string] => [sign, `\\${command}`]),
  ['→', '\\rightarrow'],
  ['√', '\\surd'],
  ['°', '^{\\circ}'],
  ['µ', '\\mu'],
  ['−', '-'],
  ['∅', '\\emptyset'],
  ['≲', '\\lesssim'],
  ['≳', '\\gtrsim'],
  ['≃', '\\simeq'],
  ['∗', '\\ast'],
  ['∙', '\\bullet'],
  ['⊆', '\\subseteq'],
  ['↑', '\\uparrow'],
  ['↓', '\\downarrow'],
  ['♯', '\\sharp'],
  ...Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit): [string, string] => [sign, `^{${digit}}`]),
  ...Array.from('₀₁₂₃₄₅₆₇₈₉', (sign, digit): [string, string] => [sign, `_{${digit}}`]),
]);

/** The command for a symbol; undefined for any other character. */
export const commandOf = (sign: string): string | undefined => COMMANDS.get(sign);

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;

/** Whether all braces are closed; an open one would swallow the rest of the entry. */
export function isBalanced(text: string): boolean {
  let open = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    open += brace === '{' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * The mathematics (without dollar signs) in a form that is safe in a bibliography; undefined if it is not
 * safe.
 */
export function safeMathematics(source: string): string | undefined {
  // BibTeX counts escaped braces, TeX does not: both must find them balanced.
  if (!isBalanced(source) || !isBalanced(source.replace(/\\[^A-Za-z]/g, ''))) return undefined;
  // Refuses character codes, a script mark without its script, and an incomplete command at the end.
  if (/\^\s*\^|[\^_]\s*(?:$|[\^_}])|\\$/.test(source)) return undefined;
  // Refuses a script that is an escaped symbol without braces, which BibTeX parsers take for a command.
  if (/[\^_]\s*(?:[%#&]|\\[^A-Za-z])/.test(source)) return undefined;
  for (const [, name = ''] of source.matchAll(/\\([A-Za-z]+|.)/gs)) {
    if (!ALLOWED.has(name) && !/^[,;:! {}|%#&_]$/.test(name)) return undefined;
  }
  if (count(source, /\\left(?![A-Za-z])/g) !== count(source, /\\right(?![A-Za-z])/g)) return undefined;
  const written = source
    .replace(/\\[^A-Za-z]|[%#&]/g, (sign) => (sign.length === 1 ? `\\${sign}` : sign))
    .replace(/[^ -~]/gu, (sign) => (COMMANDS.has(sign) ? `{${COMMANDS.get(sign)}}` : sign));
  return /[^ -~]/.test(written) ? undefined : written;
}
