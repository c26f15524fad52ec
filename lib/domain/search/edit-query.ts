/** A query as it is typed, changed by a click: filters by tag put in and taken out, suggestions taken. */

/** A query's words; what is quoted is one word. */
function splitQuery(query: string): readonly string[] {
  return query.match(/[^\s"]*"[^"]*"?|[^\s"]+/g) ?? [];
}

/** The query that asks for one value of a filter: `author:"Ada Moss"`. */
export function filterQuery(name: string, value: string): string {
  const plain = value.replaceAll('"', ' ').trim();
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

/** Whether the query has the filter already: `status:read`. */
export function hasFilter(query: string, filter: string): boolean {
  return splitQuery(query).includes(filter);
}

/** The query without its last word, phrase or filter. */
export const dropLastWord = (query: string): string => splitQuery(query).slice(0, -1).join(' ');

/** Adds a filter to the query, or takes it out. */
export function toggleFilter(query: string, filter: string): string {
  const words = splitQuery(query);
  const others = words.filter((word) => word !== filter);
  return (others.length < words.length ? others : [...words, filter]).join(' ');
}

/** Whether the query asks for the tag already. */
export const asksForTag = (query: string, tagId: string): boolean => hasFilter(query, `tag:${tagId}`);

/** Adds a tag's filter to the query, or takes it out. */
export const toggleTagFilter = (query: string, tagId: string): string => toggleFilter(query, `tag:${tagId}`);

/** Puts a suggested filter where the one stands that it is suggested for. */
export function applySuggestion(query: string, suggestion: string): string {
  const name = suggestion.slice(0, suggestion.indexOf(':') + 1);
  const words = splitQuery(query);
  const same = words.findIndex((word) => word.startsWith(name));
  const at = same === -1 ? words.findIndex((word) => /^[a-z]+:/i.test(word)) : same;
  if (at === -1) return [...words, suggestion].join(' ');
  const old = words[at] ?? '';
  // A suggested name without a value takes over the value that was written.
  const value = suggestion.endsWith(':') ? old.slice(old.indexOf(':') + 1) : '';
  return words.with(at, suggestion + value).join(' ');
}
