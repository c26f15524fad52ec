/** Finds the arXiv paper that a bibliography entry names, in the many ways in which styles print it. */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import type { PrintedLink } from './printed';

/** An id in either scheme; a line may have been broken after the dot. */
const ID = String.raw`([a-z-]{2,9}(?:\.[a-z]{2})?/\d{7}|\d{4}\.\s?\d{4,5})(?:v\d{1,3})?(?!\d)`;

/**
 * Forms that say that an id follows: "arXiv:…", "arXiv preprint …", "arXiv, abs/…", "CoRR abs/…", "eprint …",
 * arXiv's own DOIs (https://info.arxiv.org/help/doi.html).
 */
const NAMED = new RegExp(
  String.raw`\b(?:arxiv(?:\.org)?(?:[ .](?:e-?prints?|preprints?))?[\s:.,/([]{0,3}(?:(?:abs|pdf|html)/)?|abs/|e-?prints?[\s:=]{1,3})\s?${ID}`,
  'gi',
);

/**
 * Old ids are recognised anywhere, since names of archives do not occur otherwise; new ones only in brackets.
 */
const ALONE = new RegExp(
  String.raw`(?<![\w/.-])([a-z-]{2,9}(?:\.[a-z]{2})?/\d{7})(?!\d)|\[\s?${ID}\s?[\]\[]`,
  'gi',
);

function firstId(text: string, pattern: RegExp): PaperId | undefined {
  for (const [, first, second] of text.matchAll(pattern)) {
    const found = parseArxivId((first ?? second ?? '').replace(/\s/g, ''));
    if (found) return found.id;
  }
  return undefined;
}

/**
 * The first arXiv id that an entry prints or links to; undefined if there is none. The text is searched
 * first, so that an entry with two works gives the first.
 */
export function findPaperId(text: string, links: readonly PrintedLink[]): PaperId | undefined {
  return (
    firstId(text, NAMED) ??
    firstId(text, ALONE) ??
    links.find(({ paperId }) => paperId)?.paperId ??
    // Some styles print the bare id as the text of a link.
    links.map((link) => parseArxivId(link.text)?.id).find((id) => id !== undefined)
  );
}
