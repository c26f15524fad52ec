/**
 * `npm run release -- --dry-run`: everything that must hold before a release, and both stores' packages.
 * Without `--dry-run` it uploads them, with the keys that `wxt submit` asks of its environment.
 */
import { spawnSync } from 'node:child_process';
import { readOptions } from '../usage-error';
import { hasUnreleased, ownVersion } from './facts';
import { describeFile, packagesOf } from './packages';

// A misspelt option must not turn a rehearsal into a release.
const { 'dry-run': isDryRun } = readOptions(
  { 'dry-run': { type: 'boolean', default: false } },
  'usage: npm run release -- [--dry-run]',
);

const version = ownVersion();
const tag = `v${version}`;

const git = (...args: readonly string[]): string =>
  spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';

/** Only what is committed, and not yet released, is uploaded; a rehearsal says so and goes on. */
function repositoryFaults(): readonly string[] {
  return [
    git('status', '--porcelain') === '' ? [] : 'There is something uncommitted: commit it or put it away',
    hasUnreleased() ? 'CHANGELOG.md has changes under "Unreleased": put them under the version' : [],
    git('tag', '--list', tag) === '' ? [] : `${tag} is released: raise the version`,
  ].flat();
}

/** Runs all tests, which make the packages, look into them and try them in browsers; then their long tables, whole. */
const areTestsPassed = (): boolean =>
  [[], ['--full']].every(
    (args) => spawnSync('tsx', ['lib/cli/test.ts', ...args], { stdio: 'inherit' }).status === 0,
  );

function release(): number {
  const faults = repositoryFaults();
  if (faults.length > 0 && !isDryRun) {
    console.error(faults.join('\n'));
    return 1;
  }
  if (!areTestsPassed()) return 1;
  const packages = packagesOf(version);
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
    for (const fault of faults) console.log(`Would be refused. ${fault}`);
    return 0;
  }
  const status = spawnSync('wxt', args, { stdio: 'inherit' }).status ?? 1;
  if (status === 0) console.log(`Uploaded. Now: ${after}`);
  return status;
}

process.exitCode = release();
