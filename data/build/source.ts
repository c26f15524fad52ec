/** Reads the catalogue's source folder: records, taxonomy and the catalogue's own facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { PaperRecord, TagDefinition } from '@/lib/domain/paper';
import type { Fault } from './faults';
import { catalogueSchema, recordSchema, schemaFaults, taxonomySchema } from './schema';
import { paperFileName, readSourceFiles } from './source-files';

/** The source folder as read: the valid records, and every fault. */
export interface CatalogueSource {
  /** Valid records, newest first; invalid ones are among the faults. */
  readonly records: readonly PaperRecord[];
  readonly tags: readonly TagDefinition[];
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Files that are not JSON, of the wrong shape, or with the wrong name. */
  readonly faults: readonly Fault[];
}

/** The path of a paper's file in faults. */
export const paperPath = (record: PaperRecord): string => `data/papers/${paperFileName(record.id)}`;

function parse<T>(schema: z.ZodType<T>, file: string, text: string | undefined): T | Fault[] {
  if (text === undefined) return [{ file, field: '', message: 'is missing' }];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [
      { file, field: '', message: `is no JSON: ${error instanceof Error ? error.message : 'unreadable'}` },
    ];
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data : schemaFaults(parsed.error).map((fault) => ({ file, ...fault }));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Reads everything in `folder` (`data/`). Never throws for the content of a file, which becomes a fault. */
export function readCatalogueSource(folder: string): CatalogueSource {
  const faults: Fault[] = [];
  const records: PaperRecord[] = [];
  for (const { name, text } of readSourceFiles(join(folder, 'papers'))) {
    const file = `data/papers/${name}`;
    const record = parse(recordSchema, file, text);
    if (Array.isArray(record)) faults.push(...record);
    else {
      if (paperFileName(record.id) !== name) {
        faults.push({ file, field: 'id', message: `${record.id} belongs in ${paperFileName(record.id)}` });
      }
      records.push(record);
    }
  }
  const taxonomy = parse(taxonomySchema, 'data/taxonomy.json', readText(join(folder, 'taxonomy.json')));
  if (Array.isArray(taxonomy)) faults.push(...taxonomy);
  const meta = parse(catalogueSchema, 'data/catalogue.json', readText(join(folder, 'catalogue.json')));
  if (Array.isArray(meta)) faults.push(...meta);
  return {
    records: records.toSorted((a, b) =>
      a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1,
    ),
    tags: Array.isArray(taxonomy) ? [] : taxonomy.tags,
    ...(Array.isArray(meta) ? { version: '', date: '' } : meta),
    faults,
  };
}
