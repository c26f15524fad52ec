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

/** Recognises labels of the paper's own system. */
export interface OwnNames {
  readonly signOf: (label: string, isCited: boolean) => OwnSign | undefined;
}

/** The names that title and abstract give to the paper's own system. Linear in the abstract. */
export function findOwnSystems({ title, abstract }: TablePaper): OwnNames {
  const { text } = cleanText(abstract.slice(0, 12_000));
  const heading = cleanText(title.slice(0, 1_000)).text;
  const names = new Set(
    findOwnNames(heading, text, splitSentences(text))
      .filter(({ isData }) => !isData)
      .map((name) => nameKey(name.text))
      .filter((key) => key.length > 1),
  );
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
      return /^\p{Lu}{3,6}$/u.test(label) && initials.startsWith(label) ? 'named' : undefined;
    },
  };
}

/** True for rows that vary the system above them: "w/o mixing", "+ side view", "– pre-training". */
export const isVariantLabel = (label: string): boolean =>
  /^(?:w\/o|w\/|without\b|with\b|no\b|only\b|[-+–−]\s?\p{L}|remov(?:e|ing)\b|replac(?:e|ing)\b)/iu.test(
    label,
  );
