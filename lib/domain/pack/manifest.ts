/** `manifest.json` of a pack: what it is, and which files belong to it. */
import { isRecord } from '@/lib/domain/is-record';
import { isStrings } from '@/lib/domain/paper-guards';

/** Raised with every change of the files' formats that matters to those who read them. */
export const PACK_FORMAT = 1;

/** A file of a pack. */
export interface PackFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** Facts about a pack. */
export interface PackManifest {
  readonly format: number;
  /** Stable key: "wide". Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Date of the newest paper in it, `YYYY-MM-DD`. */
  readonly date: string;
  readonly papers: number;
  readonly withCode: number;
  /** Number of reported results of all its papers. */
  readonly results: number;
  /** Where the records come from, and their licence. */
  readonly source: string;
  /** How papers were selected, if not all were taken. */
  readonly selection: string;
  /** Version of the annotator that made its annotations. */
  readonly reader: string;
  /** Papers in a shard; the last shard has the rest. */
  readonly shardSize: number;
  /** Ids of its tags; shards refer to them by index. */
  readonly tags: readonly string[];
  /** SHA-256 over the files' names and checksums: packs with the same hash are equal. */
  readonly hash: string;
  readonly files: readonly PackFile[];
}

/** The ids of all papers, from which a paper's shard and place in it follow (`ids-file.ts`). */
export const IDS_FILE = 'ids.bin';
/** The search index (`lib/domain/search/index-file.ts`). */
export const SEARCH_FILE = 'search.bin';
/** The papers' vectors, from which related papers are found. */
export const VECTORS_FILE = 'vectors.bin';
/** Common topics and the newest papers, which are shown before a query. */
export const START_FILE = 'start.json';
/** The manifest itself. */
export const MANIFEST_FILE = 'manifest.json';

/** Name of a shard's file: `records/0042.bin`. */
export const shardFile = (number: number): string => `records/${String(number).padStart(4, '0')}.bin`;

/** A manifest, or a sentence that says why it is not valid. */
type ManifestResult =
  { readonly ok: true; readonly manifest: PackManifest } | { readonly ok: false; readonly message: string };

const fail = (message: string): ManifestResult => ({
  ok: false,
  message: `The pack cannot be read: ${message}.`,
});

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const readFile = (value: unknown): PackFile | undefined => {
  if (!isRecord(value)) return undefined;
  const { name, bytes, sha256 } = value;
  const isName = typeof name === 'string' && /^[\w-]+(?:\/[\w-]+)?\.(?:bin|json)$/.test(name);
  return isName && isCount(bytes) && typeof sha256 === 'string' ? { name, bytes, sha256 } : undefined;
};

/** Reads the text of `manifest.json`. Never throws. */
export const parseManifest = (text: string): ManifestResult => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('its manifest is no JSON');
  }
  if (!isRecord(value)) return fail('its manifest is no object');
  const { format, name, date, papers, withCode, results, source, selection, reader, shardSize, tags, hash } =
    value;
  if (format !== PACK_FORMAT) return fail(`its format is ${String(format)}, not ${PACK_FORMAT}`);
  if (typeof name !== 'string' || !/^[a-z0-9-]{1,40}$/.test(name)) return fail('it has no proper name');
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return fail('it has no date');
  if (!isCount(papers) || !isCount(withCode) || !isCount(results)) return fail('its counts are wrong');
  if (!isCount(shardSize) || shardSize === 0 || shardSize > 4096) return fail('its shards have no size');
  if (typeof source !== 'string' || typeof selection !== 'string' || typeof reader !== 'string')
    return fail('it does not say where it comes from');
  if (!isStrings(tags) || typeof hash !== 'string' || !Array.isArray(value['files']))
    return fail('its manifest is incomplete');
  const files = value['files'].flatMap((file: unknown) => readFile(file) ?? []);
  if (files.length !== value['files'].length) return fail('it lists a file that is none of a pack');
  return {
    ok: true,
    manifest: {
      format,
      name,
      date,
      papers,
      withCode,
      results,
      source,
      selection,
      reader,
      shardSize,
      tags,
      hash,
      files,
    },
  };
};
