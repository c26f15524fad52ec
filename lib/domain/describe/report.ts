/** The text about a paper in a report of a wrong number. */
import type { Annotation } from '@/lib/domain/annotation';
import { formatLink } from '@/lib/domain/cite/citable';
import type { Result } from '@/lib/domain/paper';

const SOURCES: Readonly<Record<Annotation['provenance'], string>> = {
  curated: 'annotated by hand',
  automatic: 'read automatically',
  page: 'read from the page',
  met: 'read when the paper was met',
};

/** One number as we have it, then the words of the paper from which it was read. */
function describeResult({ metric, value, kind, role, way, data, target, system, anchor }: Result): string {
  const about = Object.entries({ kind, role, way, data, target, system }).flatMap(([name, said]) =>
    said === undefined ? [] : [`${name} ${said}`],
  );
  return `- ${metric ?? 'no metric'}: ${value} (${about.join(', ')}), read from “${anchor}”`;
}

/** The paper's address, the provenance of its annotation, and each number with its words. */
export function describeForReport(
  annotation: Annotation,
  viewedVersion: number | undefined,
): readonly string[] {
  const { id, title, provenance, readVersion, results } = annotation;
  const version = readVersion === undefined ? '' : ` of v${readVersion}`;
  return [
    `Paper: ${formatLink(id, viewedVersion)}`,
    `Title: ${title}`,
    `Source: ${SOURCES[provenance]}${version}`,
    results.length === 0 ? 'Numbers: none' : 'Numbers:',
    ...results.map(describeResult),
  ];
}
