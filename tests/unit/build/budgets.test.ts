import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areLicencesListed } from '@/lib/cli/licences';
import { BUDGETS, filesIn, packedSizes } from '@/lib/cli/package-size';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv2'];

describe.each(BUILDS)('the package %s', (folder) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const scripts = (): string[] => filesIn(folder).filter((file) => file.endsWith('.js'));
  const manifest = (): Readonly<Record<string, unknown>> => JSON.parse(read('manifest.json'));

  test('packs its code within 400 kB, its texts within 60 kB and its data within 16 MB', () => {
    const { code, texts, data } = packedSizes(folder);
    // Every data file exists: one that DATA does not list would count as code.
    expect(code).toBeGreaterThan(100_000);
    expect(texts).toBeGreaterThan(10_000);
    expect(data).toBeGreaterThan(30_000);
    expect(code).toBeLessThanOrEqual(BUDGETS.package.code);
    expect(texts).toBeLessThanOrEqual(BUDGETS.package.texts);
    expect(data).toBeLessThanOrEqual(BUDGETS.package.data);
  });

  test('never creates code from text or loads code from elsewhere', () => {
    expect(scripts().length).toBeGreaterThan(3);
    const found = scripts().flatMap((file) =>
      [
        ...read(file).matchAll(
          /\beval\(|\bnew Function\b|\bimportScripts\(|import\(\s*["'`]https?:|document\.write\(/g,
        ),
      ].map((match) => `${file}: ${match[0]}`),
    );
    expect(found).toEqual([]);
    const pages = filesIn(folder).filter((file) => file.endsWith('.html'));
    expect(
      pages.filter((file) => /(?:src|href)="(?:https?:)?\/\/|<script>|\son[a-z]+=/.test(read(file))),
    ).toEqual([]);
  });

  test('has a strict policy: scripts and requests of its own only', () => {
    const policy = manifest()['content_security_policy'];
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
    ]) {
      expect(text).toContain(rule);
    }
    expect(text).not.toMatch(/unsafe-eval|wasm|https?:|\*/);
  });

  test('accepts messages from no page and no other extension', () => {
    expect(Object.keys(manifest())).not.toContain('externally_connectable');
    expect(scripts().filter((file) => /addEventListener\(["'`]message/.test(read(file)))).toEqual([]);
  });
});

const FIREFOX = '.output/firefox-mv2';

test(
  'Mozilla’s linter reports no errors, and only the warnings about Preact’s own use of innerHTML',
  { timeout: 120_000 },
  () => {
    const { stdout } = spawnSync(
      'npx',
      ['web-ext', 'lint', '-s', FIREFOX, '-o', 'json', '--no-config-discovery'],
      {
        encoding: 'utf8',
      },
    );
    const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
    expect(report.errors).toEqual([]);
    const warnings: readonly { readonly code: string; readonly file?: string }[] = report.warnings;
    expect(warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT')).toEqual([]);
    const files = new Set(warnings.map(({ file }) => file ?? ''));
    expect(files.size).toBeLessThanOrEqual(1);
    for (const file of files)
      expect(readFileSync(join(FIREFOX, file), 'utf8')).toContain('dangerouslySetInnerHTML');
  },
);

test('the manifest declares to Firefox that no data is collected', () => {
  expect(readFileSync('wxt.config.ts', 'utf8')).toContain(
    "data_collection_permissions: { required: ['none'] }",
  );
});

test('the licences of everything that ships are listed as installed', () => {
  expect(areLicencesListed()).toBe(true);
});
