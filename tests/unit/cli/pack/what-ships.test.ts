import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest: { readonly papers: number; readonly date: string; readonly source: string } = JSON.parse(
  read('data/packs/wide/manifest.json'),
);
const README = 'README.md';
const TEXTS = [README, '.store/listing.md', '.store/privacy.md'];
const THANKS = 'Thank you to arXiv for use of its open access interoperability';

it.each(TEXTS)('%s: the texts say how much ships, and how new it is', (file) => {
  const text = read(file);
  expect(text).toContain(`${readdirSync('data/papers').length} papers`);
  // "some 60,000"
  expect(text).toContain('some 60,000');
  expect(Math.abs(manifest.papers - 60_000)).toBeLessThan(5000);
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const date = month.format(new Date(manifest.date));
  // The texts for the stores refer to the settings, which show the date.
  expect(text).toContain(file === README ? date : 'settings say how many');
});

it.each(TEXTS)('%s thanks arXiv in the words that arXiv asks for', (file) => {
  expect(read(file).toLowerCase()).toContain(THANKS.toLowerCase());
  expect(manifest.source).toContain(THANKS);
});

it('the pack is made from metadata by the command that README describes', () => {
  expect(manifest.source).toContain('open metadata (CC0)');
  expect(read(README)).toMatch(/npm run --silent pack -- build --from arxiv-metadata\S+ --name wide/);
});
