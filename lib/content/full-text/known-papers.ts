/** What the packs know of the works that a page refers to, asked of the background and remembered. */
import type { Reference } from '@/lib/domain/references';
import { askOwn } from '@/lib/messages';
import { KNOWN_PAPERS, type KnownPaper } from '@/lib/messages/full-text';

/** The parts of an entry by which a paper is recognised; an entry made for a plain link has the paper's id alone. */
export type AskedEntry = Pick<Reference, 'paperId' | 'title' | 'year' | 'text'>;

/** Asks once for each entry. */
export interface KnownPapers {
  /** Null: no pack holds it, or nobody answered. */
  readonly find: (key: string, entry: AskedEntry) => Promise<KnownPaper | null>;
  /** What has come by now; undefined where it is not known yet. */
  readonly at: (key: string) => KnownPaper | null | undefined;
}

/** Starts knowing nothing; forgets when the signal aborts. */
export function createKnownPapers({ signal }: { readonly signal: AbortSignal }): KnownPapers {
  const asked = new Map<string, Promise<KnownPaper | null>>();
  const known = new Map<string, KnownPaper | null>();
  const ask = async (key: string, { paperId, title, year, text }: AskedEntry): Promise<KnownPaper | null> => {
    const answer = await askOwn(KNOWN_PAPERS, 'find', { entries: [{ paperId, title, year, text }] });
    // A service worker that was stopped during the question is asked again next time.
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
