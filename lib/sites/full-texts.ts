/** Adapters for full texts, for the third stage. A module of its own, so that no other script contains it. */
import type { Page } from './pages';
import { FULL_TEXTS } from './registry';
import type { FullTextAdapter } from './site';

export type { FoundTable, FullTextAdapter, ReferenceAdapter, TableAdapter } from './site';

/** The adapter of a page's full text; undefined if the page is not one. */
export function fullTextOf({ kind }: Page): FullTextAdapter | undefined {
  return FULL_TEXTS.find((adapters) => Object.hasOwn(adapters, kind))?.[kind];
}
