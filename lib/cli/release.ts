/**
 * `npm run release -- --dry-run`: everything that must hold before a release, and both stores' packages.
 * Without `--dry-run` it uploads them, with the keys that `wxt submit` asks of its environment.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditShipped } from './audit';
import { areLicencesListed } from './licences';
import { runCommand, runSteps, type Step, type StepOutcome } from './steps';

const OUTPUT = '.output';

const outcome = (isGood: boolean, message: string): StepOutcome => {
  if (!isGood) console.error(message);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, notes: [] };
};

const packages = (): readonly string[] =>
  readdirSync(OUTPUT)
    .filter((file) => file.endsWith('.zip'))
    .toSorted();

/** File name to digest, of every package that lies there. */
const digests = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    packages().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(OUTPUT, file)))
        .digest('hex'),
    ]),
  );

function zip(): boolean {
  return ['chrome', 'firefox'].every(
    (browser) =>
      spawnSync('wxt', ['zip', '-b', browser], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
  );
}

/** The version that the change log's newest heading names. */
function describedVersion(): string | undefined {
  return /^## (\d+\.\d+\.\d+)/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1];
}

function ownVersion(): string | undefined {
  return /"version": "([^"]+)"/.exec(readFileSync('package.json', 'utf8'))?.[1];
}

function isClean(): boolean {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === '';
}

const isDryRun = process.argv.includes('--dry-run');

const STEPS: readonly Step[] = [
  { name: 'nothing uncommitted', run: () => outcome(isDryRun || isClean(), 'Commit or put away first.') },
  {
    name: 'change log',
    run: () =>
      outcome(
        describedVersion() === ownVersion(),
        'CHANGELOG.md does not begin with the version of package.json.',
      ),
  },
  { name: 'licences', run: () => outcome(areLicencesListed(), 'Run: npm run licences') },
  {
    name: 'tests',
    run: () =>
      process.argv.includes('--skip-tests') ? outcome(true, '') : runCommand('tsx', ['lib/cli/test.ts']),
  },
  { name: 'known faults of what ships', run: auditShipped },
  {
    name: 'packages, twice the same',
    run: () => {
      if (!zip()) return outcome(false, 'The packages could not be made.');
      const first = digests();
      if (!zip()) return outcome(false, 'The packages could not be made again.');
      const differing = Object.entries(digests()).filter(([file, digest]) => first[file] !== digest);
      return outcome(
        differing.length === 0,
        `Not the same twice: ${differing.map(([file]) => file).join(', ')}`,
      );
    },
  },
  {
    name: 'linter of Firefox’s store',
    run: () => runCommand('web-ext', ['lint', '-s', '.output/firefox-mv2', '--no-config-discovery']),
  },
];

const { failed } = runSteps(STEPS);
if (failed > 0) {
  process.exitCode = 1;
} else {
  const digest = digests();
  console.log(`\n${isDryRun ? 'Would upload' : 'Uploading'} version ${ownVersion() ?? '?'}:`);
  for (const file of packages()) {
    console.log(`  ${file}  ${readFileSync(join(OUTPUT, file)).length} bytes  sha256 ${digest[file] ?? ''}`);
  }
  const find = (word: string): string => join(OUTPUT, packages().find((file) => file.includes(word)) ?? '');
  const args = [
    'submit',
    '--chrome-zip',
    find('-chrome'),
    '--firefox-zip',
    find('-firefox'),
    '--firefox-sources-zip',
    find('-sources'),
  ];
  if (isDryRun)
    console.log(
      `  wxt ${args.join(' ')}\nTexts and pictures for the stores: .store/ and public/screenshots/`,
    );
  else process.exitCode = spawnSync('wxt', args, { stdio: 'inherit' }).status ?? 1;
}
