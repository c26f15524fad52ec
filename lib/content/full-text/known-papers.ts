/** What the packs know about the works in a page's bibliography, asked from the background and cached. */
import type { Reference } from '@/lib/domain/references';
import { askOwn } from '@/lib/messages';
import { KNOWN_PAPERS, type KnownPaper } from '@/lib/messages/full-text';

/** The facts by which a paper is recognised; for a plain link there is only the paper's id. */
type AskedEntry = Pick<Reference, 'paperId' | 'title' | 'year' | 'text'>;

/** Asks once for each entry. */
export interface KnownPapers {
  /** Null if no pack has it, or the background did not answer. */
  readonly find: (key: string, entry: AskedEntry) => Promise<KnownPaper | null>;
  /** The answer so far; undefined if there is none yet. */
  readonly at: (key: string) => KnownPaper | null | undefined;
}

/** Starts with an empty cache, which is dropped when the signal aborts. */
export function createKnownPapers({ signal }: { readonly signal: AbortSignal }): KnownPapers {
  const asked = new Map<string, Promise<KnownPaper | null>>();
  const known = new Map<string, KnownPaper | null>();
  const ask = async (key: string, { paperId, title, year, text }: AskedEntry): Promise<KnownPaper | null> => {
    const answer = await askOwn(KNOWN_PAPERS, 'find', { entries: [{ paperId, title, year, text }] });
    // If the service worker was stopped during the question, the next call asks again.
    if (!answer) asked.delete(key);
    const found = answer?.papers[0] ?? null;
    if (answer && !signal.aborted) known.set(key, found);
    return found;
  };
  signal.addEventListener(
    'abort',
    () => {
      asked.clear();
      known.clear();
    },
    { once: true },
  );
  return {
    at: (key) => known.get(key),
    find: (key, entry) => {
      const answer = asked.get(key) ?? ask(key, entry);
      asked.set(key, answer);
      return answer;
    },
  };
}
