/** What one line beside an entry of a listing says of its paper: the best number, code, the first tags. */
import type { Annotation } from './annotation';
import { bestFigure } from './entry-figure';
import type { TagDefinition } from './paper';

/** Tags kept for filtering; a line shows the first two. */
const MOST_TAGS = 12;
const SHOWN_TAGS = 2;

export interface EntryLine {
  readonly source: 'catalogue' | 'page';
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
const COMMON_GIFT = 'method';

/**
 * The tags of a line, most telling first. People wrote what a catalogue paper
 * gives: that it is a new dataset or a survey comes before anything else. What
 * a reading says of it is guessed for every abstract: what the paper is about
 * comes first there, and alone makes a line.
 */
function orderTags(tags: readonly TagDefinition[], isKnown: boolean): readonly TagDefinition[] {
  const subjects = tags.filter(({ facet }) => facet !== 'contribution');
  const gifts = tags.filter(({ facet }) => facet === 'contribution');
  const lead = isKnown ? gifts.filter(({ id }) => id !== COMMON_GIFT).slice(0, 1) : [];
  return [...lead, ...subjects, ...gifts.filter((gift) => !lead.includes(gift))];
}

/**
 * The line of an annotation. `version` is what the entry shows, absent for the
 * latest. Undefined where a reading found nothing worth a line; a paper of the
 * catalogue always has one.
 */
export function lineOf(annotation: Annotation, version?: number): EntryLine | undefined {
  const { source, results, links, tags, readVersion } = annotation;
  const ordered = orderTags(tags, source === 'catalogue');
  const line: EntryLine = {
    source,
    best: bestFigure(results),
    results: results.filter(({ role }) => role === 'own').length,
    hasCode: links.some(({ kind }) => kind === 'code'),
    tags: ordered.slice(0, MOST_TAGS).map(({ id, label }) => ({ id, label })),
    ...(source === 'catalogue' && version !== undefined && readVersion !== version
      ? { otherVersion: readVersion }
      : {}),
  };
  const isEmpty = line.results === 0 && !line.hasCode && tags.every(({ facet }) => facet === 'contribution');
  return source === 'page' && isEmpty ? undefined : line;
}

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
  for (const { label } of tags.filter(({ id }) => id !== COMMON_GIFT).slice(0, SHOWN_TAGS))
    parts.push({ kind: 'tag', text: label });
  return parts.length > 0 ? parts : [{ kind: 'tag', text: 'In the catalogue' }];
}

/** The line as it is read aloud, with what the mark says to the eye. */
export function describeLine(line: EntryLine): string {
  const where = line.source === 'catalogue' ? 'in the catalogue' : 'read from this page';
  const words = lineParts(line).map(({ text }) => text);
  const version = line.otherVersion === undefined ? '' : `, read from version ${line.otherVersion}`;
  return `Sidelight, ${where}${version}: ${words.join(', ')}`;
}
