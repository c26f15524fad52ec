import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { example, withLine } from '../../../fixtures/guide-examples';

// Inside the project, so that the imports of the copy resolve.
mkdirSync('.output', { recursive: true });
const folder = mkdtempSync(resolve('.output/rule-'));
afterAll(() => rmSync(folder, { recursive: true }));

const READING = 'lib/domain/reading';
const TABLE = `${READING}/result/refused/names`;

/** The results that the annotator reads from a text, and the rules that decided anything. */
async function read(text: string): Promise<{ readonly values: string; readonly fired: readonly string[] }> {
  const { findResults } = await import('@/lib/domain/reading/result');
  const fired: string[] = [];
  const results = findResults(cleanText(text), (_, rule) => fired.push(rule));
  return { values: results.map(({ value }) => value).join(', '), fired };
}

test('the guide’s example of a rule adds one value to its table, and decides its own text', async () => {
  const [, name = '', text = '', expected = ''] =
    /'([^']+)',\s*\['([^']+)', '([^']+)'\]/.exec(example('rule')) ?? [];
  expect((await read(text)).values).not.toBe(expected);

  const source = withLine(
    readFileSync(`${TABLE}.ts`, 'utf8'),
    'export const NAMES: readonly Refusal[] = [',
    example('rule'),
  );
  const copy = join(folder, 'names.ts');
  writeFileSync(
    copy,
    source
      .replaceAll("from '../../", `from '@/${READING}/`)
      .replaceAll("from './", `from '@/${READING}/result/refused/`),
  );
  const { NAMES }: { readonly NAMES?: unknown } = await import(copy);
  vi.resetModules();
  vi.doMock('@/lib/domain/reading/result/refused/names', () => ({ NAMES }));
  const { values, fired } = await read(text);
  expect(values).toBe(expected);
  expect(fired).toContain(name);
});
