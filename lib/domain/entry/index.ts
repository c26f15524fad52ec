/**
 * What one line beside an entry of a listing says of its paper: the best number,
 * code, the first tags. Scripts on pages hold no more of it than this.
 */

import type { Marks, Provenance } from '@/lib/domain/provenance';

/** Tags that there is room for; the others serve filtering. */
const SHOWN_TAGS = 2;

/** The line as data; it crosses from the background to the page's script. */
export interface EntryLine {
  readonly provenance: Provenance;
  /** What the user did with the paper; absent where they did nothing. */
  readonly marks?: Marks | undefined;
  /** The one number that there is room for, in words: "AUROC 0.91", "Dice +10%". */
  readonly best?: string | undefined;
  /** Own results, counted. */
  readonly results: number;
  readonly hasCode: boolean;
  /** Most telling first, at most twelve. */
  readonly tags: readonly { readonly id: string; readonly label: string }[];
  /** The version that the catalogue read, where it is not the one that the entry shows. */
  readonly otherVersion?: number | undefined;
}

/** What nearly every paper gives: no news in so little room. */
export const COMMON_CONTRIBUTION = 'method';

/** One part of a line; the kind says how it is set. */
export interface LinePart {
  readonly kind: 'best' | 'count' | 'code' | 'tag';
  readonly text: string;
}

/** The parts of the line as they are printed, most wanted first; never empty for a paper of the catalogue. */
export function lineParts({ best, results, hasCode, tags }: EntryLine): readonly LinePart[] {
  const parts: LinePart[] = [];
  if (best !== undefined) parts.push({ kind: 'best', text: best });
  else if (results > 0)
    parts.push({ kind: 'count', text: results === 1 ? '1 result' : `${results} results` });
  if (hasCode) parts.push({ kind: 'code', text: 'Code' });
  for (const { label } of tags.filter(({ id }) => id !== COMMON_CONTRIBUTION).slice(0, SHOWN_TAGS))
    parts.push({ kind: 'tag', text: label });
  return parts.length > 0 ? parts : [{ kind: 'tag', text: 'In the catalogue' }];
}

/** Where a line comes from, as it is read aloud. */
const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  curated: 'in the catalogue',
  page: 'read from this page',
  automatic: 'read by rule',
};

/** The line as it is read aloud, with what the mark says to the eye. */
export function describeLine(line: EntryLine): string {
  const words = lineParts(line).map(({ text }) => text);
  const version = line.otherVersion === undefined ? '' : `, read from version ${line.otherVersion}`;
  return `Sidelight, ${PROVENANCE_WORDS[line.provenance]}${version}: ${words.join(', ')}`;
}
