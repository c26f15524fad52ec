/** Which papers the catalogue has, and nothing else of it: for the script that runs on every page. */
import { ids } from 'virtual:catalogue-ids';

const known: ReadonlySet<string> = new Set(ids.split(' '));

/** True where the bundled catalogue has the paper of this canonical id. */
export const isInCatalogue = (id: string): boolean => known.has(id);
