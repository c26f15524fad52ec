/**
 * `npm run bench`: sizes and speed of the extension as tables, beside a variant
 * that mounts React in the script on the page, the benches of reading, search,
 * related papers and listings, and a soak. Machines drift: compare within one
 * run, and look at the ratios first.
 */
import { spawnSync } from 'node:child_process';
import { readOptions } from '@/lib/cli/usage-error';
import { BUDGETS, fileSizes, packedSizes } from '@/lib/cli/package-size';
import { measureHandle, measureLoads, measureNarrowing, type Load } from './browser';

const LOADS = 20;
const OURS = '.output/chrome-mv3';
const VARIANT = '.output/bench/chrome-mv3';

/** The middle of some numbers, and how far the 90th of 100 lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

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

/** What a person pays for, script by script, and what the whole weighs. */
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
// The variant's build leaves the types of its own files in `.wxt`; put ours back, or the type checker finds faults.
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

/** Each checks limits of its own and ends with another status than 0 where it passes one; popup says so only. */
const PARTS = [
  'first-content',
  'catalogue',
  'reading',
  'tags',
  'search',
  'pack-search',
  'popup',
  'related',
  'references',
  'full-text',
  'order',
  'tables',
  'hostile-tables',
  'listings',
  'library',
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
