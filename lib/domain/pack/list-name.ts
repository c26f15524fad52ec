/** Apart from the list's parser, for a page's opening script, which must stay small. */

/** Name of the list of shipped packs, a file of the extension. */
export const PACK_LIST = 'packs.json';
