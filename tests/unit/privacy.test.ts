import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { privacyPage } from '@/lib/cli/privacy-page';
import * as keys from '@/lib/shared/storage-keys';

/** A sentence of the privacy text, and the tests that would fail if it were not true: a file, and words of a name in it. */
const PROOFS: Readonly<Record<string, readonly (readonly [file: string, name: string])[]>> = {
  'Sidelight collects nothing and sends nothing.': [
    ['tests/e2e/no-network.test.ts', 'the extension as it is asks for nothing'],
  ],
  'It makes no network request, in any of its parts.': [
    ['tests/e2e/no-network.test.ts', 'hears a copy whose %s asks the web'],
  ],
  'The catalogue and the packs of papers that it shows ship inside the extension, or are files that you add.':
    [
      [
        'tests/unit/budgets.test.ts',
        'packs its code within 400 kB, its texts within 60 kB and its data within 16 MB',
      ],
      ['tests/unit/pack/shipped.test.ts', 'opens and draws its first picture from the list alone'],
      ['tests/unit/pack/added.test.ts', 'is kept whole, listed, opened and removed'],
    ],
  "Kept in a second database of the browser's own until you remove them on the settings page: the packs of papers that you add, and beside the settings their names.":
    [
      ['tests/unit/pack/added.test.ts', 'is kept whole, listed, opened and removed'],
      ['tests/unit/pack/added.test.ts', 'is announced to every context by a change of storage'],
      ['tests/unit/privacy.test.ts', 'names all keys'],
    ],
  "The extension's own policy forbids connections elsewhere, and the project's tests watch a whole run in two browsers for them.":
    [
      ['tests/e2e/no-network.test.ts', 'keeps its own pages and worker from asking even where they try'],
      ['tests/unit/budgets.test.ts', 'has a strict policy: scripts and requests of its own only'],
    ],
  'It runs on arxiv.org and huggingface.co only.': [['tests/unit/privacy.test.ts', 'runs on two sites only']],
  "There it reads the address and the text of the page that is open, in the browser, to show the paper's context.":
    [['tests/unit/services-page-script.test.ts', 'a shortcut opens the sidebar']],
  'That text is not kept; of a paper that you save, or that is remembered as met, facts and single words with their counts are.':
    [
      ['tests/unit/library/storage.test.ts', 'keeps no text of the page'],
      ['tests/unit/library/met-papers.test.ts', 'are kept as facts and terms, without text of the page'],
      [
        'tests/unit/services-private-window.test.ts',
        'an ordinary window leaves just what the privacy text names',
      ],
    ],
  "Kept on your computer until you remove it: your settings, the sidebar's width, on which site it was open or folded, whether listings show their toolbar and in which order, your last six searches of the catalogue, and after an update its version, until you have read what is new.":
    [
      [
        'tests/unit/services-private-window.test.ts',
        'an ordinary window leaves just what the privacy text names',
      ],
      ['tests/unit/services-ui.test.ts', 'keeps the last searches once each, newest first'],
      ['tests/unit/installation.test.ts', 'wait after an update until somebody has read them'],
      ['tests/unit/privacy.test.ts', 'names all keys'],
    ],
  'Stored settings that could not be read are kept aside as text when you save over them.': [
    ['tests/e2e/faults.matrix.test.ts', 'stays as it is until it is saved over'],
  ],
  'Kept until the browser closes: the search as you left it, the way by which you came from paper to paper in a tab, what was read from the last fifty abstract pages, as facts without their text, and that Sidelight has started.':
    [
      ['tests/unit/services-ui.test.ts', 'remembers query and order while the browser runs'],
      ['tests/unit/seen-readings.test.ts', 'keeps facts of the last fifty, and no text of the page'],
      ['tests/unit/services-return-to-tabs.test.ts', 'once after the extension was switched on'],
      ['tests/unit/privacy.test.ts', 'names all keys'],
    ],
  'In a private window nothing is kept of what you do; settings and packs that you change there on the settings page are.':
    [
      ['tests/unit/services-private-window.test.ts', 'a private window leaves nothing behind, in no storage'],
      ['tests/unit/library/answers.test.ts', 'nothing is saved from a private window'],
      ['tests/unit/library/met-papers.test.ts', 'and remembers none %s'],
    ],
  'Kept in the same database only where you switch it on, for as many days as you choose: papers met, which are those whose pages you open and those that stand with abstracts in lists that you visit, twenty thousand at most.':
    [
      ['tests/unit/library/met-papers.test.ts', 'are not remembered until the user switches it on'],
      ['tests/unit/library/met-papers.test.ts', 'chosen for a %s are forgotten after %i days'],
      ['tests/unit/library/met-papers.test.ts', 'by a list: entries with abstracts, and no others'],
      ['tests/unit/library/met-papers.test.ts', 'by a page that is open'],
      ['tests/unit/library/met-papers.test.ts', 'of more than are kept lose the oldest'],
    ],
  'Switched off, nothing is added, and what there is stays until you forget it.': [
    ['tests/unit/library/met-papers.test.ts', 'stay when it is switched off, until the user forgets them'],
  ],
  'The list of papers met shows all of them and forgets one or all; the settings say how many there are.': [
    ['tests/unit/components/met.test.tsx', 'shows the papers met, and forgets one'],
    ['tests/unit/components/met.test.tsx', 'forgets all in two clicks, of which the second names the number'],
    ['tests/unit/components/met.test.tsx', 'the settings say how many'],
  ],
  'What searches need of both lists is made from them and kept in that database.': [
    ['tests/unit/library/own-lists.test.ts', 'is compiled, found as before'],
  ],
  'It is made again without a paper that was taken out or forgotten.': [
    ['tests/unit/library/own-lists.test.ts', 'leaves no word behind of a paper that was taken out'],
  ],
  "Kept in the browser's own database on this computer until you take them out or delete them: the papers that you save, with what is known of them, and your status, tags and notes.":
    [
      ['tests/unit/library/storage.test.ts', 'keeps all that is known of one, to read, and says so once'],
      ['tests/unit/library/storage.test.ts', 'a backup put into an empty library gives the same library'],
    ],
  'A paper that you take out can be brought back for thirty days, with all that you said of it; the next change after that removes it for good.':
    [
      ['tests/unit/library/storage.test.ts', 'can be undone, with terms and marks'],
      ['tests/unit/library/storage.test.ts', 'is for good after thirty days'],
    ],
  'The page "My papers" shows all of them, exports them, and deletes them after asking.': [
    ['tests/unit/components/library.test.tsx', 'lists papers with best result, code, status and own tags'],
    [
      'tests/unit/components/library.test.tsx',
      'asks before it deletes all, names the number and offers the backup first',
    ],
    ['tests/unit/library/export-papers.test.ts', 'a backup file holds all of it, and is read back whole'],
  ],
  'A number that says that your papers changed, and nothing of them, is stored beside the settings, so that all open windows show it.':
    [['tests/unit/library/storage.test.ts', 'announces each change to every context, and none that failed']],
  'Where you have a list ordered by your papers, they can see that order, and nothing else of your papers.': [
    ['tests/unit/listing-ordering.test.ts', 'tells the page nothing of the papers but the order'],
  ],
  "Scripts on the two sites' pages cannot read your searches.": [
    ['tests/unit/services-ui.test.ts', 'moves what a release before kept within reach of scripts on pages'],
  ],
  '"Reset everything" on the settings page removes all of it but the papers that you saved, the papers met and the packs that you added.':
    [
      ['tests/unit/pack/added.test.ts', 'outlives a reset of the settings'],
      ['tests/unit/services-settings.test.ts', 'removes its own keys on reset and no other'],
      ['tests/unit/library/storage.test.ts', 'a reset of the settings does not touch it'],
      ['tests/unit/library/met-papers.test.ts', 'outlive a reset of the settings'],
    ],
  'Removing the extension removes everything.': [
    ['tests/unit/library/storage.test.ts', 'a database of the extension’s own, under one name'],
  ],
  'There is no account, no counting, no advertising, and no third party.': [
    ['tests/e2e/no-network.test.ts', 'the extension as it is asks for nothing'],
  ],
  'Following a link opens it in your browser as any link does; the site that it leads to has terms of its own.':
    [['tests/unit/services-ui.test.ts', 'opens a tab where there is none to stay in']],
};

const text = readFileSync('.store/privacy.md', 'utf8');
const sentences = text
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => line.replace(/^- /, '').split(/(?<=\.) (?=[A-Z])/));

describe('the privacy text', () => {
  test('has no sentence without a test, and no test for a sentence that is gone', () => {
    expect(sentences.toSorted()).toEqual(Object.keys(PROOFS).toSorted());
  });

  test.each(
    Object.entries(PROOFS).flatMap(([sentence, proofs]) =>
      proofs.map((proof) => [sentence, ...proof] as const),
    ),
  )('“%s” is held by %s: %s', (_, file, name) => {
    expect(readFileSync(file, 'utf8')).toContain(name);
  });

  test('is the page that is hosted', () => {
    expect(readFileSync('.store/privacy.html', 'utf8')).toBe(privacyPage());
  });

  test('names all keys under which anything is kept', () => {
    const named: Readonly<Record<string, string>> = {
      settings: 'your settings',
      'settings-unreadable': 'Stored settings that could not be read',
      sidebar: "the sidebar's width",
      listing: 'whether listings show their toolbar',
      'recent-searches': 'your last six searches',
      search: 'the search as you left it',
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
