/** Decides which of the compared systems is the paper's own. */
import { cleanText } from '../reading/clean-text';
import { findOwnNames } from '../reading/names/own-names';
import { splitSentences } from '../reading/sentence';

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

/** Words of titles that no short form takes a letter of. */
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
  /\b(?:propos|present|introduc|develop|describ)(?:e|es|ed|ing|s)?\b[^.;:,()]{3,100},\s(?:the|called|named|dubbed|termed)\s(\p{Lu}[\p{L}\d-]{2,})(?=\s?[,.(])/gu;

/** "a framework, called DEtection TRansformer or DETR": the shorter of two names. */
const OR_SHORT =
  /\b(?:called|named|termed|dubbed)\s\p{L}[^.;:,()]{2,60}\sor\s(\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*)/gu;

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
      ...[APPOSED, OR_SHORT].flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name)),
    ]
      .map(nameKey)
      .filter((key) => key.length > 1),
  );
  const spelled = nameKey(heading)
    .split(' ')
    .filter((word) => !SMALL_WORD.test(word));
  const titleWords = ` ${nameKey(heading)} `;
  const initials = initialsOf(heading);
  return {
    signOf(label, isCited) {
      if (SAID.test(label)) return 'said';
      const key = nameKey(label);
      if (key === '') return undefined;
      const padded = ` ${key} `;
      for (const name of names)
        if (padded.startsWith(` ${name} `) || padded.endsWith(` ${name} `)) return 'named';
      // A name that begins the title is the paper's own, unless the table cites another work for it.
      const isName = /\p{Lu}.*\p{Lu}|\d/u.test(label) && key.length > 3;
      if (!isCited && isName && titleWords.startsWith(padded)) return 'named';
      if (!isCited && isShortTitle(label, spelled)) return 'named';
      return /^\p{Lu}{3,6}$/u.test(label) && initials.startsWith(label) ? 'named' : undefined;
    },
  };
}

/** True for rows that vary the system above them: "w/o mixing", "+ side view", "– pre-training". */
export const isVariantLabel = (label: string): boolean =>
  /^(?:w\/o|w\/|without\b|with\b|no\b|only\b|[-+–−]\s?\p{L}|remov(?:e|ing)\b|replac(?:e|ing)\b)/iu.test(
    label,
  );

/**
 * True for labels that call nothing by a name: a number, a count, a letter in brackets, a size, a numbered model or
 * version. What others made is called by its name.
 */
export const isNamelessLabel = (label: string): boolean =>
  isVariantLabel(label) ||
  /^(?:[\d.,]+(?:\s?[-%×x\p{Ll}]+)?|\d+\s\p{Ll}+|\(?\p{Lu}\)?|(?:model|variant|version|config(?:uration)?|setting|setup|run|exp(?:eriment)?|stage|step)[\s.-]?(?:\d+(?:\.\d+)*|\p{Lu})|v\d+(?:\.\d+)*|base|big|large|small|medium|tiny|full|default|none)$/iu.test(
    label,
  );
