/**
 * The works that the card at a citation, or at a link to another paper, is about, and what is known about
 * them so far.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { pageOf } from '@/lib/sites';
import type { KnownPapers } from '../known-papers';
import type { PageReferences } from '../page-references';
import type { CitationCardWork } from './content';

/** Finds the works at a place of the page. */
export interface CitationCardSubjects {
  /** The mark that an element is or is part of: in a citation, or a link to another arXiv paper. */
  readonly at: (element: Element) => Element | undefined;
  /** Its works, the one under the pointer first; empty if there are none. */
  readonly worksOf: (mark: Element) => readonly CitationCardWork[];
  /** Asks the packs about the work with this key, or the first; resolves when the answer is there. */
  readonly lookUp: (mark: Element, id: string | undefined) => Promise<void>;
}

/** For a page that shows the paper `own`; links to itself are ignored. */
export function createSubjects(
  own: PaperId | undefined,
  references: PageReferences,
  known: KnownPapers,
): CitationCardSubjects {
  const paperAt = (link: Element): PaperId | undefined => {
    const { paperId } = link instanceof HTMLAnchorElement ? pageOf(link.href) : {};
    return paperId === own ? undefined : paperId;
  };
  const worksOf = (mark: Element): readonly CitationCardWork[] => {
    if (!references.markAt(mark)) {
      const paperId = paperAt(mark);
      if (paperId === undefined) return [];
      const entry = { anchor: '', key: `arXiv:${paperId}`, text: '', paperId };
      return [{ id: paperId, key: paperId, entry, places: [], known: known.at(paperId) }];
    }
    return references.meantBy(mark).map((work) =>
      'missing' in work
        ? { id: `missing ${work.missing}`, key: work.missing, entry: undefined, places: [], known: null }
        : {
            id: work.anchor,
            key: work.anchor,
            entry: references.entryAt(work.anchor),
            places: references.placesOf(work.anchor),
            known: known.at(work.anchor),
          },
    );
  };
  return {
    at: (element) => {
      const mark = references.markAt(element);
      if (mark) return mark;
      const link = element.closest('a[href]');
      return link && paperAt(link) !== undefined ? link : undefined;
    },
    worksOf,
    lookUp: async (mark, id) => {
      const works = worksOf(mark);
      const work = works.find((each) => each.id === id) ?? works[0];
      if (work?.entry) await known.find(work.id, work.entry);
    },
  };
}
