/**
 * The background's answer to a full text: which of its references are in packs, and what is known about them.
 */
import type { EntryLine } from '@/lib/domain/entry';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import { recognise, type Recognisable } from '@/lib/domain/references/known';
import type { PaperStore } from '@/lib/domain/store';
import type { KnownPaper } from '@/lib/messages/full-text';
import { openStore } from '@/lib/extension/store';

/** The line of a paper about which nothing is known except that a pack has it. */
const HELD: Omit<EntryLine, 'provenance'> = { results: 0, hasCode: false, tags: [] };

async function findPaper(entry: Recognisable, store: PaperStore): Promise<KnownPaper | null> {
  const paperId = await recognise(entry, store);
  const held = paperId === undefined ? undefined : await store.get(paperId);
  if (!held) return null;
  const { id, title, provenance, links } = held;
  return {
    paperId: id,
    title,
    line: lineOf(held) ?? { provenance, ...HELD },
    code: links.find(({ kind }) => kind === 'code')?.url,
  };
}

/** Answers in the order of the entries, one after the other, since a search for a title takes time. */
export async function findPapers(
  entries: readonly Recognisable[],
): Promise<{ readonly papers: readonly (KnownPaper | null)[] }> {
  const outcome = await openStore();
  const papers: (KnownPaper | null)[] = [];
  for (const entry of entries) papers.push(outcome.ok ? await findPaper(entry, outcome.store) : null);
  return { papers };
}
