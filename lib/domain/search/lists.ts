/** The postings of one stem in one pack, decoded. */
import type { SearchIndex } from './index-file';
import { readHead, readOccurrences } from './postings';
import type { ListHead, Occurrences } from './postings';
import { stemsOf, searchedText } from './values';

/** Values that have the stem, and how often it stands in papers themselves. */
export const headOf = ({ lists, listStarts }: SearchIndex, list: number): ListHead =>
  readHead(lists, listStarts[list] ?? 0, listStarts[list + 1] ?? 0);

/** Decodes a list's occurrences into `into`; gives its head. */
export const decodeList = (
  index: SearchIndex,
  list: number,
  into: Occurrences,
  withPositions = false,
): ListHead => {
  const head = headOf(index, list);
  const end = index.listStarts[list + 1] ?? 0;
  readOccurrences(index.lists, head, end, index.size, into, withPositions);
  return head;
};

/** A value whose text holds a phrase, or only another form of it does. */
export interface PhraseValue {
  readonly value: number;
  readonly isForm: boolean;
}

const holds = (text: string, phrase: readonly string[]): boolean => {
  const stems = stemsOf(text);
  return stems.some((_, at) => phrase.every((each, i) => stems[at + i] === each));
};

/** The values that have all of these stems side by side: `lists` are theirs, `phrase` their texts. */
export const findPhraseValues = (
  index: SearchIndex,
  lists: readonly number[],
  phrase: readonly string[],
): PhraseValue[] => {
  const [first, ...rest] = lists.map((list) => headOf(index, list).values.map(({ value }) => value));
  const common = (first ?? []).filter((value) => rest.every((values) => values.includes(value)));
  return common.flatMap((value): PhraseValue[] => {
    const known = index.table.values[value];
    const searched = known && searchedText(known, (id) => index.tags.get(id));
    if (searched === undefined) return [];
    if (holds(searched.text, phrase)) return [{ value, isForm: false }];
    return searched.forms.some((form) => holds(form, phrase)) ? [{ value, isForm: true }] : [];
  });
};
