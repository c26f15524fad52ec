/** Decides which of the compared systems is the paper's own. */
import { cleanText } from '../reading/clean-text';
import { findOwnNames } from '../reading/names/own-names';
import { splitSentences } from '../reading/sentence';
import { remember } from '../remember';

/** The facts about the paper that contains a table. */
export interface TablePaper {
  readonly title: string;
  /** Empty if the page shows none. */
  readonly abstract: string;
}

/**
 * How a label shows that a system is the paper's own: explicitly ("ours"), or by a name that the paper gives
 * it.
 */
export type OwnSign = 'said' | 'named';

const SAID =
  /(?:^|[\s([])(?:ours?|proposed|this (?:work|paper|study)|present (?:work|study)|we)(?:$|[\s)\],.:*-])|^ours?[-+_]/i;

const RERUN =
  /\b(?:our|ours,?|by us)\s(?:own\s)?(?:re-?)?(?:repro|impl|run|train|eval)\p{L}*|\breproduced\b/iu;

/** Letters and digits in lower case, so that "Unlimited-OCR" and "Unlimited OCR" are equal. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();

/** The initials of a title's words from its beginning, by which a table may name the system ("UOW"). */
function initialsOf(title: string): string {
  return title
    .split(/[\s:–—-]+/)
    .map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? word.slice(0, 1))
    .join('');
}

/** What a title names before its colon, by word; empty if it names nothing so. */
function namedFirst(title: string): readonly string[] {
  const [name = '', rest] = title.split(/:\s/);
  const words = name.split(/\s+/).filter(Boolean);
  return rest !== undefined && words.length < 6 && words.every((word) => /^\p{Lu}/u.test(word)) ? words : [];
}

/** Words that also begin the names of other papers' systems. */
const WIDESPREAD =
  /^(?:deep|large|language|vision|visual|graph|neural|diffusion|transformers?|attention|adaptive|dynamic|multi|cross|self|fast|efficient|unified|general|generative|contrastive|masked|video|image|speech|audio|latent|learn(?:ing|ed)|towards?|open|beyond|from|the|when|what|how|why)$/i;

/**
 * True if a label's first part stands for the name before the title's colon: its initials ("FH-GR" in "Functional
 * Homotopy: …"), or its first word before a hyphen ("Pushdown-LM" in "Pushdown Layers: …").
 */
function isOfTitleName(label: string, words: readonly string[]): boolean {
  const [part = '', ...more] = label.split('-');
  const [first = ''] = words;
  const isInitials =
    words.length > 1 &&
    part.length > 1 &&
    part === words.flatMap((word) => word.split('-').map((piece) => piece.slice(0, 1))).join('');
  return isInitials || (more.length > 0 && first.length > 4 && part === first && !WIDESPREAD.test(first));
}

/** Words of titles that short forms skip. */
const SMALL_WORD = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|via|with)$/;

/**
 * True if a label with several capitals is spelled by the beginnings of the title's first words, three at least:
 * "AL-DETR" by "Anchor-Lite Detection Transformers". Tries the longest beginnings last; a label has few letters.
 */
function isShortTitle(label: string, titleWords: readonly string[]): boolean {
  const letters = label.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3 || letters.length > 12 || (label.match(/\p{Lu}/gu) ?? []).length < 2) return false;
  const spell = (rest: string, word: number): boolean => {
    if (rest === '') return word >= 3;
    const next = titleWords[word] ?? '';
    for (
      let taken = 1;
      taken <= Math.min(4, next.length) && rest.startsWith(next.slice(0, taken));
      taken += 1
    )
      if (spell(rest.slice(taken), word + 1)) return true;
    return false;
  };
  return spell(letters.toLowerCase(), 0);
}

/** "We propose a new architecture, the Transformer, …": the name that stands in apposition to what is proposed. */
const APPOSED =
  /\b(?:propos|present|introduc|develop|describ|formulat|design|devis)(?:e|es|ed|ing|s)?\b[^.;:,()]{3,100},\s(?:the|called|named|dubbed|termed)\s(\p{Lu}[\p{L}\d-]{2,})(?=\s?[,.(])/gu;
/** The same where the short form stands in brackets: "a new operator, the Fourier neural operator (FNO)". */
const APPOSED_SHORT =
  /\b(?:propos|present|introduc|develop|describ|formulat|design|devis)(?:e|es|ed|ing|s)?\b[^.;:,()]{3,100},\s(?:the|called|named|dubbed|termed)\s[^.;:,()]{3,80}\s\((\p{Lu}[\p{L}\d-]{0,20}\p{Lu}[\p{L}\d-]{0,20})\)/gu;
/** "We call it LumNet", and "our LumNet-1.5 reaches": a sentence that names what was made. */
const CALLED =
  /\b[Ww]e\s(?:call|name|dub|term)\s(?:it|them|this\s\p{L}+|our\s\p{L}+|the\s\p{L}+)\s(?:as\s)?(\p{Lu}[\p{L}\d.-]{0,40}[\p{L}\d])/gu;
const OURS =
  /\b[Oo]ur\s(\p{Lu}[\p{L}\d.-]{0,20}[\p{Lu}\d][\p{L}\d.-]{0,20})\s(?:reach|achiev|outperform|obtain|attain|surpass|improv|exceed|is\b|can\b|sets?\b|yields?\b)/gu;

/** "a framework, called DEtection TRansformer or DETR": the shorter of two names. */
const OR_SHORT =
  /\b(?:called|named|termed|dubbed)\s\p{L}[^.;:,()]{2,60}\sor\s(\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*)/gu;

/** "the proposed Bayesian model (PBM)": the short form of what is proposed, in a caption or an abstract. */
const PROPOSED_SHORT =
  /\b(?:[Pp]roposed|[Oo]ur)\s(?:[\p{L}\d-]+\s){1,6}\((\p{Lu}[\p{L}\d-]{0,20}\p{Lu}[\p{L}\d-]{0,20})\)/gu;

/** The short forms that a text gives to what its paper proposes, as `nameKey`. */
export const proposedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.slice(0, 2_000).matchAll(PROPOSED_SHORT)].map(([, name = '']) => nameKey(name)));

/** Recognises labels of the paper's own system. */
export interface OwnNames {
  readonly signOf: (label: string, isCited: boolean) => OwnSign | undefined;
}

/** The names that title and abstract give to the paper's own system. Linear in the abstract. */
export function findOwnSystems({ title, abstract }: TablePaper): OwnNames {
  const { text } = cleanText(abstract.slice(0, 12_000));
  const heading = cleanText(title.slice(0, 1_000)).text;
  const names = new Set(
    [
      ...findOwnNames(heading, text, splitSentences(text)).flatMap((name) => (name.isData ? [] : name.text)),
      ...[APPOSED, APPOSED_SHORT, OR_SHORT, CALLED, OURS].flatMap((form) =>
        [...text.matchAll(form)].map(([, name = '']) => name),
      ),
    ]
      // "networks (CDANs)": a label has the singular.
      .flatMap((name) => (/\p{Lu}s$/u.test(name) ? [name, name.slice(0, -1)] : [name]))
      .map(nameKey)
      .filter((key) => key.length > 1),
  );
  const spelled = nameKey(heading)
    .split(' ')
    .filter((word) => !SMALL_WORD.test(word));
  const first = namedFirst(heading);
  const titleWords = ` ${nameKey(heading)} `;
  const initials = initialsOf(heading);
  const decide = (whole: string, isCited: boolean): OwnSign | undefined => {
    // What others made and the paper ran again is theirs: "LumNet (our reproduction)".
    if (RERUN.test(whole)) return undefined;
    if (SAID.test(whole)) return 'said';
    // "BM25 + LumNet": what is added last is what is proposed.
    const label = whole.slice(whole.lastIndexOf(' + ') + 1).replace(/^\+ /, '');
    const key = nameKey(label);
    if (key === '') return undefined;
    const padded = ` ${key} `;
    // "QT-Opt+LumNet": the same without spaces.
    const added = ` ${nameKey(/[^\s+]\+([^\s+][^+]*)$/.exec(whole)?.[1] ?? '')} `;
    // "LumNet + stop": with something that has no name.
    const base = ` ${nameKey(/^(.+?) \+ \P{Lu}+$/u.exec(whole)?.[1] ?? '')} `;
    for (const name of names)
      if (
        padded.startsWith(` ${name} `) ||
        base.startsWith(` ${name} `) ||
        padded.endsWith(` ${name} `) ||
        added.startsWith(` ${name} `) ||
        // "LumNet50": with its size.
        (name.length > 3 && key.startsWith(name) && /^\d/.test(key.slice(name.length)))
      )
        return 'named';
    // A name that begins the title is the paper's own, unless the table cites another work for it.
    const isName = /\p{Lu}.*\p{Lu}|\d/u.test(label) && key.length > 3;
    if (!isCited && isName && titleWords.startsWith(padded)) return 'named';
    const isOfTitle = isShortTitle(label, spelled) || isOfTitleName(label, first);
    if (!isCited && isOfTitle) return 'named';
    return /^\p{Lu}{3,6}$/u.test(label) && initials.startsWith(label) ? 'named' : undefined;
  };
  const [signOfCited, signOfOther] = [
    remember((label) => decide(label, true)),
    remember((label) => decide(label, false)),
  ];
  return { signOf: (label, isCited) => (isCited ? signOfCited : signOfOther)(label) };
}

/** True for rows that vary the system above them: "w/o mixing", "+ side view", "– pre-training". */
export const isVariantLabel = (label: string): boolean =>
  /^(?:w\/o|w\/|without\b|with\b|no\b|only\b|[-+–−]\s?\p{L}|remov(?:e|ing)\b|replac(?:e|ing)\b)/iu.test(
    label,
  );

/**
 * True for labels without a name: a number, a count, a letter in brackets, a size, a numbered model or version.
 * Systems of other papers have names.
 */
export const isNamelessLabel = (label: string): boolean =>
  isVariantLabel(label) ||
  /^(?:[\d.,]+(?:\s?[-%×x\p{Ll}]+)?|(?:\p{Lu}\p{Ll}+\s)?\p{L}{1,6}\s?=\s?[\d.]+(?:\s\([^()]*\))?|\d+\s\p{Ll}+|\(?\p{Lu}\)?|(?:model|variant|version|config(?:uration)?|setting|setup|run|exp(?:eriment)?|stage|step)[\s.-]?(?:\d+(?:\.\d+)*|\p{Lu})|v\d+(?:\.\d+)*|base|big|large|small|medium|tiny|full|default|none)$/iu.test(
    label,
  );
