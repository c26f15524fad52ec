/**
 * `npm run bench`: sizes and speed of the extension as tables, compared with a variant that runs React in the
 * page's script, followed by the other benches (`PARTS`). Machines differ in load over time, so compare within
 * one run, ratios first.
 */
import { spawnSync } from 'node:child_process';
import { readOptions } from '@/lib/cli/usage-error';
import { BUDGETS, fileSizes, packedSizes } from '@/lib/cli/package-size';
import { measureHandle, measureLoads, measureNarrowing, type Load } from './browser';
import { quantile } from './quantile';

const LOADS = 20;
const OURS = '.output/chrome-mv3';
const VARIANT = '.output/bench/chrome-mv3';

function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The size of each script and of the whole package. */
function printSizes(): void {
  const size = (name: string, file: string, budget = ''): string[] => {
    const { raw, gzip } = fileSizes(file);
    return [name, kilobytes(raw), kilobytes(gzip), budget];
  };
  const { pageScript, package: most } = BUDGETS;
  const packed = packedSizes(OURS);
  table('Sizes', [
    ['', 'raw', 'packed', 'at most'],
    size(
      'script on every matching page',
      `${OURS}/content-scripts/page.js`,
      `${kilobytes(pageScript.raw)}, ${kilobytes(pageScript.gzip)}`,
    ),
    size('loaded on papers’ pages', `${OURS}/sidebar.js`),
    size('loaded in full texts', `${OURS}/full-text.js`),
    size('script on listings', `${OURS}/content-scripts/listing.js`),
    size('variant: React on the page', `${VARIANT}/content-scripts/panel.js`),
    ['the package’s code', '', kilobytes(packed.code), kilobytes(most.code)],
    ['the package’s texts and icons', '', kilobytes(packed.texts), kilobytes(most.texts)],
    ['the package’s data', '', kilobytes(packed.data), kilobytes(most.data)],
  ]);
}

const ready = (loads: readonly Load[]): number[] => loads.map((load) => load.domContentLoaded);
const ms = (values: readonly number[], share: number): string => quantile(values, share).toFixed(0);
const ratio = (a: readonly number[], b: readonly number[]): string =>
  (quantile(a, 0.5) / quantile(b, 0.5)).toFixed(2);

function printLoads(ours: readonly Load[], variant: readonly Load[], bare: readonly Load[]): void {
  table(`Start of navigation to DOMContentLoaded, ${LOADS} loads each, in turn`, [
    ['', 'ratio', 'p50 ms', 'p90 ms'],
    ['with Sidelight', ratio(ready(ours), ready(bare)), ms(ready(ours), 0.5), ms(ready(ours), 0.9)],
    [
      'React on the page',
      ratio(ready(variant), ready(bare)),
      ms(ready(variant), 0.5),
      ms(ready(variant), 0.9),
    ],
    ['no extension', '1.00', ms(ready(bare), 0.5), ms(ready(bare), 0.9)],
  ]);
}

readOptions({}, 'usage: npm run bench');
run('wxt', ['zip']);
run('wxt', ['build', '-c', 'tests/bench/wxt.config.ts']);
// The variant's build overwrites the generated types in `.wxt` with its own; restore ours, or the type check
// fails.
run('wxt', ['prepare']);
printSizes();

const { ours, variant, bare } = await measureLoads({ ours: OURS, variant: VARIANT, loads: LOADS });
printLoads(ours, variant, bare);
const openings = await measureHandle(OURS, LOADS);
const narrowings = await measureNarrowing(LOADS);
table(`Opening from the handle, once loaded: click to the laid out page, ${LOADS} times`, [
  ['', 'ratio', 'p50 ms', 'p90 ms', 'at most'],
  ['Sidelight', ratio(openings, narrowings), ms(openings, 0.5), ms(openings, 0.9), '100 (p50)'],
  ['a page that narrows itself', '1.00', ms(narrowings, 0.5), ms(narrowings, 0.9), ''],
]);

/**
 * Each checks its own limits and exits with a status other than 0 if one is exceeded, except `popup`, which
 * only prints it.
 */
const PARTS = [
  'first-content',
  'catalogue',
  'reading',
  'hostile-texts',
  'tags',
  'search',
  'pack-search',
  'pack-build',
  'worker-memory',
  'popup',
  'related',
  'references',
  'full-text',
  'order',
  'tables',
  'hostile-tables',
  'listings',
  'listing-order',
  'library',
  'own-search',
  'soak',
];
const failed = PARTS.filter((name) => {
  console.log(`\n=== ${name}`);
  return (
    spawnSync('tsx', [`lib/cli/bench/${name}.ts`], { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0
  );
});
if (failed.length > 0) {
  console.log(`\nFailed or beyond a limit: ${failed.join(', ')}`);
  process.exitCode = 1;
}
