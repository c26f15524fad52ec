import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { privacyPage } from '@/lib/cli/privacy-page';
import { workWithLibrary } from '@/lib/extension/library/database';
import * as keys from '@/lib/shared/storage-keys';
import { PROOFS } from './privacy-proofs';

const text = readFileSync('.store/privacy.md', 'utf8');
const sentences = text
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => line.replace(/^- /, '').split(/(?<=\.) (?=[A-Z])/));

describe('the privacy text', () => {
  test('has a test for every sentence, and none for a removed sentence', () => {
    expect(sentences.toSorted()).toEqual(Object.keys(PROOFS).toSorted());
  });

  test.each(
    Object.entries(PROOFS).flatMap(([sentence, proofs]) =>
      proofs.map((proof) => [sentence, ...proof] as const),
    ),
  )('“%s” is verified by %s: %s', (_, file, name) => {
    expect(readFileSync(file, 'utf8')).toContain(name);
  });

  test('is the page that is hosted', () => {
    expect(readFileSync('.store/privacy.html', 'utf8')).toBe(privacyPage());
  });

  test('names all storage keys', () => {
    const named: Readonly<Record<string, string>> = {
      settings: 'your settings',
      'settings-unreadable': 'Stored settings that could not be read',
      sidebar: "the sidebar's width",
      listing: 'whether listings show their toolbar',
      'recent-searches': 'your last six searches',
      search: 'the search as you left it',
      'search-results': 'the search as you left it',
      'library-revision': 'A number that says that your papers changed',
      'added-packs': 'beside the settings their names',
      readings: 'what was read from the last fifty abstract pages',
      news: 'after an update its version',
      started: 'that Sidelight has started',
      'trail:': 'the way by which you came from paper to paper',
    };
    const all = Object.values(keys).filter((key) => typeof key === 'string');
    expect(Object.keys(named).toSorted()).toEqual(all.toSorted());
    for (const words of Object.values(named)) expect(text).toContain(words);
  });

  test('names all that the database of my papers holds', async () => {
    const named: Readonly<Record<string, string>> = {
      papers: 'the papers that you save, with what is known of them',
      terms: 'facts and single words with their counts',
      removed: 'can be restored for thirty days',
      met: 'papers met, which are those whose pages you open',
      aside: 'A record there that cannot be read is kept as it is',
      compiled: 'What searches need of both lists',
      touched: 'What searches need of both lists',
      rows: 'What searches need of both lists',
    };
    const stores = await workWithLibrary(async (database) => [...database.objectStoreNames]);
    expect(stores).toEqual({ ok: true, value: Object.keys(named).toSorted() });
    for (const words of Object.values(named)) expect(text).toContain(words);
  });

  test.each(['.output/chrome-mv3', '.output/firefox-mv2'])(
    'is true of %s: it runs on two sites only',
    (folder) => {
      const manifest: { readonly content_scripts: readonly { readonly matches: readonly string[] }[] } =
        JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
      const hosts = manifest.content_scripts.flatMap(({ matches }) =>
        matches.map((match) => match.split('/')[2] ?? ''),
      );
      expect(hosts.length).toBeGreaterThan(0);
      expect(hosts.filter((host) => !/^(?:[a-z]+\.)?(?:arxiv\.org|huggingface\.co)$/.test(host))).toEqual([]);
    },
  );
});
