/** What citations in all formats need: the paper, its address, its year and its key. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { plainMath } from '@/lib/domain/describe/math';
import type { Authors } from '@/lib/domain/paper';
import { asciiLetters } from './ascii';
import { citedName, listAuthors } from './names';
import { parseVenue } from './venue';

/** The facts about a paper that a citation uses. */
export interface Citable {
  readonly id: PaperId;
  readonly title: string;
  readonly authors?: Authors | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  /** arXiv categories, primary first. */
  readonly categories?: readonly string[] | undefined;
}

/** The address of the paper's abstract page on arXiv, or of one version of it. */
export function formatLink(id: PaperId, version?: number): string {
  return `https://arxiv.org/abs/${id}${version === undefined ? '' : `v${version}`}`;
}

/** The year in a citation: of the publication if the venue states it, otherwise of the first submission. */
export function citedYear(paper: Citable): string | undefined {
  return (paper.venue && parseVenue(paper.venue, paper.doi)?.year) ?? paper.published?.slice(0, 4);
}

/** Words too common to distinguish papers in a citation key. */
const KEY_STOP_WORDS = new Set(
  'a an and are as at by can do does for from how in is it its of on or the to towards toward via what when why with'.split(
    ' ',
  ),
);

/**
 * `holland2024specialist`: family name, year of the first submission, first significant word of the title;
 * ASCII only. The year is not that of the publication, because a key that changes when a journal prints the
 * paper would break documents that cite it.
 */
export function formatCitationKey(paper: Citable): string {
  const [first] = listAuthors(paper.authors);
  const word = plainMath(paper.title)
    .split(/[\s/–—-]+/)
    .map(asciiLetters)
    .find((candidate) => candidate.length > 1 && !KEY_STOP_WORDS.has(candidate));
  const name = first === undefined ? '' : asciiLetters(citedName(first));
  const key = `${name}${paper.published?.slice(0, 4) ?? ''}${word ?? ''}`;
  return /^[a-z]/.test(key) ? key : `arxiv${key || asciiLetters(paper.id)}`;
}
