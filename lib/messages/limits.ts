/** Limits for lists of a page in a message, since a page can state any number of items. */

/** The longest list of authors on arXiv has some five thousand names (1503.07589). */
export const MOST_ITEMS = { authors: 6000, categories: 64, links: 1000, pages: 64 } as const;

type Lists = { readonly [Name in keyof typeof MOST_ITEMS]?: readonly string[] | undefined };

/** The same facts with their lists cut to what a message may contain; ordinary pages lose nothing. */
export function withinLimits<Facts extends Lists>(facts: Facts): Facts {
  const cut: Lists = Object.fromEntries(
    Object.entries(MOST_ITEMS).flatMap(([name, most]) => {
      const items: unknown = Reflect.get(facts, name);
      return Array.isArray(items) && items.length > most ? [[name, items.slice(0, most)]] : [];
    }),
  );
  return { ...facts, ...cut };
}
