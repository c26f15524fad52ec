/**
 * Which paper of the store an entry without an arXiv id is. Only ever the same work: the whole title alike, one of
 * the authors in the entry, and years that go together. Never the nearest.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { citedName, listAuthors } from '@/lib/domain/cite/names';
import type { AskOptions, PaperRow, PaperStore } from '@/lib/domain/store';
import { foldWord, tokenise } from '@/lib/domain/text/tokens';
import type { Reference } from '.';

/** What an entry is recognised by. */
export type Recognisable = Pick<Reference, 'paperId' | 'title' | 'year' | 'text'>;

/** A title as far as it tells works apart: letters and digits, folded; styles change everything else. */
export const titleKey = (title: string): string =>
  tokenise(title)
    .map(({ text }) => foldWord(text))
    .join('');

/** Most words of a title that are searched for, and rows that are looked at: the same title leads the list. */
const MOST_WORDS = 16;
const MOST_ROWS = 5;
/** Shortest title, in letters and digits, by which a work is looked for: "BERT" is many things. */
export const SHORTEST_TITLE = 8;

/** Print follows the preprint within so many years, or it was put on arXiv so many years later. */
const YEARS_TO_PRINT = 5;
const YEARS_AFTER_PRINT = 2;

function goTogether(printed: number | undefined, published: string | undefined): boolean | undefined {
  if (printed === undefined || published === undefined) return undefined;
  const behind = printed - Number(published.slice(0, 4));
  return behind <= YEARS_TO_PRINT && behind >= -YEARS_AFTER_PRINT;
}

/** How many authors are looked for: an entry may leave out all others. */
const FIRST_AUTHORS = 3;

/** Whether one of a paper's first authors is named in an entry; undefined where no names are known. */
function namesAuthor(text: string, row: PaperRow): boolean | undefined {
  const authors = listAuthors(row.authors).slice(0, FIRST_AUTHORS);
  if (authors.length === 0) return undefined;
  const folded = ` ${tokenise(text)
    .map((token) => foldWord(token.text))
    .join(' ')} `;
  return authors.some((author) => {
    const name = tokenise(citedName(author))
      .map((token) => foldWord(token.text))
      .join(' ');
    return name !== '' && folded.includes(` ${name} `);
  });
}

/** Whether a row is the work of an entry whose title is the same. One of author and year has to speak for it. */
export function isSameWork(entry: Recognisable, row: PaperRow): boolean {
  const facts = [goTogether(entry.year, row.published), namesAuthor(entry.text, row)];
  return !facts.includes(false) && facts.includes(true);
}

/**
 * The arXiv paper of an entry: the one that it prints, known to the store or not, or else the store's paper of the
 * same title; undefined where there is none.
 */
export async function recognise(
  entry: Recognisable,
  store: Pick<PaperStore, 'query'>,
  options: AskOptions = {},
): Promise<PaperId | undefined> {
  if (entry.paperId !== undefined) return entry.paperId;
  const key = titleKey(entry.title ?? '');
  if (entry.title === undefined || key.length < SHORTEST_TITLE) return undefined;
  // Words alone, the last one closed: nothing in a title is a filter, or still being typed.
  const words = tokenise(entry.title).map(({ text }) => text);
  const { hits } = await store.query(
    { text: `${words.slice(0, MOST_WORDS).join(' ')} ` },
    { ...options, limit: MOST_ROWS },
  );
  return hits.find((row) => titleKey(row.title) === key && isSameWork(entry, row))?.id;
}
