/** The year that an entry of a bibliography states. */

/** Years of print, alone: no part of an id, a number of pages, a range or an address. */
const YEAR = /(?<![\w./:–-])((?:1[89]|20)\d\d)[a-z]?(?![\w/–-]|\.\d)/g;
/** What is told of a link is no date of publication; at times it stands close behind the address. */
const ACCESSED = /(?:accessed|retrieved|visited)\b/i;
/** Addresses, with all that stands in them. */
const ADDRESS = /\b(?:https?:\/\/|doi:\s?)\S+/gi;

function lastYear(text: string): number | undefined {
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year));
  return years.at(-1);
}

/**
 * The year that the page marks, or that stands in the key ("Araci (2019)"), or the last one in the text: styles
 * print it at the end, or near the beginning where there is no other.
 */
export function findYear(
  text: string,
  { marked, key }: { readonly marked?: string | undefined; readonly key: string },
): number | undefined {
  const [body = ''] = text.split(ACCESSED);
  return lastYear(marked ?? '') ?? lastYear(key) ?? lastYear(body.replaceAll(ADDRESS, ' '));
}
