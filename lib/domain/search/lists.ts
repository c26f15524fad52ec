/** The decoded postings of a stem in a pack, and the values whose text has the stem. */
import type { SearchIndex } from './index-file';
import { readOccurrences } from './posting-lists';
import type { Occurrences, ValueRef } from './postings';
import { searchedText, stemsOf } from './values';

/** The values whose text has the list's stem. */
export const valuesOfList = ({ refs }: SearchIndex, list: number): readonly ValueRef[] => refs.of(list);

/** Decodes a list's occurrences into `into`. */
export const decodeList = (
  { postings }: SearchIndex,
  list: number,
  into: Occurrences,
  withPositions = false,
): void => readOccurrences(postings, list, into, withPositions);

const holds = (text: string, phrase: readonly string[]): boolean => {
  const stems = stemsOf(text);
  return stems.some((_, at) => phrase.every((each, i) => stems[at + i] === each));
};

/** The values that have these stems in a row: `lists` are their lists, `phrase` their texts. */
export const findPhraseValues = (
  index: SearchIndex,
  lists: readonly number[],
  phrase: readonly string[],
): ValueRef[] => {
  const [first, ...rest] = lists.map((list) => valuesOfList(index, list).map(({ value }) => value));
  const common = (first ?? []).filter((value) => rest.every((values) => values.includes(value)));
  return common.flatMap((value): ValueRef[] => {
    const known = index.table.values[value];
    const searched = known && searchedText(known, (id) => index.tags.get(id));
    if (searched === undefined) return [];
    if (holds(searched.text, phrase)) return [{ value, isForm: false }];
    return searched.forms.some((form) => holds(form, phrase)) ? [{ value, isForm: true }] : [];
  });
};
