/** Which tests hold the privacy text. */

/**
 * Each sentence of the privacy text with the tests that would fail if it were not true: a file, and a part of a
 * test's name.
 */
export const PROOFS: Readonly<Record<string, readonly (readonly [file: string, name: string])[]>> = {
  'Sidelight collects nothing and sends nothing.': [
    [
      'tests/e2e/no-network.test.ts',
      'the extension itself makes no request in the same contexts, and its policy refuses nothing',
    ],
  ],
  'It makes no network request, in any of its parts.': [
    ['tests/e2e/no-network.test.ts', 'detects a copy whose %s asks the web'],
  ],
  'The catalogue and the packs of papers that it shows ship inside the extension, or are files that you add.':
    [
      [
        'tests/unit/build/budgets.test.ts',
        'packs its code within 400 kB, its texts within 60 kB and its data within 16 MB',
      ],
      [
        'tests/unit/extension/packs/shipped.test.ts',
        'opens, and provides the first view, from the list alone',
      ],
      ['tests/unit/extension/packs/added.test.ts', 'is stored whole, listed, opened and removed'],
    ],
  'What ships is 71 papers annotated by hand and some 60,000 read by rule, as facts: titles, names, dates, categories, addresses, tags, numbers and single words with their weight.':
    [
      ['tests/unit/cli/pack/what-ships.test.ts', '%s: the texts say how much ships, and how new it is'],
      ['tests/unit/cli/pack/build.test.ts', 'describes itself, its papers and what it does not contain'],
    ],
  'The settings say how many papers each pack holds and how new they are.': [
    [
      'tests/unit/components/packs-section.test.tsx',
      'are listed with how they were annotated, how many papers, how new, and how large',
    ],
  ],
  "Those 60,000 are made from arXiv's open metadata by a command that the README describes.": [
    [
      'tests/unit/cli/pack/what-ships.test.ts',
      'the pack is made from metadata by the command that README describes',
    ],
  ],
  'Thank you to arXiv for use of its open access interoperability.': [
    ['tests/unit/cli/pack/what-ships.test.ts', '%s thanks arXiv in the words that arXiv asks for'],
  ],
  "Kept in a second database of the browser's own until you remove them on the settings page: the packs of papers that you add, and beside the settings their names.":
    [
      ['tests/unit/extension/packs/added.test.ts', 'is stored whole, listed, opened and removed'],
      [
        'tests/unit/extension/packs/added.test.ts',
        'is announced to every context by a change of storage, and survives a reset of the settings',
      ],
      ['tests/unit/privacy.test.ts', 'names all storage keys'],
    ],
  "The extension's own policy forbids connections elsewhere, and the project's tests watch a whole run in two browsers for them.":
    [
      ['tests/e2e/no-network.test.ts', 'prevents requests of its own pages and worker, and reports them'],
      ['tests/unit/build/budgets.test.ts', 'has a strict policy: scripts and requests of its own only'],
    ],
  'It runs on arxiv.org and huggingface.co only.': [
    ['tests/unit/privacy.test.ts', 'is true of %s: it runs on two sites only'],
  ],
  "There it reads the address and the text of the page that is open, in the browser, to show the paper's context.":
    [['tests/unit/content/sidebar/page-script.test.ts', 'a shortcut opens the sidebar']],
  'That text is not kept; of a paper that you save, or that is remembered as met, facts and single words with their counts are.':
    [
      [
        'tests/unit/extension/library/storage.test.ts',
        'stores no text of the page, and uses a database of the extension’s own, under one name',
      ],
      [
        'tests/unit/extension/library/met-papers.test.ts',
        'are stored as facts and terms, without text of the page, and not among my papers',
      ],
      [
        'tests/unit/shared/private-window.test.ts',
        'an ordinary window leaves exactly what the privacy text names',
      ],
    ],
  "Kept on your computer until you remove it: your settings, the sidebar's width, on which site it was open or folded, whether listings show their toolbar and in which order, your last six searches, and after an update its version, until you have read what is new.":
    [
      [
        'tests/unit/shared/private-window.test.ts',
        'an ordinary window leaves exactly what the privacy text names',
      ],
      ['tests/unit/extension/navigation.test.ts', 'includes the last searches once each, newest first'],
      ['tests/unit/background/installation.test.ts', 'wait after an update until somebody has read them'],
      ['tests/unit/privacy.test.ts', 'names all storage keys'],
    ],
  'Stored settings that could not be read are kept aside as text when you save over them.': [
    [
      'tests/e2e/refusals.matrix.test.ts',
      'keeps settings %s until they are saved over, and the defaults apply',
    ],
  ],
  'Kept until the browser closes: the search as you left it, the way by which you came from paper to paper in a tab, what was read from the last fifty abstract pages, as facts without their text, and that Sidelight has started.':
    [
      ['tests/unit/extension/navigation.test.ts', 'includes query and order while the browser runs'],
      [
        'tests/unit/pages/seen-readings.test.ts',
        'facts of the last fifty pages are kept, and no text of a page',
      ],
      [
        'tests/unit/background/return-to-tabs.test.ts',
        'each script runs in its open tabs, once after the extension was switched on',
      ],
      ['tests/unit/privacy.test.ts', 'names all storage keys'],
    ],
  'In a private window nothing is kept of what you do; settings and packs that you change there on the settings page are.':
    [
      ['tests/unit/shared/private-window.test.ts', 'a private window leaves nothing behind, in any storage'],
      [
        'tests/unit/extension/library/answers.test.ts',
        'nothing is saved from a private window, whichever context requests it',
      ],
      ['tests/unit/extension/library/met-papers.test.ts', 'but none %s'],
    ],
  'Kept in the same database only where you switch it on, for as many days as you choose: papers met, which are those whose pages you open and those that stand with abstracts in lists that you visit, twenty thousand at most.':
    [
      ['tests/unit/extension/library/met-papers.test.ts', 'are not remembered until the user switches it on'],
      ['tests/unit/extension/library/met-papers.test.ts', 'chosen for a %s are forgotten after %i days'],
      [
        'tests/unit/extension/library/met-papers.test.ts',
        'from a list: entries with abstracts, and no others',
      ],
      ['tests/unit/extension/library/met-papers.test.ts', 'from an opened page'],
      ['tests/unit/extension/library/met-papers.test.ts', 'lose the oldest if there are more than the limit'],
    ],
  'Switched off, nothing is added, and what there is stays until you forget it.': [
    [
      'tests/unit/extension/library/met-papers.test.ts',
      'stay when it is switched off, until the user forgets them',
    ],
  ],
  'The list of papers met shows all of them and forgets one or all; the settings say how many there are.': [
    ['tests/unit/components/met.test.tsx', 'the page shows the papers met, and forgets one'],
    [
      'tests/unit/components/met.test.tsx',
      'all papers are forgotten in two clicks, of which the second names the number',
    ],
    ['tests/unit/components/met.test.tsx', 'the settings say how many are remembered, and link to them'],
  ],
  'What searches need of both lists is made from them and kept in that database.': [
    [
      'tests/unit/extension/library/own-lists.test.ts',
      'is compiled, found as before, and collects changes until there are many',
    ],
  ],
  'It is made again without a paper that was removed or forgotten.': [
    ['tests/unit/extension/library/own-lists.test.ts', 'keeps no word of a removed paper'],
  ],
  "Kept in the browser's own database on this computer until you remove or delete them: the papers that you save, with what is known of them, and your status, tags and notes.":
    [
      [
        'tests/unit/extension/library/storage.test.ts',
        'stores everything that is known of a paper, and announces it once',
      ],
      [
        'tests/unit/extension/library/storage.test.ts',
        'a backup restored into an empty library yields the same library',
      ],
    ],
  'A paper that you remove can be restored for thirty days, with its status, tags and notes; the first change after that deletes it for good.':
    [
      ['tests/unit/extension/library/storage.test.ts', 'can be undone, with terms, status, tags and note'],
      ['tests/unit/extension/library/storage.test.ts', 'is permanent after thirty days'],
    ],
  'The page "My papers" shows all of them, exports them, and deletes them after asking.': [
    [
      'tests/unit/components/library.test.tsx',
      'the page lists papers with best result, code, status and own tags',
    ],
    [
      'tests/unit/components/library.test.tsx',
      'the page asks before it deletes all, names the number and offers the backup first',
    ],
    [
      'tests/unit/extension/library/export-papers.test.ts',
      'a backup file contains the whole library, and can be read back',
    ],
  ],
  'A record there that cannot be read is kept as it is until then, since a later release may read it.': [
    [
      'tests/unit/extension/library/storage-failures.test.ts',
      'an unreadable record stays as it was and is counted, until all papers are deleted',
    ],
  ],
  'A number that says that your papers changed, and nothing of them, is stored beside the settings, so that all open windows show it.':
    [
      [
        'tests/unit/extension/library/storage.test.ts',
        'announces each change to every context, and no failed one',
      ],
    ],
  'Where you have a list ordered or filtered by your papers, they can see its order, which entries are left, and how wide the marks beside them are, and nothing else of your papers.':
    [
      ['tests/unit/content/listing/ordering.test.ts', 'tells the page nothing of the papers but the order'],
      ['tests/unit/shared/listing/badge.test.ts', 'the page cannot read from a badge that the paper is %s'],
    ],
  "Scripts on the two sites' pages cannot read your searches.": [
    [
      'tests/unit/extension/navigation.test.ts',
      'is moved from where an older release stored it within reach of scripts on pages',
    ],
  ],
  '"Reset everything" on the settings page removes all of it but the papers that you saved, the papers met and the packs that you added.':
    [
      [
        'tests/unit/extension/packs/added.test.ts',
        'is announced to every context by a change of storage, and survives a reset of the settings',
      ],
      ['tests/unit/extension/settings.test.ts', 'deletes on reset its own keys and no other'],
      [
        'tests/unit/extension/library/storage-failures.test.ts',
        'a reset of the settings does not affect the database',
      ],
      [
        'tests/unit/extension/library/met-papers.test.ts',
        'survive a reset of the settings, which switches the feature off',
      ],
    ],
  'Removing the extension removes everything.': [
    [
      'tests/unit/extension/library/storage.test.ts',
      'stores no text of the page, and uses a database of the extension’s own, under one name',
    ],
  ],
  'There is no account, no counting, no advertising, and no third party.': [
    [
      'tests/e2e/no-network.test.ts',
      'the extension itself makes no request in the same contexts, and its policy refuses nothing',
    ],
  ],
  'Following a link opens it in your browser as any link does; the site that it leads to has terms of its own.':
    [['tests/unit/extension/navigation.test.ts', 'opens a tab if there is none to use']],
};
