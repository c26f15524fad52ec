/** The size of a built package (code, texts and data separately) and their budgets. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/**
 * Budgets in bytes. The script on every matching page has the strictest one, because it slows pages down even
 * where the extension shows nothing (issue 12, point 1); scripts that are only loaded when there is something
 * to show have none. The package's code, data and texts are measured as zipped; texts grow with each language.
 */
export const BUDGETS = {
  pageScript: { raw: 14_000, gzip: 5_000 },
  package: { code: 400_000, texts: 60_000, data: 16_000_000 },
} as const;

/** Files that the build generates from `data/`, and the reader's fitted numbers, known names and lists of words. */
const DATA =
  /^(?:chunks\/knowledge-[\w-]+\.js|catalogue\.ndjson|taxonomy\.json|related\.txt|packs\.json|words\.bin|packs\/.+)$/;

/** Texts of the interface, licences and icons. All files that match neither this nor `DATA` are code. */
const TEXTS = /^(?:_locales\/.+|licences\.txt|icon\/.+)$/;

/** The overhead of a file in a zip, without its name: the local and the central header. */
const ENTRY = 76;

/** All files in a folder, as relative paths with forward slashes. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));

/** Zipped bytes of a built package's code, texts and data, as the stores measure them. */
export function packedSizes(folder: string): Readonly<Record<keyof typeof BUDGETS.package, number>> {
  const sizes = { code: 0, texts: 0, data: 0 };
  for (const file of filesIn(folder)) {
    const packed = deflateRawSync(readFileSync(join(folder, file)), { level: 9 }).length;
    sizes[DATA.test(file) ? 'data' : TEXTS.test(file) ? 'texts' : 'code'] += packed + ENTRY + 2 * file.length;
  }
  return sizes;
}

/** The size of one built file, raw and gzipped. */
export function fileSizes(path: string): { readonly raw: number; readonly gzip: number } {
  const bytes = readFileSync(path);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
