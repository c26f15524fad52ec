/** Makes the line beside an entry of a listing from its paper's annotation. */
import type { Annotation } from '@/lib/domain/annotation';
import { bestFigure } from './best-result';
import { COMMON_CONTRIBUTION, type EntryLine } from './index';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { Result, TagDefinition } from '@/lib/domain/paper';

/** How many tags are kept for filtering. */
const MOST_TAGS = 12;

/**
 * The tags of a line, most informative first. For annotations by hand, contributions come first: that it is a new
 * dataset or a survey. A reading guesses a contribution for every abstract, so there the subject comes first,
 * and only a subject makes a line.
 */
function orderTags(tags: readonly TagDefinition[], isKnown: boolean): readonly TagDefinition[] {
  const subjects = tags.filter(({ facet }) => facet !== 'contribution');
  const contributions = tags.filter(({ facet }) => facet === 'contribution');
  const lead = isKnown ? contributions.filter(({ id }) => id !== COMMON_CONTRIBUTION).slice(0, 1) : [];
  return [...lead, ...subjects, ...contributions.filter((tag) => !lead.includes(tag))];
}

/** Whether a result says more than a number: what was measured, on what or of which system. */
const isTelling = (result: Result): boolean =>
  result.metric !== null || result.system !== undefined || describeSubject(result) !== undefined;

/**
 * The line of an annotation. `version` is the version that the entry shows, absent for the latest. Undefined
 * if a reading found nothing worth a line; catalogue papers always have one.
 */
export function lineOf(annotation: Annotation, version?: number): EntryLine | undefined {
  const { provenance, marks, results, links, tags, readVersion } = annotation;
  const isCurated = provenance === 'curated';
  const ordered = orderTags(tags, isCurated);
  const line: EntryLine = {
    provenance,
    ...(annotation.isTitleOnly && { isTitleOnly: true }),
    ...(marks && { marks }),
    best: bestFigure(results),
    results: results.filter((result) => result.role === 'own' && (isCurated || isTelling(result))).length,
    hasCode: links.some(({ kind }) => kind === 'code'),
    tags: ordered.slice(0, MOST_TAGS).map(({ id, label }) => ({ id, label })),
    ...(provenance !== 'page' && version !== undefined && readVersion !== version
      ? { otherVersion: readVersion }
      : {}),
  };
  const isEmpty = line.results === 0 && !line.hasCode && tags.every(({ facet }) => facet === 'contribution');
  return !isCurated && isEmpty ? undefined : line;
}
