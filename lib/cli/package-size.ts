/** What a built package weighs, code, texts and data apart, and the budgets of each. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/**
 * Most that may ship, in bytes. The script on every matching page is what a person feels who wants nothing
 * of us (issue 12, point 1); what loads only when there is something to show has no limit. Code and data of
 * the package are counted as zipped, and so are its texts and pictures, of which each language adds its own.
 */
export const BUDGETS = {
  pageScript: { raw: 14_000, gzip: 5_000 },
  package: { code: 400_000, texts: 60_000, data: 16_000_000 },
} as const;

/** Files that the build makes from `data/`. */
const DATA = /^(?:catalogue\.ndjson|taxonomy\.json|related\.txt|packs\.json|words\.bin|packs\/.+)$/;

/** What the extension says in each language, licences and icons. All that is neither this nor data is code. */
const TEXTS = /^(?:_locales\/.+|licences\.txt|icon\/.+)$/;

/** What a zip adds to each file: its two headers and twice its name. */
const ENTRY = 76;

/** All files of a folder, as paths from it with forward slashes. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));

/** Zipped bytes of a built package's code, texts and data, as both stores count them. */
export function packedSizes(folder: string): Readonly<Record<keyof typeof BUDGETS.package, number>> {
  const sizes = { code: 0, texts: 0, data: 0 };
  for (const file of filesIn(folder)) {
    const packed = deflateRawSync(readFileSync(join(folder, file)), { level: 9 }).length;
    sizes[DATA.test(file) ? 'data' : TEXTS.test(file) ? 'texts' : 'code'] += packed + ENTRY + 2 * file.length;
  }
  return sizes;
}

/** Bytes of one file of a build, as it is and gzipped. */
export function fileSizes(path: string): { readonly raw: number; readonly gzip: number } {
  const bytes = readFileSync(path);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
