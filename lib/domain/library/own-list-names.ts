/** Lists of the user's own, by the name in an `in:` filter. */
export const OWN_LISTS = ['saved', 'met'] as const;
/** One of these lists. */
export type OwnList = (typeof OWN_LISTS)[number];
