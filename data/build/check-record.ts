/** Finds the faults of a single paper's record. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { parseLink } from '@/lib/domain/links';
import { findMetric, metricDirection } from '@/lib/domain/metrics';
import type { PaperRecord, Result, TagDefinition } from '@/lib/domain/paper';
import { findAnchor } from '@/lib/domain/text';
import { linkKey } from './records';
import { checkSummary } from './check-summary';

/** A fault without its file. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

const FEWEST_TAGS = 4;
const MOST_TAGS = 12;

/** The month of a date, counted from year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The month in which arXiv assigned an id, counted from year 0. */
function monthOfId(id: string): number {
  const digits = (id.split('/')[1] ?? id).slice(0, 4);
  const year = Number(digits.slice(0, 2));
  return (year > 90 ? 1900 + year : 2000 + year) * 12 + Number(digits.slice(2));
}

/**
 * An id is assigned when a paper is announced: in the month of submission, or in the next at a month's end or
 * after a hold. On the first of a month, the time zone can make the submission a day late.
 */
export function checkIdMonth(id: string, published: string): FieldFault[] {
  if (!parseArxivId(id)) return [];
  const late = monthOfId(id) - monthOf(published);
  if (late === 0 || late === 1 || (late === -1 && published.endsWith('-01'))) return [];
  return [
    { field: 'published', message: `${published} does not fit the id ${id}, which is from another month` },
  ];
}

function checkTags(record: PaperRecord, tags: ReadonlyMap<string, TagDefinition>): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [index, id] of record.tags.entries()) {
    if (!tags.has(id)) faults.push({ field: `tags[${index}]`, message: `"${id}" is not in the taxonomy` });
  }
  const count = record.tags.length;
  if (count < FEWEST_TAGS || count > MOST_TAGS) {
    faults.push({ field: 'tags', message: `has ${count} tags; ${FEWEST_TAGS} to ${MOST_TAGS} are wanted` });
  }
  for (const facet of ['task', 'contribution'] as const) {
    if (count > 0 && !record.tags.some((id) => tags.get(id)?.facet === facet)) {
      faults.push({ field: 'tags', message: `has no ${facet}` });
    }
  }
  return faults;
}

/** A metric must have its standard name, so that equal metrics compare, and the lexicon's direction. */
function checkMetric({ metric, better }: Result, index: number): FieldFault[] {
  if (metric === null) return [];
  const field = `results[${index}].metric`;
  const known = findMetric(metric);
  if (!known) return [{ field, message: `"${metric}" is not in the metric lexicon` }];
  if (known.name !== metric) return [{ field, message: `"${metric}" goes by the name "${known.name}"` }];
  const direction = metricDirection(metric);
  if (direction === undefined || direction === better) return [];
  return [{ field: `results[${index}].better`, message: `${metric} is better ${direction}` }];
}

function checkComparison(result: Result, index: number, results: readonly Result[]): FieldFault[] {
  const field = `results[${index}].comparedWith`;
  if (result.comparedWith === undefined) return [];
  if (result.comparedWith === index) return [{ field, message: 'compares the result with itself' }];
  const other = results[result.comparedWith];
  if (!other) return [{ field, message: `there is no result ${result.comparedWith} (they count from 0)` }];
  if (other.metric !== result.metric) {
    return [
      { field, message: `compares ${result.metric ?? 'no metric'} with ${other.metric ?? 'no metric'}` },
    ];
  }
  return [];
}

function checkResults(results: readonly Result[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, result] of results.entries()) {
    const field = `results[${index}]`;
    const found = findAnchor(result.anchor, result.value);
    if (!found) {
      faults.push({ field: `${field}.anchor`, message: `does not hold the value "${result.value}"` });
    } else if (/^\\?%/.test(result.anchor.slice(found.end))) {
      faults.push({ field: `${field}.value`, message: 'leaves out the % that stands in its anchor' });
    }
    const key = JSON.stringify([
      result.metric,
      result.value,
      result.role,
      result.system,
      result.data,
      result.target,
    ]);
    const twin = seen.get(key);
    if (twin !== undefined) faults.push({ field, message: `says the same as results[${twin}]` });
    seen.set(key, index);
    faults.push(...checkMetric(result, index), ...checkComparison(result, index, results));
  }
  return faults;
}

function checkLinks({ links }: PaperRecord): FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, { url }] of links.entries()) {
    const field = `links[${index}].url`;
    const canonical = parseLink(url);
    if (canonical === undefined) faults.push({ field, message: `"${url}" is no link to show` });
    else if (canonical !== url) faults.push({ field, message: `"${url}" is not canonical: ${canonical}` });
    const twin = seen.get(linkKey(url));
    if (twin !== undefined) faults.push({ field, message: `the same target as links[${twin}]` });
    seen.set(linkKey(url), index);
  }
  const codes = links.filter(({ kind }) => kind === 'code');
  if (codes[0] && !codes[0].official && codes.some(({ official }) => official)) {
    faults.push({ field: 'links', message: 'the first code link is not the official one' });
  }
  return faults;
}

/** A family name with which the author's name does not end would be ignored silently. */
function checkFamilyNames({ authors }: PaperRecord): FieldFault[] {
  if (!('names' in authors) || !authors.familyNames) return [];
  const { names, familyNames } = authors;
  const field = 'authors.familyNames';
  if (names.length !== familyNames.length)
    return [{ field, message: `has ${familyNames.length} names for ${names.length} authors` }];
  return familyNames.flatMap((family, index) =>
    family === '' || names[index]?.endsWith(` ${family}`)
      ? []
      : [{ field: `${field}[${index}]`, message: `"${names[index]}" does not end with "${family}"` }],
  );
}

function checkTerms({ terms }: PaperRecord): FieldFault[] {
  const seen = new Set<string>();
  const faults: FieldFault[] = [];
  for (const [index, [term, weight]] of terms.entries()) {
    if (seen.has(term)) faults.push({ field: `terms[${index}]`, message: `"${term}" stands there twice` });
    if (weight > (terms[index - 1]?.[1] ?? 1)) {
      faults.push({ field: `terms[${index}]`, message: 'is out of order: the heaviest term comes first' });
    }
    seen.add(term);
  }
  return faults;
}

/** All faults of a record of the right shape. */
export function checkRecord(record: PaperRecord, tags: ReadonlyMap<string, TagDefinition>): FieldFault[] {
  return [
    ...checkIdMonth(record.id, record.published),
    ...checkSummary(record),
    ...checkTags(record, tags),
    ...checkResults(record.results),
    ...checkLinks(record),
    ...checkFamilyNames(record),
    ...checkTerms(record),
  ];
}
