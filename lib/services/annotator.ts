/** Reading a paper from its page by rule. A third of a panel's code: it is loaded only where a page is read. */
import type { Annotator } from '@/lib/domain/annotation';
import type { Taxonomy } from '@/lib/domain/catalogue';
import { readPaper } from '@/lib/domain/reading';

/** What reads tags, results and links out of a text. */
export function annotatorOf(taxonomy: Taxonomy): Annotator {
  return {
    read: (text) => readPaper(text, taxonomy.tags),
    findTag: (id) => taxonomy.tag(id),
  };
}
