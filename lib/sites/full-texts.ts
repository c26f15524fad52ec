/** Readers of full texts, for the third stage. A module of its own, so that no other script contains it. */
import type { Page } from './pages';
import { FULL_TEXTS } from './registry';
import type { FullTextReader } from './site';

export type { FoundTable, FullTextReader, ReferenceReader, TableReader } from './site';

/** The reader of a page's full text; undefined if the page is not one. */
export function fullTextOf({ kind }: Page): FullTextReader | undefined {
  return FULL_TEXTS.find((readers) => Object.hasOwn(readers, kind))?.[kind];
}
