/** The ids of the catalogue's papers, for the script on every page. */
import { ids } from 'virtual:catalogue-ids';

const known: ReadonlySet<string> = new Set(ids.split(' '));

/** True if the bundled catalogue has the paper with this canonical id. */
export const isInCatalogue = (id: string): boolean => known.has(id);
