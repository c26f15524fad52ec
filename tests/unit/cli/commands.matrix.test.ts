import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '@/tests/e2e/support/matrix';

/** Runs one of our command lines in a Node process; npm would only add another process. */
function run(file: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `lib/cli/${file}`, ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** Each starts a Node process, which takes a second or two. */
const MISUSES: readonly (readonly [file: string, args: readonly string[], says: string])[] = [
  // A release that is not rehearsed would upload.
  ['release/index.ts', ['--dryrun'], "'--dryrun'"],
  ['release/index.ts', ['dry-run'], "'dry-run'"],
  ['release/index.ts', ['--packages'], 'usage'],
  ['test.ts', ['units'], 'No step is called units. There are "build"'],
  ['test.ts', ['--full', 'units'], 'No step is called units. There are "build"'],
  ['fuzz.ts', ['many'], 'usage'],
  ['annotate.ts', ['requests.jsonl'], 'annotate [-- --explain --cite] < FILE'],
  ['rank.ts', ['--corpus', 'x', '--queries', 'x', '--top', '1.5'], '"1.5" is no number of hits'],
  ['order.ts', ['--saved', 'x'], '--saved and --entries are needed'],
  ['catalogue/index.ts', ['chek'], 'usage'],
  ['train/index.ts', ['--corpus', 'nowhere.jsonl'], 'no corpus at nowhere.jsonl'],
  ['licences.ts', ['--chek'], "'--chek'"],
  ['pack/index.ts', ['build', '--name', 'x'], 'usage: pack build'],
  ['bench/index.ts', ['search'], 'usage'],
  ['start.ts', ['firefox'], 'usage'],
];

describe('a command with invalid arguments', () => {
  test.each(rowsOf(MISUSES, 5))(
    'fails with an explanation and changes nothing: %s %j',
    (file, args, says) => {
      const { status, stdout, stderr } = run(file, args);
      expect(stderr).toContain(says);
      // A stack trace would hide the message.
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    },
  );
});

test('a missing file is reported by its name', () => {
  const { status, stderr } = run('rank.ts', ['--corpus', 'nowhere.jsonl', '--queries', 'nowhere.jsonl']);
  expect(stderr).toBe("ENOENT: no such file or directory, open 'nowhere.jsonl'\n");
  expect(status).toBe(1);
});

const fileOf = (name: string, rows: readonly object[]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'order-')), name);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
};

describe('the command that orders a day by saved papers', () => {
  const subjects = ['glaucoma screening', 'storm forecasts', 'door opening'];
  const entries = fileOf('entries.jsonl', [
    ...subjects.map((subject, at) => ({
      id: `e${at}`,
      title: `On ${subject}`,
      abstract: `We study ${subject}.`,
    })),
    { id: 'e0', title: 'Again', abstract: 'Again.' },
  ]);
  const saved = (count: number): string =>
    fileOf(
      'saved.jsonl',
      Array.from({ length: count }, (_, at) => ({
        id: `s${at}`,
        title: 'Door opening by robots',
        abstract: 'Robots learn door opening.',
        savedAt: '2026-01-31T09:30:00.000Z',
      })),
    );

  test('prints one line per entry, nearest first, and reports a bad row', () => {
    const { stdout, stderr, status } = run('order.ts', ['--saved', saved(3), '--entries', entries]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual({
      id: 'e2',
      score: expect.any(Number),
      near: ['s0', 's1', 's2'],
      reasons: expect.arrayContaining([expect.stringMatching(/door/)]),
    });
    expect(stderr).toMatch(/entries\.jsonl:4: the id e0 is there already; skipped\n$/);
    expect(status).toBe(0);
  });

  test('refuses fewer than three saved papers', () => {
    const { stdout, stderr, status } = run('order.ts', ['--saved', saved(2), '--entries', entries]);
    expect(stderr).toMatch(/saved\.jsonl: an order needs 3 saved papers, there are 2\n$/);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  });
});

test('a command does not fail if the reader of its output stops early', { timeout: 120_000 }, () => {
  const requests = '{"url":"https://arxiv.org/abs/2407.08410"}\n'.repeat(100);
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', 'node_modules/.bin/tsx lib/cli/annotate.ts | head -n 1'],
    { encoding: 'utf8', input: requests },
  );
  expect(stdout).toContain('"source":"catalogue"');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
