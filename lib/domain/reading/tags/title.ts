/** Tags that can be read from a title alone, for listings without abstracts. */
import type { PaperText, TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';
import { isFieldRead } from '../field';
import { readTags } from './index';

/** In characters; a longer title is cut. */
const MAX_TITLE = 1_000;

/**
 * Ids of the tags that the title names, most informative first, including those that follow from them (a
 * dataset's modality). Left out are tags of the categories, which the listing shows itself, and whole fields
 * ("machine learning"), which a paper only gets if its abstract names nothing narrower. On 4,000 titles of
 * arXiv, a reading of the whole abstract kept all other tags. Empty if the field is not read.
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
