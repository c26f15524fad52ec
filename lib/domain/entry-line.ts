/** What one line beside an entry of a listing says of its paper: the best number, code, the first tags. */
import type { Annotation } from './annotation';
import { boundWord } from './describe';
import { bestResult } from './describe-results';
import type { Result } from './paper';

/** Tags kept for filtering; a line shows the first two. */
const MOST_TAGS = 12;
const SHOWN_TAGS = 2;

export interface EntryLine {
  readonly source: 'catalogue' | 'page';
  /** The one number that there is room for, in words: "AUROC 0.91", "accuracy up to 83.5%". */
  readonly best?: string | undefined;
  /** Own results, counted. */
  readonly results: number;
  readonly hasCode: boolean;
  /** Most telling first, at most twelve. */
  readonly tags: readonly { readonly id: string; readonly label: string }[];
  /** The version that the catalogue read, where it is not the one that the entry shows. */
  readonly otherVersion?: number | undefined;
}

function wordsOf(result: Result): string {
  const isUnsigned = result.kind === 'change' && !/^[-+−–±]/.test(result.value);
  const word = result.kind === 'bound' ? boundWord(result) : isUnsigned ? 'by' : undefined;
  return [result.metric, word, result.value].filter(Boolean).join(' ');
}

/**
 * The line of an annotation. `version` is what the entry shows, absent for the
 * latest. Undefined where a reading found nothing worth a line; a paper of the
 * catalogue always has one.
 */
export function lineOf(annotation: Annotation, version?: number): EntryLine | undefined {
  const { source, results, links, tags, readVersion } = annotation;
  // A number that does not say of what says nothing in so little room.
  const best = bestResult(results.filter(({ metric }) => metric !== null));
  // What a paper gives is guessed for every abstract: what it is about comes first, and alone makes a line.
  const subjects = tags.filter(({ facet }) => facet !== 'contribution');
  const ordered = [...subjects, ...tags.filter(({ facet }) => facet === 'contribution')];
  const line: EntryLine = {
    source,
    best: best && wordsOf(best),
    results: results.filter(({ role }) => role === 'own').length,
    hasCode: links.some(({ kind }) => kind === 'code'),
    tags: ordered.slice(0, MOST_TAGS).map(({ id, label }) => ({ id, label })),
    ...(source === 'catalogue' && version !== undefined && readVersion !== version
      ? { otherVersion: readVersion }
      : {}),
  };
  const isEmpty = line.results === 0 && !line.hasCode && subjects.length === 0;
  return source === 'page' && isEmpty ? undefined : line;
}

const countResults = (count: number): string | undefined =>
  count === 0 ? undefined : count === 1 ? '1 result' : `${count} results`;

/** The parts of the line as they are printed, most wanted first; never empty for a paper of the catalogue. */
export function lineParts(line: EntryLine): readonly string[] {
  const parts = [
    line.best ?? countResults(line.results),
    line.hasCode ? 'code' : undefined,
    ...line.tags.slice(0, SHOWN_TAGS).map(({ label }) => label),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts : ['in the catalogue'];
}

/** The line as it is read aloud, with what the mark says to the eye. */
export function describeLine(line: EntryLine): string {
  const where = line.source === 'catalogue' ? 'in the catalogue' : 'read from this page';
  const version = line.otherVersion === undefined ? '' : `, read from version ${line.otherVersion}`;
  return `Sidelight, ${where}${version}: ${lineParts(line).join(', ')}`;
}
