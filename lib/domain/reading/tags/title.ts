/** Tags that a title alone names: all that can be read in a listing without abstracts. */
import type { PaperText, TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';
import { isFieldRead } from '../field';
import { readTags } from './index';

/** More is no title. */
const MAX_TITLE = 1_000;

/**
 * Ids of the tags that the title names, most telling first: what is printed there or follows from it (a dataset's
 * modality). Left out are what the categories stand for, which the listing says itself, and whole fields ("machine
 * learning"), which are a paper's only where its abstract names nothing narrower. Of 4,000 titles of arXiv, a
 * reading of the whole abstract keeps every other tag (issue 13). None where the field is not read.
 */
export function readTitleTags(
  { title, categories = [] }: { readonly title: string; readonly categories?: readonly string[] | undefined },
  taxonomy: readonly TagDefinition[],
): string[] {
  const paper: PaperText = { title: title.slice(0, MAX_TITLE), abstract: '', categories };
  if (!isFieldRead(paper)) return [];
  const broad = new Set(taxonomy.flatMap((tag) => (hasTrait(tag, 'broad') ? [tag.id] : [])));
  return readTags(paper, taxonomy).flatMap(({ id, span }) =>
    span.text === 'title' && !broad.has(id) ? [id] : [],
  );
}
