/** The filters of the query language: which papers pass, and the message for a filter that cannot be applied. */
import { FACETS, type Facet, type TagDefinition } from '../paper';
import { foldWord, stem, tokenise } from '@/lib/domain/text/tokens';
import { READING_STATUSES, type SavedMarks } from '../provenance';
import {
  acceptFlag,
  acceptIds,
  acceptMarks,
  acceptPack,
  acceptValues,
  everything,
  listOwnTags,
  listValues,
  nothing,
} from './accepts';
import type { Accepts } from './accepts';
import { findByAuthor, isAuthorWord } from './authors';
import { hasReadAll } from './collection';
import type { SearchCollection } from './collection';
import { findNearestNames } from './edit-distance';
import { FILTER_ALIASES, FILTER_NAMES } from './filter-names';
import { HAS_CODE, HAS_RESULTS } from './index-file';
import { findTypoMatches } from './match';
import { listChoices, NONE_SAVED, writeFilter, type SearchMessage } from './message';
import type { WrittenFilter } from './query';
import type { ValueKind } from './values';
import { yearRange } from './years';

/** A filter ready to apply, with a message if it could not be taken as written. */
interface ResolvedFilter {
  readonly accepts: Accepts;
  readonly message?: SearchMessage | undefined;
}

/** What filters depend on besides the packs. */
interface FilterContext {
  readonly collection: SearchCollection;
  /** The user's marks on saved papers, for `in:saved`, `status:` and `mytag:`. */
  readonly saved: SavedMarks;
  /** Ids in the user's lists, by the name in an `in:` filter; the papers may be shown from another pack. */
  readonly lists: Readonly<Record<string, Iterable<string>>>;
}

const MOST_SUGGESTIONS = 4;

const unfinished = (name: string, examples: readonly string[]): ResolvedFilter => {
  const suggestions = examples.slice(0, MOST_SUGGESTIONS).map((value) => writeFilter(name, value));
  const hint = suggestions.length === 0 ? undefined : `For example ${listChoices(suggestions)}.`;
  const text = hint ?? `${name}: needs a value.`;
  return { accepts: everything, message: { kind: 'unfinished', text, words: [`${name}:`], suggestions } };
};

const refuse = (text: string, written: string, suggestions: readonly string[]): ResolvedFilter => ({
  accepts: nothing,
  message: { kind: 'unknown-value', text, words: [written], suggestions },
});

const unknownValue = (
  name: string,
  value: string,
  known: readonly string[],
  written: (nearest: string) => string = (nearest) => nearest,
): ResolvedFilter => {
  const nearest = findNearestNames(value, known, MOST_SUGGESTIONS);
  const hint = nearest.length === 0 ? '' : ` Nearest: ${listChoices(nearest)}.`;
  const suggestions = nearest.map((each) => writeFilter(name, written(each)));
  return refuse(`No paper has ${writeFilter(name, value)}.${hint}`, writeFilter(name, value), suggestions);
};

const keyOf = (text: string): string =>
  tokenise(text)
    .map((token) => stem(token.text))
    .join(' ');

const formKeys = new WeakMap<TagDefinition, readonly string[]>();

/** Keys of a tag's label and forms, computed once: there are thousands, and each keystroke compares them all. */
const keysOfForms = (tag: TagDefinition): readonly string[] => {
  let keys = formKeys.get(tag);
  if (keys === undefined) formKeys.set(tag, (keys = [tag.label, ...tag.forms].map(keyOf)));
  return keys;
};

/** Tags of the facet that the value names; if none, those whose id or label begins with it. */
const findTags = (tags: readonly TagDefinition[], value: string): TagDefinition[] => {
  const key = keyOf(value);
  const named = tags.filter((tag) => tag.id === value.toLowerCase() || keysOfForms(tag).includes(key));
  if (named.length > 0) return named;
  const folded = foldWord(value);
  const startsLike = ({ id, label }: TagDefinition): boolean =>
    [id, foldWord(label)].some(
      (each) => each.startsWith(folded) || each.split(/[\s-]/).some((word) => word.startsWith(folded)),
    );
  return tags.filter(startsLike);
};

const byTag = (
  { collection }: FilterContext,
  name: string,
  facet: Facet | undefined,
  value: string,
): ResolvedFilter => {
  const definitions = new Map(collection.packs.flatMap(({ index }) => [...index.tags]));
  const tags = [...definitions.values()].filter((tag) => facet === undefined || tag.facet === facet);
  const ids = new Set(tags.map(({ id }) => id));
  if (value === '')
    return unfinished(
      name,
      listValues(collection, 'tags').filter((id) => ids.has(id)),
    );
  const found = new Set(findTags(tags, value).map(({ id }) => id));
  if (found.size > 0) return { accepts: acceptValues((kind, text) => kind === 'tags' && found.has(text)) };
  const labels = tags.map(({ label }) => label);
  const idOf = (label: string): string => tags.find((tag) => tag.label === label)?.id ?? label;
  return unknownValue(name, value, labels, idOf);
};

const wordsOf = (text: string): string[] => tokenise(text).map((token) => token.text);

/** A filter over shared texts: each word of the value must begin a word of the text; texts equal to it win. */
const byText = (
  { collection }: FilterContext,
  name: string,
  wanted: ValueKind,
  value: string,
): ResolvedFilter => {
  const known = listValues(collection, wanted);
  const words = wordsOf(value);
  if (words.length === 0) return unfinished(name, known);
  const chosen: string[] = [];
  const whole: string[] = [];
  for (const text of known) {
    const held = wordsOf(text);
    if (held.join(' ') === words.join(' ')) whole.push(text);
    else if (words.every((word) => held.some((each) => each.startsWith(word)))) chosen.push(text);
  }
  const accepted = new Set(whole.length > 0 ? whole : chosen);
  return accepted.size > 0
    ? { accepts: acceptValues((kind, text) => kind === wanted && accepted.has(text)) }
    : unknownValue(name, value, known);
};

const byAuthor = ({ collection }: FilterContext, value: string): ResolvedFilter => {
  const words = wordsOf(value);
  if (words.length === 0) return unfinished('author', []);
  for (const isWhole of [true, false]) {
    const found = new Map(collection.packs.map((pack) => [pack, findByAuthor(pack, words, isWhole)]));
    if ([...found.values()].some(({ size }) => size > 0))
      return { accepts: (pack) => (paper) => found.get(pack)?.has(paper) === true };
  }
  if (!hasReadAll(collection)) return { accepts: nothing };
  const nearest = findTypoMatches(collection, words.at(-1) ?? '', true, undefined, isAuthorWord)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ text }) => text);
  return unknownValue('author', value, [...new Set(nearest)]);
};

const byYear = (written: string): ResolvedFilter => {
  const examples = ['2024', '2024..', '..2023', '2022..2024'];
  if (written === '') return unfinished('year', examples);
  const range = yearRange(written);
  if (range) {
    const accepts: Accepts =
      ({ index: { days } }) =>
      (paper) => {
        const day = days[paper] ?? 0;
        return day > 0 && day >= range.from && day <= range.to;
      };
    return { accepts };
  }
  const suggestions = examples.map((each) => `year:${each}`);
  return refuse(
    `“${written}” is no year. Write ${listChoices(suggestions)}.`,
    writeFilter('year', written),
    suggestions,
  );
};

const byChoice = (
  name: string,
  value: string,
  choices: Readonly<Record<string, Accepts>>,
): ResolvedFilter => {
  const names = Object.keys(choices);
  if (value === '') return unfinished(name, names);
  const typed = value.toLowerCase();
  // "read" is also a beginning of "reading".
  const chosen = names.find((each) => each === typed) ?? names.find((each) => each.startsWith(typed));
  const accepts = chosen === undefined ? undefined : choices[chosen];
  if (accepts) return { accepts };
  const suggestions = names.map((each) => writeFilter(name, each));
  return refuse(
    `There is no ${writeFilter(name, value)}. Write ${listChoices(suggestions)}.`,
    writeFilter(name, value),
    suggestions,
  );
};

const HAS = { code: acceptFlag(HAS_CODE), results: acceptFlag(HAS_RESULTS) };
const CODE = { yes: acceptFlag(HAS_CODE), no: acceptFlag(HAS_CODE, false) };

const byPack = ({ collection, lists }: FilterContext, value: string): ResolvedFilter => {
  const packs = collection.packs.map(({ name }) => [name, acceptPack(name)] as const);
  const own = Object.entries(lists).map(([name, ids]) => [name, acceptIds([...ids])] as const);
  return byChoice('in', value, Object.fromEntries([...packs, ...own]));
};

/** The values equal to what was typed, without regard to case; if none is, those that begin with it. */
const findByBeginning = (known: readonly string[], typed: string): ReadonlySet<string> => {
  const wanted = typed.toLowerCase();
  const equal = known.filter((value) => value.toLowerCase() === wanted);
  return new Set(equal.length > 0 ? equal : known.filter((value) => value.toLowerCase().startsWith(wanted)));
};

const byStatus = ({ saved }: FilterContext, value: string): ResolvedFilter =>
  byChoice(
    'status',
    value,
    Object.fromEntries(
      READING_STATUSES.map((each) => [each, acceptMarks(saved, ({ status }) => status === each)]),
    ),
  );

const byOwnTag = ({ saved }: FilterContext, value: string): ResolvedFilter => {
  const known = listOwnTags(saved);
  if (value === '') return unfinished('mytag', known);
  if (saved.size === 0) return { accepts: nothing, message: NONE_SAVED };
  const accepted = findByBeginning(known, value);
  return accepted.size > 0
    ? { accepts: acceptMarks(saved, ({ ownTags }) => ownTags.some((tag) => accepted.has(tag))) }
    : unknownValue('mytag', value, known);
};

const byCategory = ({ collection }: FilterContext, value: string): ResolvedFilter => {
  const known = listValues(collection, 'categories');
  if (value === '') return unfinished('cat', known);
  const accepted = findByBeginning(known, value);
  return accepted.size > 0
    ? { accepts: acceptValues((kind, text) => kind === 'categories' && accepted.has(text)) }
    : unknownValue('cat', value, known);
};

const unknownFilter = (name: string): ResolvedFilter => {
  const nearest = findNearestNames(name, [...FILTER_NAMES], 2);
  const offered = nearest.length > 0 ? nearest : FILTER_NAMES;
  const hint = `${nearest.length > 0 ? 'Did you mean' : 'There is'} ${listChoices(offered.map((each) => `${each}:`))}`;
  return {
    accepts: everything,
    message: {
      kind: 'unknown-filter',
      text: `There is no filter “${name}:”. ${hint}${nearest.length > 0 ? '?' : '.'}`,
      words: [`${name}:`],
      suggestions: offered.map((each) => `${each}:`),
    },
  };
};

/** What a filter on saved papers is if there are none; one that cannot be taken as written still says so. */
const unlessNoneSaved = ({ saved }: FilterContext, resolved: ResolvedFilter): ResolvedFilter =>
  saved.size > 0 || resolved.message !== undefined ? resolved : { accepts: nothing, message: NONE_SAVED };

/** Resolves a written filter against the packs. An unknown filter lets everything pass, with a message. */
export const resolveFilter = (context: FilterContext, { name, value }: WrittenFilter): ResolvedFilter => {
  const known = FILTER_ALIASES.get(name) ?? name;
  const facet = FACETS.find((each) => each === known);
  if (facet !== undefined || known === 'tag') return byTag(context, known, facet, value);
  switch (known) {
    case 'author':
      return byAuthor(context, value);
    case 'metric':
      return byText(context, 'metric', 'metrics', value);
    case 'venue':
      return byText(context, 'venue', 'venue', value);
    case 'cat':
      return byCategory(context, value);
    case 'in':
      return value.toLowerCase() === 'saved'
        ? unlessNoneSaved(context, byPack(context, value))
        : byPack(context, value);
    case 'status':
      return unlessNoneSaved(context, byStatus(context, value));
    case 'mytag':
      return byOwnTag(context, value);
    case 'year':
      return byYear(value);
    case 'has':
      return byChoice('has', value, HAS);
    case 'code':
      return byChoice('code', value, CODE);
    default:
      return unknownFilter(name);
  }
};
