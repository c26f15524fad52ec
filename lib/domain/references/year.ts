/** Finds the year in a bibliography entry. */

/** A year alone: not part of an id, a page number, a range or an address. */
const YEAR = /(?<![\w./:–-])((?:1[89]|20)\d\d)[a-z]?(?![\w/–-]|\.\d)/g;
/**
 * The date of access of a link is not the date of publication, although it may directly follow the address.
 */
const ACCESSED = /(?:accessed|retrieved|visited)\b/i;
/** Addresses, which are removed with all digits in them. */
const ADDRESS = /\b(?:https?:\/\/|doi:\s?)\S+/gi;

function lastYear(text: string): number | undefined {
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year));
  return years.at(-1);
}

/**
 * The year that the page marks, otherwise the one in the key ("Araci (2019)"), otherwise the last in the
 * text, since styles print it at the end, or near the beginning if there is no other.
 */
export function findYear(
  text: string,
  { marked, key }: { readonly marked?: string | undefined; readonly key: string },
): number | undefined {
  const [body = ''] = text.split(ACCESSED);
  return lastYear(marked ?? '') ?? lastYear(key) ?? lastYear(body.replaceAll(ADDRESS, ' '));
}
