/**
 * The recent searches, in the extension's own `localStorage`: read at once, and by no script on a page. If storage is full
 * or broken, they are lost.
 */
import { text } from '@/lib/domain/guard';
import { isPrivate } from '@/lib/shared/private-window';
import { dropStored, readStored } from '@/lib/shared/storage';
import { RECENT_SEARCHES_KEY } from '@/lib/shared/storage-keys';

const MOST_RECENT = 6;

/** The longest query that is remembered, in UTF-16 code units, since whole abstracts may be pasted. */
export const LONGEST_QUERY = 2000;

const isQuery = text(LONGEST_QUERY);

const queriesIn = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.filter(isQuery).slice(0, MOST_RECENT) : [];

function parseQueries(json: string | null): readonly string[] | undefined {
  try {
    const stored: unknown = json === null ? undefined : JSON.parse(json);
    return stored === undefined ? undefined : queriesIn(stored);
  } catch {
    // The stored value may be anything; an invalid list counts as empty.
    return undefined;
  }
}

/** False if the browser is set to refuse storage. */
function writeOwn(recent: readonly string[]): boolean {
  try {
    localStorage.setItem(RECENT_SEARCHES_KEY, JSON.stringify(recent));
    return true;
  } catch {
    // If this fails, recent queries are lost and everything else works.
    return false;
  }
}

/** The list as it is in `localStorage`, at once; undefined if there is none, or none that can be read. */
export function readOwnRecent(): readonly string[] | undefined {
  try {
    return parseQueries(localStorage.getItem(RECENT_SEARCHES_KEY));
  } catch {
    // As above.
    return undefined;
  }
}

/** The last queries that led to a paper, newest first; empty if they cannot be read. */
export async function readRecentSearches(): Promise<readonly string[]> {
  const own = readOwnRecent();
  if (own) return own;
  // Earlier releases stored them where scripts on pages can read them, so they are moved.
  const { [RECENT_SEARCHES_KEY]: stored } = await readStored('local', [RECENT_SEARCHES_KEY]);
  const recent = queriesIn(stored);
  if (stored !== undefined && writeOwn(recent)) await dropStored('local', [RECENT_SEARCHES_KEY]);
  return recent;
}

/** Deletes recent queries, including those stored by earlier releases. */
export async function forgetRecentSearches(): Promise<void> {
  writeOwn([]);
  await dropStored('local', [RECENT_SEARCHES_KEY]);
}

/**
 * Adds a query as the most recent; called when it led to a paper, not for every key press. Not in a private
 * window.
 */
export async function rememberSearch(query: string): Promise<void> {
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  if (!wanted || (await isPrivate())) return;
  const known = await readRecentSearches();
  // Read again in the task that writes, because another popup may have stored a search meanwhile.
  const others = (readOwnRecent() ?? known).filter((old) => old !== wanted);
  writeOwn([wanted, ...others].slice(0, MOST_RECENT));
}
