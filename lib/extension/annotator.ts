/** Annotates a paper from its page by rules. A third of a panel's code, so it is loaded only when a page is read. */
import type { Annotator, TitleAnnotator } from '@/lib/domain/annotation';
import type { Taxonomy } from '@/lib/domain/catalogue';
import { readPaper } from '@/lib/domain/reading';
import { readTitleTags } from '@/lib/domain/reading/tags/title';

/** Reads tags, results and links in a text. */
export function annotatorOf(taxonomy: Taxonomy): Annotator & TitleAnnotator {
  return {
    read: (text) => readPaper(text, taxonomy.tags),
    readTitle: (entry) => readTitleTags(entry, taxonomy.tags),
    findTag: (id) => taxonomy.tag(id),
  };
}
