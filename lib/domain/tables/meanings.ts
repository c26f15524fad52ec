/**
 * The meanings of short forms in headers, if the caption or text gives them: "R-order denotes reading order",
 * "success rate (SR)", "SR: success rate". The phrase must begin with the first letter of its short form;
 * without a verb, each letter must begin a word.
 */

import { isMetricLabel, isQualityLabel } from './labels';

/** Short forms with their meanings. */
export type Meanings = ReadonlyMap<string, string>;

const MOST_TEXT = 20_000;

const SHORT = String.raw`\p{L}[\p{L}\d.@-]{0,14}`;
/** Two at once: "SR and CR denote success rate and completion rate". */
const SAID_OF_TWO = new RegExp(
  String.raw`(?<![\p{L}\d-])(${SHORT})\sand\s(${SHORT})\s(?:denote|stand for|abbreviate)\s(?:the\s)?(\p{L}[\p{L}\d -]{3,60}?)\sand\s(?:the\s)?(\p{L}[\p{L}\d -]{3,60})`,
  'gu',
);
// A single one: after "and" a plural verb would refer to both.
const SAID = new RegExp(
  String.raw`(?<![\p{L}\d-])(${SHORT})\s(?:denotes|represents|refers to|stands for|is short for|abbreviates|(?<!\sand\s${SHORT}\s)(?:denote|stand for))\s(?:the\s|results?\s(?:from|of)\s){0,2}(\p{L}[\p{L}\d -]{3,60})`,
  'gu',
);
const BEHIND = /(?<![\p{L}\d-])(\p{Lu}[\p{L}\d]{1,5})\s?(?::|=|\()\s?(\p{L}[\p{L} -]{3,60})/gu;
const BEFORE = /\s?\((\p{Lu}[\p{L}\d]{1,5})\)/gu;
/** The last words of a text. Texts are cut to a few words first, so that this is fast. */
const LAST_WORDS = /\p{L}[\p{L} -]{3,60}$/u;
/** A fast test, since most texts define nothing. */
const EXPLAINS = /\b(?:denote|represents|refers to|stands? for|short for|abbreviate)/;

const wordsIn = (text: string): readonly string[] => text.split(/[\s-]+/).filter(Boolean);
const lettersOf = (short: string): string => short.replace(/[^\p{L}]/gu, '').toLowerCase();
const initialsOf = (words: readonly string[]): string =>
  words.map((word) => word.slice(0, 1).toLowerCase()).join('');

/** The words at one end of a text whose initials spell a short form; undefined if they do not. */
function spelledAt(end: 'start' | 'end', text: string, short: string): string | undefined {
  const letters = lettersOf(short);
  const words = wordsIn(text);
  const some = end === 'start' ? words.slice(0, letters.length) : words.slice(-letters.length);
  return letters.length > 1 && initialsOf(some) === letters ? some.join(' ').toLowerCase() : undefined;
}

/** Reads definitions of short forms in texts; the first definition of each counts. Linear in the texts. */
export function findMeanings(texts: readonly string[]): Meanings {
  const meanings = new Map<string, string>();
  const note = (short: string, meaning: string | undefined): void => {
    if (meaning !== undefined && meaning.length > short.length && !meanings.has(short))
      meanings.set(short, meaning);
  };
  const noteSaid = (short: string, phrase: string): void => {
    const isShortened = /[.\d-]|\p{Lu}.*\p{Lu}/u.test(short) || short.length < 5;
    const begins = phrase.slice(0, 1).toLowerCase() === short.slice(0, 1).toLowerCase();
    if (isShortened && begins) note(short, phrase.trim().replace(/\s(?:and|where|while|with)\s.*$/, ''));
  };
  for (const whole of texts) {
    const text = whole.slice(0, MOST_TEXT);
    const isExplaining = EXPLAINS.test(text);
    for (const [, one = '', other = '', first = '', second = ''] of isExplaining
      ? text.matchAll(SAID_OF_TWO)
      : []) {
      noteSaid(one, first);
      noteSaid(other, second);
    }
    for (const [, short = '', phrase = ''] of isExplaining ? text.matchAll(SAID) : [])
      noteSaid(short, phrase);
    for (const [, short = '', phrase = ''] of text.matchAll(BEHIND))
      note(short, spelledAt('start', phrase, short));
    for (const { index, 1: short = '' } of text.matchAll(BEFORE)) {
      const [phrase] = LAST_WORDS.exec(text.slice(Math.max(0, index - 61), index)) ?? [];
      if (phrase !== undefined) note(short, spelledAt('end', phrase, short));
    }
  }
  return meanings;
}

/** The meanings of abbreviated labels, if the texts have one capitalised word that begins so: "Eff.". */
export function findStopped(labels: readonly string[], texts: readonly string[]): Meanings {
  const short = new Set(labels.filter((label) => /^\p{Lu}\p{Ll}{1,5}\.$/u.test(label)));
  if (short.size === 0) return new Map();
  const words = new Set(
    texts.flatMap((text) =>
      [...text.slice(0, MOST_TEXT).matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}{5,20}(?![\p{L}-])/gu)].map(([word]) =>
        word.toLowerCase(),
      ),
    ),
  );
  return new Map(
    [...short].flatMap((label) => {
      const start = label.slice(0, -1).toLowerCase();
      const [word, more] = [...words].filter((each) => each.startsWith(start));
      return word !== undefined && more === undefined ? [[label, word] as const] : [];
    }),
  );
}

/** Short forms of which only several together show what they are. */
const TOGETHER: readonly (readonly [
  needed: readonly string[],
  meanings: readonly (readonly [string, string])[],
])[] = [
  // Concordance of affinities and of survival times; elsewhere "CI" is a confidence interval.
  [['MSE', 'CI'], [['CI', 'C-index']]],
  [['IBS', 'CI'], [['CI', 'C-index']]],
  [
    ['P', 'R'],
    [
      ['P', 'precision'],
      ['R', 'recall'],
      ['F', 'F1'],
    ],
  ],
  [
    ['R1', 'R2', 'RL'],
    [
      ['R1', 'ROUGE-1'],
      ['R2', 'ROUGE-2'],
      ['RL', 'ROUGE-L'],
    ],
  ],
  [
    ['R-1', 'R-2', 'R-L'],
    [
      ['R-1', 'ROUGE-1'],
      ['R-2', 'ROUGE-2'],
      ['R-L', 'ROUGE-L'],
    ],
  ],
];
const LETTERS: ReadonlyMap<string, string> = new Map(TOGETHER.flatMap(([, meanings]) => meanings));

/** The meanings of letters that headers of a table have together: "P" and "R", "R1", "R2" and "RL". */
export const findLetters = (labels: readonly string[]): Meanings =>
  new Map(
    TOGETHER.filter(([needed]) => needed.every((label) => labels.includes(label))).flatMap(
      ([, meanings]) => meanings,
    ),
  );

/** A label with its short forms spelled out, except those that are metrics themselves ("AP"). */
export function spellOut(label: string, meanings: Meanings): string {
  if (meanings.size === 0) return label;
  return label
    .split(' ')
    .map((word) => {
      const meaning = meanings.get(word) ?? word;
      return meaning === LETTERS.get(word) || !isMetricLabel(word) ? meaning : word;
    })
    .join(' ');
}

/** How a caption says what a header stands for: "Step: step validity (%)", "Trace = trace validity". */
const EXPLAINED = (name: string): RegExp =>
  new RegExp(
    String.raw`(?:^|[\s(;,.])${name.replace(/[^\p{L}\d ]/gu, '.')}\s?(?::|=|is the|denotes(?: the)?)\s(\p{L}[\p{L} -]{3,40})`,
    'u',
  );

/** The metrics that a caption gives for headers by their names. A table has few headers, and a caption is short. */
export const findExplained = (labels: readonly string[], caption: string): Meanings =>
  caption === ''
    ? new Map()
    : new Map(
        labels
          .filter(
            (label) =>
              label.length > 1 && label.length < 16 && !isMetricLabel(label) && caption.includes(label),
          )
          .flatMap((label) => {
            const [, phrase = ''] = EXPLAINED(label).exec(caption.slice(0, 2_000)) ?? [];
            const meaning = phrase.replace(/\s(?:and|where|while|with|of|in|on|for)\s.*$/, '').trim();
            return meaning !== '' && (isMetricLabel(meaning) || isQualityLabel(meaning))
              ? [[label, meaning] as const]
              : [];
          }),
      );
