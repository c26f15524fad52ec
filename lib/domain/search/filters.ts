/** The filters of the query language: which papers they let through, and what is wrong with one that cannot be. */
import { FACETS } from '../paper';
import type { Facet, TagDefinition } from '../paper';
import { foldWord, stem, tokenise } from '../tokens';
import type { SearchIndex } from './build';
import { findNearestNames } from './edit-distance';
import { listChoices, writeFilter } from './message';
import type { SearchMessage } from './message';
import type { SearchablePaper } from './paper';
import type { WrittenFilter } from './query';

type Accepts = (paper: SearchablePaper) => boolean;

export interface ResolvedFilter {
  readonly accepts: Accepts;
  readonly message?: SearchMessage | undefined;
}

/** Every filter, in the order in which they are offered. */
export const FILTER_NAMES = ['tag', ...FACETS, 'author', 'year', 'has', 'metric', 'venue'] as const;

const everything: Accepts = () => true;
const nothing: Accepts = () => false;
const MOST_SUGGESTIONS = 4;

const unfinished = (name: string, examples: readonly string[]): ResolvedFilter => {
  const suggestions = examples.slice(0, MOST_SUGGESTIONS).map((value) => writeFilter(name, value));
  const text =
    suggestions.length === 0 ? `${name}: waits for a value.` : `For example ${listChoices(suggestions)}.`;
  return { accepts: everything, message: { kind: 'unfinished', text, suggestions } };
};

const unknownValue = (
  name: string,
  value: string,
  known: readonly string[],
  written: (nearest: string) => string = (nearest) => nearest,
): ResolvedFilter => {
  const nearest = findNearestNames(value, known, MOST_SUGGESTIONS);
  const hint = nearest.length === 0 ? '' : ` Nearest: ${listChoices(nearest)}.`;
  return {
    accepts: nothing,
    message: {
      kind: 'unknown-value',
      text: `No paper has the ${name} “${value}”.${hint}`,
      suggestions: nearest.map((each) => writeFilter(name, written(each))),
    },
  };
};

const keyOf = (text: string): string =>
  tokenise(text)
    .map((token) => stem(token.text))
    .join(' ');

/** Tags of the facet that the value names; failing that, those whose id or label goes on from it. */
const findTags = (tags: readonly TagDefinition[], value: string): TagDefinition[] => {
  const key = keyOf(value);
  const named = tags.filter(
    ({ id, label, forms }) =>
      id === value.toLowerCase() || [label, ...forms].some((form) => keyOf(form) === key),
  );
  if (named.length > 0) return named;
  const folded = foldWord(value);
  const startsLike = ({ id, label }: TagDefinition): boolean =>
    [id, foldWord(label)].some(
      (each) => each.startsWith(folded) || each.split(/[\s-]/).some((word) => word.startsWith(folded)),
    );
  return tags.filter(startsLike);
};

const byTag = (index: SearchIndex, name: string, facet: Facet | undefined, value: string): ResolvedFilter => {
  const tags = [...index.tags.values()].filter((tag) => facet === undefined || tag.facet === facet);
  const counts = new Map<string, number>();
  for (const paper of index.papers) for (const id of paper.tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  const common = tags
    .filter(({ id }) => counts.has(id))
    .toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  if (value === '')
    return unfinished(
      name,
      common.map(({ id }) => id),
    );
  const found = new Set(findTags(tags, value).map(({ id }) => id));
  if (found.size === 0) {
    const idOf = (label: string): string => tags.find((tag) => tag.label === label)?.id ?? label;
    return unknownValue(
      name,
      value,
      tags.map(({ label }) => label),
      idOf,
    );
  }
  return { accepts: ({ tags: ids }) => ids.some((id) => found.has(id)) };
};

const wordsOf = (text: string): string[] => tokenise(text).map((token) => token.text);

/** Whether every word begins some word of the text. */
const holdsWords = (text: string, words: readonly string[]): boolean => {
  const held = wordsOf(text);
  return words.every((word) => held.some((each) => each.startsWith(word)));
};

/** A filter over texts of the papers: all words of the value in one text; the whole text is a better match. */
const byText = (
  index: SearchIndex,
  name: string,
  value: string,
  textsOf: (paper: SearchablePaper) => readonly string[],
): ResolvedFilter => {
  const words = wordsOf(value);
  const known = [...new Set(index.papers.flatMap(textsOf))].filter((text) => text !== '');
  if (words.length === 0) return unfinished(name, known);
  const whole = new Set(known.filter((text) => wordsOf(text).join(' ') === words.join(' ')));
  const chosen = whole.size > 0 ? whole : new Set(known.filter((text) => holdsWords(text, words)));
  if (chosen.size > 0) return { accepts: (paper) => textsOf(paper).some((text) => chosen.has(text)) };
  // People know an author by the last name: compare with that, offer the whole.
  const lastWords = new Map(known.map((text) => [text.split(' ').at(-1) ?? text, text]));
  const nearest = findNearestNames(value, [...lastWords.keys()], MOST_SUGGESTIONS);
  return unknownValue(
    name,
    value,
    nearest.length > 0 ? nearest : known,
    (each) => lastWords.get(each) ?? each,
  );
};

const RANGE = /^(?<from>\d{4})?(?<dots>\.\.)?(?<to>\d{4})?$/;

const byYear = (value: string): ResolvedFilter => {
  const examples = ['2024', '2024..', '..2023', '2022..2024'];
  if (value === '') return unfinished('year', examples);
  // "202" while it is being typed, and "2024-05", are prefixes of the date.
  if (/^\d{1,4}(?:-\d{0,2})?\.?$/.test(value)) {
    const prefix = value.replace(/\.$/, '');
    return { accepts: ({ published }) => published.startsWith(prefix) };
  }
  const { from, dots, to } = RANGE.exec(value)?.groups ?? {};
  if (dots !== undefined) {
    return {
      accepts: ({ published }) => {
        const year = published.slice(0, 4);
        return year !== '' && (from === undefined || year >= from) && (to === undefined || year <= to);
      },
    };
  }
  const unfinishedRange = /^\d{4}\.\.\d{1,3}$/.test(value);
  if (unfinishedRange) return byYear(`${value.slice(0, 4)}..`);
  const text = `“${value}” is no year. Write ${listChoices(examples.map((each) => `year:${each}`))}.`;
  return {
    accepts: nothing,
    message: { kind: 'unknown-value', text, suggestions: examples.map((each) => `year:${each}`) },
  };
};

const HAS: Readonly<Record<string, Accepts>> = {
  code: ({ hasCode }) => hasCode,
  results: ({ hasResults }) => hasResults,
};

const byPossession = (value: string): ResolvedFilter => {
  if (value === '') return unfinished('has', Object.keys(HAS));
  const name = Object.keys(HAS).find((each) => each.startsWith(value.toLowerCase()));
  const accepts = name === undefined ? undefined : HAS[name];
  if (accepts) return { accepts };
  const suggestions = Object.keys(HAS).map((each) => `has:${each}`);
  const text = `Papers cannot be asked for “${value}”. There is ${listChoices(suggestions)}.`;
  return { accepts: nothing, message: { kind: 'unknown-value', text, suggestions } };
};

/** Other names under which people look for a filter. */
const ALIASES: Readonly<Record<string, string>> = {
  tags: 'tag',
  dataset: 'data',
  authors: 'author',
  by: 'author',
  date: 'year',
  metrics: 'metric',
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
      suggestions: offered.map((each) => `${each}:`),
    },
  };
};

/** Resolves a written filter against the index. A filter that does not exist lets everything through, and says so. */
export const resolveFilter = (index: SearchIndex, { name, value }: WrittenFilter): ResolvedFilter => {
  const known = ALIASES[name] ?? name;
  const facet = FACETS.find((each) => each === known);
  if (facet !== undefined || known === 'tag') return byTag(index, known, facet, value);
  switch (known) {
    case 'author':
      return byText(index, known, value, ({ authors }) => authors);
    case 'metric':
      return byText(index, known, value, ({ metrics }) => metrics);
    case 'venue':
      return byText(index, known, value, ({ venue }) => [venue]);
    case 'year':
      return byYear(value);
    case 'has':
      return byPossession(value);
    default:
      return unknownFilter(name);
  }
};
