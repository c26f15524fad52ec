/** What a number was measured on, told apart into the data set and the part of it. */

/** A data set as a paper names it. */
export interface DataName {
  /** As printed, without the words for its part. */
  readonly name: string;
  /** The same for all spellings: "MIMIC-CXR", "MIMIC CXR dataset". */
  readonly key: string;
  /** "test", "validation", "train", "fold": the part; undefined where none is named. */
  readonly split: string | undefined;
}

/** Words for a part of a data set, by the name under which it is known. */
const SPLITS: readonly (readonly [split: string, words: RegExp])[] = [
  ['validation', /\b(?:validation|val|development|dev)\b/i],
  ['test', /\b(?:testing|tests?|held[- ]out|hidden)\b/i],
  ['train', /\b(?:training|train)\b/i],
];

/** Words for a part of any set, of whatever name. */
const ANY_SPLIT =
  /\b(?:validation|val|development|dev|testing|tests?|training|train|held[- ]out|hidden|unseen|independent)\b/gi;

/** Words that say what kind of thing a name is of, how many, and whose: nothing of which. */
const KIND_WORDS =
  /\b(?:the|an?|our|own|its|these|all|both|two|three|four|five|six|several|multiple|many|various|different|other|data ?sets?|data|benchmarks?|corpus|corpora|cohorts?|challenges?|splits?|sets?|samples?|patients|cases|images?|internal|external|in[- ]house|private|public|local|large|small|standard|real[- ]world)\b/gi;

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Reads a data set's name; undefined where the words name none: "test set", "two public datasets". */
export function readData(printed: string): DataName | undefined {
  const found = SPLITS.find(([, words]) => words.test(printed));
  const name = found ? printed.replace(found[1], ' ') : printed;
  const bare = name.replaceAll(KIND_WORDS, ' ').replaceAll(/\s+/g, ' ').trim();
  const key = fold(bare.replaceAll(ANY_SPLIT, ' '));
  return key === '' ? undefined : { name: bare, key: fold(bare), split: found?.[0] };
}
