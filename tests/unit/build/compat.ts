/** Since when browsers support what, by MDN's table. */
import { readFileSync } from 'node:fs';

/** A browser by its name in the table. */
export type BrowserName = 'chrome' | 'firefox' | 'firefox_android';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const data: unknown = JSON.parse(readFileSync('node_modules/@mdn/browser-compat-data/data.json', 'utf8'));

/** The value at a path of the table, or undefined. */
export function lookUp(path: readonly string[], from: unknown = data): unknown {
  return path.reduce<unknown>(
    (node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    from,
  );
}

/** The names under a path. */
export function namesUnder(path: readonly string[]): readonly string[] {
  const node = lookUp(path);
  return isRecord(node) ? Object.keys(node).filter((key) => key !== '__compat') : [];
}

/** A version as a number; infinite for one that is not released yet, or behind a flag. */
function numberOf(statement: unknown): number {
  if (!isRecord(statement) || statement['flags'] !== undefined || statement['version_removed'] !== undefined)
    return Infinity;
  const added = statement['version_added'];
  if (typeof added !== 'string') return added === true ? 0 : Infinity;
  const number = Number.parseFloat(added.replace('≤', ''));
  return Number.isNaN(number) ? Infinity : number;
}

/** The first version of a browser that supports the feature at a path; undefined if the table does not say. */
export function sinceOf(path: readonly string[], browser: BrowserName): number | undefined {
  const support = lookUp([...path, '__compat', 'support', browser]);
  if (support === undefined) return undefined;
  return Math.min(...[support].flat().map(numberOf));
}
