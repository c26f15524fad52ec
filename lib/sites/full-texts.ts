/** Adapters for full texts, for the third stage. A module of its own, so that no other script contains it. */
import type { Page } from './pages';
import { fullTexts as ar5iv } from './ar5iv/full-texts';
import { fullTexts as arxiv } from './arxiv/full-texts';
import type { FullTextAdapter, SiteFullTexts } from './site';

export type { FoundTable, FullTextAdapter, ReferenceAdapter, TableAdapter } from './site';

/** Each site's part for full texts. */
const FULL_TEXTS: readonly SiteFullTexts[] = [arxiv, ar5iv];

/** The adapter of a page's full text; undefined if the page is not one. */
export function fullTextOf({ kind }: Page): FullTextAdapter | undefined {
  return FULL_TEXTS.find((adapters) => Object.hasOwn(adapters, kind))?.[kind];
}
