/**
 * `npm run release -- --dry-run`: runs all checks for a release and builds both stores' packages. Without
 * `--dry-run` they are uploaded, with the keys that `wxt submit` reads from the environment.
 */
import { spawnSync } from 'node:child_process';
import { readOptions } from '../usage-error';
import { hasUnreleased, ownVersion } from './stated-facts';
import { describeFile, packagesOf } from './packages';

// Unknown options are refused, so that a misspelt one does not turn a rehearsal into a release.
const { 'dry-run': isDryRun } = readOptions(
  { 'dry-run': { type: 'boolean', default: false } },
  'usage: npm run release -- [--dry-run]',
);

const version = ownVersion();
const tag = `v${version}`;

const git = (...args: readonly string[]): string =>
  spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';

/** Only committed and unreleased versions may be uploaded; a rehearsal prints these faults and continues. */
function repositoryFaults(): readonly string[] {
  return [
    git('status', '--porcelain') === '' ? [] : 'There is something uncommitted: commit it or put it away',
    hasUnreleased() ? 'CHANGELOG.md has changes under "Unreleased": put them under the version' : [],
    git('tag', '--list', tag) === '' ? [] : `${tag} is released: raise the version`,
  ].flat();
}

/** Runs all tests in full, which build, inspect and try the packages. */
const areTestsPassed = (): boolean =>
  spawnSync('tsx', ['lib/cli/test.ts', '--full'], { stdio: 'inherit' }).status === 0;

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
