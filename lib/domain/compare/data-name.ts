/** Splits what a number was measured on into the dataset and the part of it. */

/** A dataset as a paper names it. */
export interface DataName {
  /** As printed, without the words for its part. */
  readonly name: string;
  /** Equal for all spellings: "MIMIC-CXR", "MIMIC CXR dataset". */
  readonly key: string;
  /** The part, such as "test", "validation", "train" or "fold"; undefined if none is named. */
  readonly split: string | undefined;
}

/** Words for a part of a dataset, by its usual name. */
const SPLITS: readonly (readonly [split: string, words: RegExp])[] = [
  ['validation', /\b(?:validation|val|development|dev)\b/i],
  ['test', /\b(?:testing|tests?|held[- ]out|hidden)\b/i],
  ['train', /\b(?:training|train)\b/i],
];

/** All words for parts of datasets. */
const ANY_SPLIT =
  /\b(?:validation|val|development|dev|testing|tests?|training|train|held[- ]out|hidden|unseen|independent)\b/gi;

/** Words for the kind, number or owner of a dataset, which do not say which one it is. */
const KIND_WORDS =
  /\b(?:the|an?|our|own|its|these|all|both|two|three|four|five|six|several|multiple|many|various|different|other|data ?sets?|data|benchmarks?|corpus|corpora|cohorts?|challenges?|splits?|sets?|samples?|patients|cases|images?|internal|external|in[- ]house|private|public|local|large|small|standard|real[- ]world)\b/gi;

/** Words for all of a paper's own tasks or data together, which are others in another paper. */
const ALL_OF_THEM =
  /\b(?:all|avg|average[ds]?|averaging|overall|means?|total|macro|micro|tasks?|subtasks?|categor(?:y|ies)|class(?:es)?|languages?|domains?|everything)\b\.?/gi;

/** A mark of a footnote behind a name: "Snarks†". */
const FOOTNOTE = /(?<=[\p{L}\p{N})])[*†‡§¶♠♣♢λ]+(?=$|[\s/(])/gu;

/** ISO 639-1 codes of the languages that test sets of translation are named by. */
const CODES: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  romanian: 'ro',
  russian: 'ru',
  ukrainian: 'uk',
  czech: 'cs',
  polish: 'pl',
  finnish: 'fi',
  estonian: 'et',
  latvian: 'lv',
  lithuanian: 'lt',
  turkish: 'tr',
  arabic: 'ar',
  hebrew: 'he',
  hindi: 'hi',
  gujarati: 'gu',
  nepali: 'ne',
  vietnamese: 'vi',
  japanese: 'ja',
  korean: 'ko',
  chinese: 'zh',
};
const LANGUAGE = Object.keys(CODES).join('|');
/** "English-German", "English to German": from one language to another. */
const PAIR = new RegExp(String.raw`\b(${LANGUAGE})\s*(?:-|–|→|⇒|->|\/|\bto\b)\s*(${LANGUAGE})\b`, 'gi');
/** A year behind a name: "WMT 2014", "ISIC-2018", "WMT'14". */
const YEAR = /(?<=\p{L}{2})[\s'’-]*(?:20)?(?=[012]\d(?!\d))/gu;

const codeOf = (language: string): string => CODES[language.toLowerCase()] ?? language;

/**
 * Years by their last two digits, pairs of languages by their codes: "WMT14 En-De" for "WMT 2014 English-German".
 * "EN-DE" alone stays another name, since several test sets have it.
 */
const evenedOf = (text: string): string =>
  text
    .replaceAll(YEAR, '')
    .replaceAll(PAIR, (_, from: string, to: string) => `${codeOf(from)}-${codeOf(to)}`);

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/**
 * Parses a dataset's name; undefined if the words name none: "test set", "two public datasets", "All tasks (avg)",
 * or the number of a setting, "512".
 */
export function readData(printed: string): DataName | undefined {
  const unmarked = printed.replaceAll(FOOTNOTE, '');
  const found = SPLITS.find(([, words]) => words.test(unmarked));
  const name = found ? unmarked.replace(found[1], ' ') : unmarked;
  const bare = name.replaceAll(KIND_WORDS, ' ').replaceAll(/\s+/g, ' ').trim();
  const key = fold(bare.replaceAll(ANY_SPLIT, ' ').replaceAll(ALL_OF_THEM, ' '));
  return key === '' || /^\d+$/.test(key)
    ? undefined
    : { name: bare, key: fold(evenedOf(bare)), split: found?.[0] };
}
