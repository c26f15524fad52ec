/**
 * The markup in which the popup showed the last search's first results, stored beside them, so that the next popup can
 * show it before any of the app is loaded. The popup writes it from what it drew itself; nobody else can write there.
 */
import { isRecord } from '@/lib/domain/is-record';
import { t } from '@/lib/shared/texts';

/** A left search with its markup. */
export interface LeftView {
  readonly query: string;
  /** The order of the results, one of `SORT_ORDERS`. */
  readonly sort: string;
  readonly markup: string;
}

/** The longest that is stored, in UTF-16 code units; usual ones have 20,000. */
const LONGEST = 100_000;

/** What is stored beside a search; nothing if there is no markup, or too much. */
export const keptView = (markup: string | undefined): { readonly view?: unknown } =>
  markup === undefined || markup.length > LONGEST ? {} : { view: { markup, language: t('language') } };

/**
 * The markup in a stored search; undefined if there is none in the language of today. That of another version is gone:
 * browsers empty this storage with an update.
 */
export function readLeftView(stored: unknown): LeftView | undefined {
  if (!isRecord(stored)) return undefined;
  const { query, sort, view } = stored;
  if (typeof query !== 'string' || typeof sort !== 'string' || !isRecord(view)) return undefined;
  const { markup } = view;
  return typeof markup === 'string' && view['language'] === t('language')
    ? { query, sort, markup }
    : undefined;
}
