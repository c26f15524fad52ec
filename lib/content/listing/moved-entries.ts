/** The order of a listing's entries after they were moved within their lists, without looking for them on the page. */
interface Placed {
  readonly element: Element;
}

/**
 * The same entries in document order; undefined if one of them has left its list, so that all must be found again. Lists
 * themselves do not move.
 */
export function inDocumentOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] | undefined {
  const byElement = new Map<Element, Entry>(entries.map((entry) => [entry.element, entry]));
  const lists = new Set(entries.map(({ element }) => element.parentElement));
  const ordered: Entry[] = [];
  for (const list of lists)
    for (
      let child = list?.isConnected === true ? list.firstElementChild : null;
      child;
      child = child.nextElementSibling
    ) {
      const entry = byElement.get(child);
      if (entry) ordered.push(entry);
    }
  return ordered.length === entries.length ? ordered : undefined;
}
