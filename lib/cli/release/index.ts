/**
 * `npm run release -- --dry-run`: everything that must hold before a release, and both stores' packages.
 * Without `--dry-run` it uploads them, with the keys that `wxt submit` asks of its environment.
 * `--packages` rehearses the packages alone; it is the part that `npm test` runs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readOptions, refuse } from '../misuse';
import { failed, passed, runCommand, runSteps, type Step, type StepOutcome } from '../steps';
import { ownVersion, storeFaults, versionFaults } from './facts';
import { contentFaults, describeFile, makeTwice, packagesOf, sourcesFaults } from './packages';

const USAGE = 'usage: npm run release -- [--dry-run [--packages]]';
// A misspelt option must not turn a rehearsal into a release.
const { 'dry-run': isDryRun, packages: isPackagesOnly } = readOptions(
  { 'dry-run': { type: 'boolean', default: false }, packages: { type: 'boolean', default: false } },
  USAGE,
);
if (isPackagesOnly && !isDryRun)
  refuse('What is uploaded is tested first: --packages needs --dry-run', USAGE);

const version = ownVersion();
const tag = `v${version}`;
const packages = packagesOf(version);

const outcome = (faults: readonly string[]): StepOutcome => {
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? passed() : failed();
};

const git = (...args: readonly string[]): string =>
  spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';

/** Only what is committed, and not yet released, is uploaded; a rehearsal says so and goes on. */
function repositoryFaults(): readonly string[] {
  return [
    git('status', '--porcelain') === '' ? [] : 'There is something uncommitted: commit it or put it away',
    git('tag', '--list', tag) === '' ? [] : `${tag} is released: raise the version`,
  ].flat();
}

function shippedDescription(): string {
  const manifest: unknown = JSON.parse(readFileSync('.output/chrome-mv3/manifest.json', 'utf8'));
  return typeof manifest === 'object' && manifest && 'description' in manifest
    ? String(manifest.description)
    : '';
}

const PACKAGES: readonly Step[] = [
  { name: 'versions and change log', run: () => outcome(versionFaults()) },
  { name: 'packages, twice the same', run: () => outcome(makeTwice(packages)) },
  { name: 'what the packages hold', run: () => outcome(contentFaults(packages, version)) },
  { name: 'the sources build the package', run: () => outcome(sourcesFaults(packages)) },
  { name: 'texts and pictures for the stores', run: () => outcome(storeFaults(shippedDescription())) },
];

const WHOLE: readonly Step[] = [
  {
    name: 'repository',
    run: () => {
      const faults = repositoryFaults();
      return isDryRun
        ? { ...passed(), notes: faults.map((fault) => `would be refused. ${fault}`) }
        : outcome(faults);
    },
  },
  // Among them PACKAGES, before the browsers: what they try is what will be uploaded.
  { name: 'tests', run: () => runCommand('tsx', ['lib/cli/test.ts']) },
];

const totals = runSteps(isPackagesOnly ? PACKAGES : WHOLE);
if (totals.failed > 0) {
  process.exitCode = 1;
} else {
  console.log(`\n${isDryRun ? 'Would upload' : 'Uploading'} ${tag}:`);
  for (const path of Object.values(packages)) {
    const { bytes, digest } = describeFile(path);
    console.log(`  ${path}  ${bytes} bytes  sha256 ${digest}`);
  }
  const { chrome, firefox, sources } = packages;
  const args = ['submit', '--chrome-zip', chrome, '--firefox-zip', firefox, '--firefox-sources-zip', sources];
  const after = `git tag ${tag} && git push origin ${tag}`;
  if (isDryRun) {
    console.log(`  wxt ${args.join(' ')}\n  ${after}\nTexts and pictures for the stores: .store/listing.md`);
  } else {
    process.exitCode = spawnSync('wxt', args, { stdio: 'inherit' }).status ?? 1;
    if (process.exitCode === 0) console.log(`Uploaded. Now: ${after}`);
  }
}
