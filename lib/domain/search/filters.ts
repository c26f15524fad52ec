/** The filters of the query language: which papers they let through, and what is wrong with one that cannot be. */
import { FACETS } from '../paper';
import type { Facet, TagDefinition } from '../paper';
import { foldWord, stem, tokenise } from '@/lib/domain/text/tokens';
import type { SearchIndex } from './build';
import { findNearestNames } from './edit-distance';
import { findPapersWith } from './match';
import { listChoices, writeFilter } from './message';
import type { SearchMessage } from './message';
import { SEARCH_FIELDS } from './paper';
import type { SearchablePaper } from './paper';
import type { WrittenFilter } from './query';

type Accepts = (paper: SearchablePaper) => boolean;

/** A filter as it is applied, with a message where it cannot be taken as written. */
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

/** Ids of the tags that papers bear, commonest first. */
const listCommonTags = (index: SearchIndex, tags: readonly TagDefinition[]): string[] => {
  const counts = new Map<string, number>();
  for (const paper of index.papers) for (const id of paper.tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  const count = ({ id }: TagDefinition): number => counts.get(id) ?? 0;
  return tags
    .filter((tag) => count(tag) > 0)
    .toSorted((a, b) => count(b) - count(a))
    .map(({ id }) => id);
};

const byTag = (index: SearchIndex, name: string, facet: Facet | undefined, value: string): ResolvedFilter => {
  const tags = [...index.tags.values()].filter((tag) => facet === undefined || tag.facet === facet);
  if (value === '') return unfinished(name, listCommonTags(index, tags));
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

/** Words of texts met before: authors and venues repeat, and each keystroke asks again. */
const wordMemory = new WeakMap<SearchIndex, Map<string, readonly string[]>>();

const recallWords = (index: SearchIndex, text: string): readonly string[] => {
  let memory = wordMemory.get(index);
  if (memory === undefined) wordMemory.set(index, (memory = new Map()));
  let words = memory.get(text);
  if (words === undefined) memory.set(text, (words = wordsOf(text)));
  return words;
};

const TEXTS = {
  author: { field: 'authors', of: ({ authors }: SearchablePaper) => authors },
  metric: { field: 'metrics', of: ({ metrics }: SearchablePaper) => metrics },
  venue: { field: 'venue', of: ({ venue }: SearchablePaper) => [venue] },
} as const;

/** A filter over texts of the papers: all words of the value begin words of one text; the whole text is better. */
const byText = (index: SearchIndex, name: keyof typeof TEXTS, value: string): ResolvedFilter => {
  const { field, of: textsOf } = TEXTS[name];
  const words = wordsOf(value);
  const [first] = words;
  const listKnown = (): string[] => [...new Set(index.papers.flatMap(textsOf))].filter((text) => text !== '');
  if (first === undefined) return unfinished(name, listKnown());
  const chosen = new Set<string>();
  const whole = new Set<string>();
  for (const number of findPapersWith(index, first, SEARCH_FIELDS.indexOf(field))) {
    const paper = index.papers[number];
    for (const text of paper ? textsOf(paper) : []) {
      const held = recallWords(index, text);
      if (held.join(' ') === words.join(' ')) whole.add(text);
      else if (words.every((word) => held.some((each) => each.startsWith(word)))) chosen.add(text);
    }
  }
  const accepted = whole.size > 0 ? whole : chosen;
  if (accepted.size > 0) return { accepts: (paper) => textsOf(paper).some((text) => accepted.has(text)) };
  // People know an author by the last name: compare with that, offer the whole.
  const known = listKnown();
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

/** Other ways of writing a range: ">2023", "<=2023", "2022-2024", with any dash. */
const asRange = (value: string): string => {
  const { sign, equal, year } = /^(?<sign>[<>])(?<equal>=?)(?<year>\d{4})$/.exec(value)?.groups ?? {};
  if (year === undefined) return value.replace(/^(\d{4})[-‐-–—](\d{4})$/, '$1..$2');
  const step = equal === '=' ? 0 : 1;
  return sign === '>' ? `${Number(year) + step}..` : `..${Number(year) - step}`;
};

const byYear = (written: string): ResolvedFilter => {
  const value = asRange(written);
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
  const text = `“${written}” is no year. Write ${listChoices(examples.map((each) => `year:${each}`))}.`;
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
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tags: 'tag',
    dataset: 'data',
    authors: 'author',
    by: 'author',
    date: 'year',
    metrics: 'metric',
  }),
);

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
  const known = ALIASES.get(name) ?? name;
  const facet = FACETS.find((each) => each === known);
  if (facet !== undefined || known === 'tag') return byTag(index, known, facet, value);
  switch (known) {
    case 'author':
    case 'metric':
    case 'venue':
      return byText(index, known, value);
    case 'year':
      return byYear(value);
    case 'has':
      return byPossession(value);
    default:
      return unknownFilter(name);
  }
};
