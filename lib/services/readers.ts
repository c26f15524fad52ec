/** Reading a paper from its page, with the catalogue's own taxonomy and papers. */
import { readPaper } from '@/lib/domain/reading';
import type { Readers } from './annotation';
import type { Catalogue } from './catalogue';

export function readersOf(catalogue: Catalogue): Omit<Readers, 'findTag'> {
  return {
    read: (text) => readPaper(text, catalogue.header.tags),
    findRelated: () => [],
  };
}
