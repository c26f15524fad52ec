/** What the `annotate` command says of a full text beside its paper: the works that it refers to. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { readReferences } from '@/lib/domain/references';
import { recognise } from '@/lib/domain/references/known';
import type { PaperStore } from '@/lib/domain/store';
import type { Page } from '@/lib/sites';
import { fullTextOf } from '@/lib/sites/full-texts';

/** The published form of a work that is referred to; what the entry does not print is null. */
interface ReferenceAnswer {
  readonly key: string;
  readonly text: string;
  /** As printed, or else of the store's paper of the same title. */
  readonly paperId: PaperId | null;
  readonly title: string | null;
  readonly year: number | null;
  /** Numbers of sections and floats, in order, once a citation. */
  readonly citedAt: readonly string[];
}

/** What is added to the answer of a full text; nothing on other pages. */
export interface FullTextAnswer {
  readonly references?: readonly ReferenceAnswer[];
}

/** Reads a full text whole. */
export async function answerFullText(
  page: Page,
  root: ParentNode,
  store: PaperStore,
): Promise<FullTextAnswer> {
  const reader = fullTextOf(page);
  if (!reader) return {};
  const { findEntries, readEntry, findCitations, readCitation } = reader.references;
  const references = readReferences(findEntries(root).map(readEntry), findCitations(root).map(readCitation));
  return {
    references: await Promise.all(
      references.map(async (reference) => ({
        key: reference.key,
        text: reference.text,
        paperId: (await recognise(reference, store)) ?? null,
        title: reference.title ?? null,
        year: reference.year ?? null,
        citedAt: reference.citedAt,
      })),
    ),
  };
}
