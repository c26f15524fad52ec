import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCatalogue, formatFault } from '@/data/build';
import { readPaper } from '@/lib/domain/reading';
import { guardOf, yesOrNo, type Form } from '@/lib/domain/schema';
import { pageAt } from '@/lib/sites/page-at';
import type { SiteAddresses } from '@/lib/sites/site';
import { example, importWith } from '../fixtures/guide-examples';
import { openPack } from '../fixtures/pack';

const isSiteAddresses = (value: unknown): value is SiteAddresses =>
  typeof value === 'object' && value !== null && 'host' in value && 'rules' in value;

const isObjectForm = (value: unknown): value is Extract<Form, { is: 'object' }> =>
  typeof value === 'object' && value !== null && 'is' in value && value.is === 'object';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-contributing-'));
  cpSync('data', join(folder, 'data'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the guide’s example of', () => {
  test('a tag and a paper changes one place for each, and both are found', async () => {
    const data = join(folder, 'data');
    const before = buildCatalogue(data);
    const taxonomy = readFileSync(join(data, 'taxonomy.json'), 'utf8');
    writeFileSync(join(data, 'taxonomy.json'), taxonomy.replace('"tags": [', `"tags": [${example('tag')},`));
    const paper = JSON.parse(example('paper'));
    writeFileSync(join(data, 'papers', `${paper.id}.json`), example('paper'));
    const after = buildCatalogue(data);
    const old = new Set(before.faults.map(formatFault));
    const fresh = after.faults.map(formatFault).filter((fault) => !old.has(fault));
    expect(fresh).toEqual([]);

    const { pack } = openPack(after.text, after.taxonomy);
    const { hits } = await pack.query({ text: 'kidneys few labels' }, { limit: 1 });
    expect(hits.map(({ id }) => id)).toEqual([paper.id]);
    const tagsOf = (abstract: string) =>
      readPaper({ title: 'A title', abstract, categories: ['cs.CV'] }, after.source.tags).tags.map(
        ({ id }) => id,
      );
    expect(tagsOf('We look at the organum exempli of patients, an example organ.')).toContain(
      'example-organ',
    );
    expect(tagsOf('We play an example organ pipe to patients.')).not.toContain('example-organ');
  });

  test('a field of a result changes one line, which also checks and stores it', async () => {
    const { RESULT } = await importWith(
      'lib/domain/paper.ts',
      'export const RESULT = object({',
      example('result-field'),
      folder,
    );
    const result = { metric: 'F1', value: '0.6', kind: 'level', role: 'own', anchor: 'F1 of 0.6' };
    const isResult = guardOf(isObjectForm(RESULT) ? RESULT : yesOrNo);
    expect(isResult({ ...result, cases: 12 })).toBe(true);
    expect(isResult({ ...result, cases: 'many' })).toBe(false);
    expect(Object.keys(isObjectForm(RESULT) ? RESULT.fields : {})).toContain('cases');
  });

  test('a metric changes one line', async () => {
    const { readMetricRows } = await importWith(
      'lib/domain/metrics/lexicon.ts',
      '# Classification',
      example('metric'),
      folder,
    );
    const rows: unknown = typeof readMetricRows === 'function' && readMetricRows();
    expect(rows).toContainEqual({
      name: 'Example score',
      better: 'higher',
      forms: ['example score', 'exsc', 'EXS'],
      facts: new Set(['share']),
    });
  });

  test('a setting changes one line, and adds its sentence to the form', async () => {
    const fields = await importWith(
      'lib/shared/settings/fields.ts',
      'export const SETTING_FIELDS = {',
      example('setting'),
      folder,
    );
    const settings: unknown = fields['DEFAULT_SETTINGS'];
    expect(settings).toMatchObject({ example: 'plain', theme: 'page' });
    // The form is copied with its imports, so that they resolve to the copies.
    cpSync('components/settings', join(folder, 'settings'), { recursive: true });
    cpSync('components/hooks', join(folder, 'hooks'), { recursive: true });
    const sentence = example('setting-sentence');
    const { SettingsForm } = await importWith(
      'components/settings/SettingsForm.tsx',
      'settings_appearance',
      sentence,
      join(folder, 'settings'),
    );
    const form =
      typeof SettingsForm === 'function' ? SettingsForm({ settings, onChange: () => undefined }) : null;
    expect(renderToStaticMarkup(form)).toMatch(/Papers.*value="plain" checked.*Light.*Open/);
  });

  test('a message changes one line of the table and adds its handler', async () => {
    const table = await importWith(
      'lib/messages/table.ts',
      "  name: 'page',\n  hears: 'extension',\n  messages: {",
      example('message'),
      folder,
    );
    const handlers = join(folder, 'handlers.ts');
    writeFileSync(handlers, `export const handlers = {\n${example('handler')}\n};\n`);
    const made: unknown = await import(handlers);
    expect(table).toHaveProperty('PAGE_SCRIPT.messages.example.data');
    const { data, answer } = Object(table['PAGE_SCRIPT']).messages.example;
    const [wrong, right] = [{ smooth: 'yes' }, { smooth: true }];
    expect([data(wrong), data(right)]).toEqual([false, true]);
    expect(answer(Object(made).handlers.example(right))).toBe(true);
  });

  test('a site changes one line', async () => {
    const { LINES, addressesIn, examplesIn } = await importWith(
      'lib/sites/elsewhere.ts',
      'export const LINES',
      example('site'),
      folder,
    );
    const line: unknown = Array.isArray(LINES) ? LINES[0] : undefined;
    const site: unknown = typeof addressesIn === 'function' ? addressesIn(line) : undefined;
    if (!isSiteAddresses(site)) throw new Error('the line makes no site');
    const addresses: unknown = typeof examplesIn === 'function' ? examplesIn(line) : undefined;
    expect(site).toMatchObject({ label: 'Example Papers', jump: 'https://papers.example.org/paper/' });
    const pages = [addresses].flat().map((address) => pageAt(String(address), [site]));
    expect(pages).toMatchObject([
      { kind: 'other', paperId: '1706.03762', version: 7 },
      { kind: 'other', paperId: 'hep-th/9901001' },
    ]);
  });
});
