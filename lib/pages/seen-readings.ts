/**
 * Readings of abstract pages since the browser started, so that a paper's PDF, whose text cannot be read,
 * shows them too. Only facts, no text of the page; nothing from private windows.
 */
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { citableOf, type Annotation } from '@/lib/domain/annotation';
import type { Citable } from '@/lib/domain/cite/citable';
import { isBoolean, list, optional, shape, text } from '@/lib/domain/guard';
import type { PaperLink, Result, TagDefinition } from '@/lib/domain/paper';
import { isAuthors, isLink, isResult, isStrings } from '@/lib/domain/paper-guards';
import { writeStored, readStored } from '@/lib/shared/storage';
import { READINGS_KEY } from '@/lib/shared/storage-keys';

/** Most readings that are stored; the oldest are dropped. */
const MOST_READINGS = 50;

/** An annotation as it is stored: tags by id, results found by their values. */
interface SeenReading extends Citable {
  readonly tags: readonly string[];
  readonly printedTask?: string | undefined;
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  readonly withdrawn: boolean;
  readonly isOutside?: boolean | undefined;
}

const isSeenReading = shape<SeenReading>({
  id: isPaperId,
  title: text(),
  authors: optional(isAuthors),
  published: optional(text()),
  venue: optional(text()),
  doi: optional(text()),
  categories: optional(isStrings),
  tags: isStrings,
  printedTask: optional(text()),
  results: list(isResult),
  links: list(isLink),
  withdrawn: isBoolean,
  isOutside: optional(isBoolean),
});

async function readAll(): Promise<readonly SeenReading[]> {
  const { [READINGS_KEY]: stored } = await readStored('session', [READINGS_KEY]);
  return Array.isArray(stored) ? stored.filter(isSeenReading) : [];
}

/** Stores the reading of a paper until the browser closes. */
export async function rememberReading(annotation: Annotation): Promise<void> {
  const { id, links, withdrawn, isOutside } = annotation;
  const reading: SeenReading = {
    ...citableOf(annotation),
    tags: annotation.tags.map((tag) => tag.id),
    printedTask: annotation.printedTask,
    results: annotation.results.map((result) => ({ ...result, anchor: result.value })),
    links,
    withdrawn,
    isOutside,
  };
  const others = (await readAll()).filter((other) => other.id !== id);
  await writeStored('session', { [READINGS_KEY]: [reading, ...others].slice(0, MOST_READINGS) });
}

/** An earlier reading of a paper; undefined if its abstract page was not visited. */
export async function findReading(
  id: PaperId,
  findTag: (id: string) => TagDefinition | undefined,
): Promise<Annotation | undefined> {
  const reading = (await readAll()).find((each) => each.id === id);
  if (!reading) return undefined;
  const tags = reading.tags.flatMap((tag) => findTag(tag) ?? []);
  return { ...reading, provenance: 'page', summary: '', tags, isFromAbstractPage: true };
}
