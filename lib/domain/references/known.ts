/**
 * Finds the paper of the store that an entry without an arXiv id is. It must be the same work: equal titles,
 * one of the authors in the entry, and years that fit. Never only the most similar.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { citedName, listAuthors } from '@/lib/domain/cite/names';
import type { AskOptions, PaperRow, PaperStore } from '@/lib/domain/store';
import { foldWord, tokenise } from '@/lib/domain/text/tokens';
import type { Reference } from '.';

/** The facts by which an entry is recognised. */
export type Recognisable = Pick<Reference, 'paperId' | 'title' | 'year' | 'text'>;

/** A title reduced to folded letters and digits, since styles change everything else. */
export const titleKey = (title: string): string =>
  tokenise(title)
    .map(({ text }) => foldWord(text))
    .join('');

/**
 * Most words of a title that are searched for, and most rows that are checked: an equal title ranks first.
 */
const MOST_WORDS = 16;
const MOST_ROWS = 5;
/** In letters and digits; a shorter title ("BERT") is ambiguous. */
export const SHORTEST_TITLE = 8;

/** Most years between the preprint and its printed version, in either order. */
const YEARS_TO_PRINT = 5;
const YEARS_AFTER_PRINT = 2;

function goTogether(printed: number | undefined, published: string | undefined): boolean | undefined {
  if (printed === undefined || published === undefined) return undefined;
  const behind = printed - Number(published.slice(0, 4));
  return behind <= YEARS_TO_PRINT && behind >= -YEARS_AFTER_PRINT;
}

/** How many authors are looked for, since an entry may omit the others. */
const FIRST_AUTHORS = 3;

/** Whether an entry names one of a paper's first authors; undefined if the authors are unknown. */
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

/**
 * Whether a row is the work of an entry with the same title. Author or year must agree, and neither may
 * contradict.
 */
export function isSameWork(entry: Recognisable, row: PaperRow): boolean {
  const facts = [goTogether(entry.year, row.published), namesAuthor(entry.text, row)];
  return !facts.includes(false) && facts.includes(true);
}

/**
 * The arXiv paper of an entry: the one that it prints, whether the store has it or not, otherwise the store's
 * paper with the same title; undefined if there is none.
 */
export async function recognise(
  entry: Recognisable,
  store: Pick<PaperStore, 'query'>,
  options: AskOptions = {},
): Promise<PaperId | undefined> {
  if (entry.paperId !== undefined) return entry.paperId;
  const key = titleKey(entry.title ?? '');
  if (entry.title === undefined || key.length < SHORTEST_TITLE) return undefined;
  // Only words, the last one complete: nothing in a title is a filter or still being typed.
  const words = tokenise(entry.title).map(({ text }) => text);
  const { hits } = await store.query(
    { text: `${words.slice(0, MOST_WORDS).join(' ')} ` },
    { ...options, limit: MOST_ROWS },
  );
  return hits.find((row) => titleKey(row.title) === key && isSameWork(entry, row))?.id;
}
