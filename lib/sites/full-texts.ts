/**
 * What the parts of the third stage read of a paper's full text. A door of its own, so that no other script
 * carries it.
 */
import type { Page } from './pages';
import { FULL_TEXTS } from './registry';
import type { FullTextReader } from './site';

export type { FoundTable, FullTextReader, ReferenceReader, TableReader } from './site';

/** How the full text of a page is read; undefined where the page is none. */
export function fullTextOf({ kind }: Page): FullTextReader | undefined {
  return FULL_TEXTS.find((readers) => Object.hasOwn(readers, kind))?.[kind];
}
