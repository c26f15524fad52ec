import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, withLine } from '../fixtures/guide-examples';

// Inside the project, where packages are found.
mkdirSync('.output', { recursive: true });
const folder = mkdtempSync(resolve('.output/guide-'));
beforeAll(() => {
  for (const part of ['.wxt', 'tsconfig.json', 'lib', 'components', 'entrypoints', 'data', 'public/_locales'])
    cpSync(part, join(folder, part), {
      recursive: true,
      filter: (path) => !/^data\/(?:packs|papers)\b/.test(relative('.', path)),
    });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The type checker runs twice, in milliseconds; a busy machine takes many times as long as usual. */
const PATIENCE = 600_000;

/** Inserts an example of the guide into a file of the copy, after the line that contains this. */
function insert(file: string, after: string, text: string): void {
  const path = join(folder, file);
  writeFileSync(path, withLine(readFileSync(path, 'utf8'), after, text));
}

/** The errors of the type checker over all of the copy, one in each line. */
const typeErrors = (): Promise<readonly string[]> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '--project', folder, '--pretty', 'false'],
      (_error, stdout) => done(stdout.split('\n').filter((line) => line.includes(': error '))),
    );
  });

test(
  'the guide’s examples, all applied to one copy of the sources, need no other change for their types',
  { timeout: PATIENCE },
  async () => {
    insert('lib/domain/paper.ts', 'export const RESULT = object({', example('result-field'));
    insert('lib/domain/metrics/lexicon.ts', '# Classification', example('metric'));
    insert(
      'lib/domain/reading/result/refused/names.ts',
      'export const NAMES: readonly Refusal[] = [',
      example('rule'),
    );
    insert('lib/sites/elsewhere.ts', 'export const LINES', example('site'));
    insert('lib/shared/settings/fields.ts', 'export const SETTING_FIELDS = {', example('setting'));
    insert('components/settings/SettingsForm.tsx', 'settings_appearance', example('setting-sentence'));
    writeFileSync(join(folder, 'components/panel/ExampleSection.tsx'), example('panel-section'));
    const panel = 'components/panel/PaperPanel.tsx';
    insert(panel, "from './TagList';", "import { ExampleSection } from './ExampleSection';");
    insert(panel, '<EmptyParts ', example('panel-section-place'));
    const receiver = "  name: 'page',\n  hears: 'extension',\n  messages: {";
    insert('lib/messages/table.ts', receiver, example('message'));
    // Without its handler, a message is an error where the receiver answers, and only there.
    expect(await typeErrors()).toEqual([
      expect.stringMatching(/page-script\.ts.*Property 'example' is missing/),
    ]);
    insert('lib/content/sidebar/page-script.ts', '    PAGE_SCRIPT,\n    {', example('handler'));
    expect(await typeErrors()).toEqual([]);
  },
);
