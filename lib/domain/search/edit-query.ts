/** Changes a typed query at a click: adds and removes tag filters, accepts suggestions. */

/** The words of a query; a quoted phrase is one word. */
function splitQuery(query: string): readonly string[] {
  return query.match(/[^\s"]*"[^"]*"?|[^\s"]+/g) ?? [];
}

/** The query that asks for one value of a filter: `author:"Ada Moss"`. */
export function filterQuery(name: string, value: string): string {
  const plain = value.replaceAll('"', ' ').trim();
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

/** Whether the query contains the filter, for example `status:read`. */
export function hasFilter(query: string, filter: string): boolean {
  return splitQuery(query).includes(filter);
}

/** The query without its last word, phrase or filter. */
export const dropLastWord = (query: string): string => splitQuery(query).slice(0, -1).join(' ');

/** Adds a filter to the query, or removes it. */
export function toggleFilter(query: string, filter: string): string {
  const words = splitQuery(query);
  const others = words.filter((word) => word !== filter);
  return (others.length < words.length ? others : [...words, filter]).join(' ');
}

/** Whether the query contains the tag's filter. */
export const asksForTag = (query: string, tagId: string): boolean => hasFilter(query, `tag:${tagId}`);

/** Adds a tag's filter to the query, or removes it. */
export const toggleTagFilter = (query: string, tagId: string): string => toggleFilter(query, `tag:${tagId}`);

/** Replaces the filter for which a suggestion was made by that suggestion. */
export function applySuggestion(query: string, suggestion: string): string {
  const name = suggestion.slice(0, suggestion.indexOf(':') + 1);
  const words = splitQuery(query);
  const same = words.findIndex((word) => word.startsWith(name));
  const at = same === -1 ? words.findIndex((word) => /^[a-z]+:/i.test(word)) : same;
  if (at === -1) return [...words, suggestion].join(' ');
  const old = words[at] ?? '';
  // A suggested name without a value keeps the value that was typed.
  const value = suggestion.endsWith(':') ? old.slice(old.indexOf(':') + 1) : '';
  return words.with(at, suggestion + value).join(' ');
}
