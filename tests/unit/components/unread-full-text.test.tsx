// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TableSource } from '@/lib/domain/tables';
import { packSections, packTable } from '@/lib/messages/packed-tables';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { NONCE, stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { paperId } from '../../fixtures/ui-papers';
import { tableOf } from '../../fixtures/tables';
import { readFramedPanel } from '../../fixtures/framed-panel';

const OTHER = paperId('2609.12345');

const TABLE = tableOf('Table 1: Lamps.', 'Model | Dice ↑\n---\nAlpha@ | 70.5\nOurs | 79.0');

const REFERENCE = {
  anchor: 'bib.bib1',
  key: '[1]',
  text: 'A. Quill. Lanterns for pages. 2019.',
  title: 'Lanterns for pages',
  year: 2019,
  citedAt: ['1', '2'],
};

/** The page of a tab whose full text has no title; `tables`: what its script finds there. */
async function openUntitled(kind: 'html' | 'abs', tables: readonly TableSource[]): Promise<void> {
  const page = { kind, paperId: OTHER } as const;
  const { asked } = await stubTab(`https://arxiv.org/${kind}/${OTHER}`, { page, confirmed: true, facts: {} });
  const others = asked.getMockImplementation();
  asked.mockImplementation((name, data) => {
    if (name === 'readTables') return { tables: tables.map(packTable) };
    if (name === 'readSections') return packSections(tables.map(({ section }) => section));
    if (name === 'readReferences') return { references: [REFERENCE] };
    return others?.(name, data);
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  stubCatalogue();
  window.location.hash = NONCE;
  // Without a layout everything counts as visible.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly seen: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
      constructor(seen: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        this.seen = seen;
      }
      observe() {
        queueMicrotask(() => this.seen([{ isIntersecting: true }]));
      }
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('the panel shows tables and references of a full text without title and abstract whose paper is in no pack', async () => {
  await openUntitled('html', [TABLE]);
  const { container } = render(<>{await readFramedPanel()}</>);
  const section = await screen.findByRole('region', { name: 'Tables' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(OTHER);
  expect(screen.getByText(/No abstract was found on this page/)).toBeTruthy();
  expect(within(section).getByRole('button', { name: /79\.0/ })).toBeTruthy();
  expect(await screen.findByText('Lanterns for pages')).toBeTruthy();
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('the panel shows none if the page has none, and none beside a page that is no full text', async () => {
  await openUntitled('html', []);
  const { unmount } = render(<>{await readFramedPanel()}</>);
  expect(await screen.findByText('Lanterns for pages')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Tables' })).toBeNull();
  unmount();
  await openUntitled('abs', [TABLE]);
  render(<>{await readFramedPanel()}</>);
  expect(await screen.findByText(/No abstract was found on this page/)).toBeTruthy();
  expect(screen.queryByText('Lanterns for pages')).toBeNull();
});
