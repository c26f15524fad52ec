// @vitest-environment jsdom
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { render, screen, within } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { PapersContext } from '@/components/hooks/papers-context';
import type { PaperPanelProps } from '@/components/panel/PaperPanel';
import { tCount } from '@/lib/shared/texts';
import english from '@/public/_locales/en/messages.json';
import { example, withLine } from '../../fixtures/guide-examples';
import { createActions, PAPERS } from '../../fixtures/ui-panel';
import { LAMP } from '../../fixtures/ui-papers';

let folder: string;
beforeAll(() => {
  // Inside the project, where the test server serves files.
  mkdirSync('.output', { recursive: true });
  folder = mkdtempSync(resolve('.output/section-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const isComponent = (value: unknown): value is (props: PaperPanelProps) => ReactNode =>
  typeof value === 'function';

/** Writes a component as if it were in `components/panel`, so that its relative imports resolve there. */
function writeComponent(name: string, source: string): string {
  const file = join(folder, name);
  const text = source
    .replaceAll(/(?<=from ')\.\.\//g, '@/components/')
    .replaceAll(/(?<=from ')\.\/(?!ExampleSection)/g, '@/components/panel/');
  writeFileSync(file, text);
  return file;
}

test('the guide’s example of a section needs only its component and its place in the panel', async () => {
  const panel = withLine(
    readFileSync('components/panel/PaperPanel.tsx', 'utf8'),
    "import { TagList } from './TagList';",
    "import { ExampleSection } from './ExampleSection';",
  );
  const place = '<EmptyParts parts={empty} isOutside={annotation.isOutside} />';
  expect(panel).toContain(place);
  writeComponent('ExampleSection.tsx', example('panel-section'));
  const file = writeComponent(
    'PaperPanel.tsx',
    panel.replace(place, `${example('panel-section-place')}\n${place}`),
  );
  const { PaperPanel }: { readonly PaperPanel?: unknown } = await import(file);
  if (!isComponent(PaperPanel)) throw new Error('no panel');
  const props: PaperPanelProps = {
    annotation: LAMP,
    pages: [],
    jumps: [],
    viewedVersion: undefined,
    subject: { kind: 'paper', id: LAMP.id },
    cameFrom: undefined,
    actions: createActions(),
  };
  render(<PapersContext value={PAPERS}>{createElement(PaperPanel, props)}</PapersContext>);
  const [, section] = screen.getAllByRole('region', { name: 'Tags' });
  const lines = within(section ?? document.body).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent)).toEqual(LAMP.links.map(({ url }) => url));
});

test('the guide’s example of a language needs only a file of messages', () => {
  const own: unknown = JSON.parse(`{${example('language')}}`);
  const messages: Readonly<Record<string, { readonly message: string }>> = Object.assign({}, english, own);
  expect(Object.keys(messages)).toEqual(Object.keys(english));
  // As the browser does with the message file of its language.
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, values) =>
    (messages[key]?.message ?? '').replace('$1', String([values].flat()[0])),
  );
  expect(tCount('count_papers', 3)).toBe('3 exempla');
});
