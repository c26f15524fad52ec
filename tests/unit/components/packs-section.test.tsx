// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PacksSection } from '@/components/settings/PacksSection';
import { Announcer } from '@/components/shared/Announcer';
import { MANIFEST_FILE, PACK_FORMAT, type PackManifest } from '@/lib/domain/pack/manifest';
import type { PackFacts } from '@/lib/domain/store';
import { listAddedPacks } from '@/lib/extension/packs/added';
import { writeAdded } from '@/lib/extension/packs/database';
import type { OpenStore } from '@/lib/extension/store';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { PAPERS } from '../../fixtures/ui-panel';

const ADDED: PackFacts = {
  name: 'mine',
  provenance: 'automatic',
  version: '1',
  date: '2026-01-05',
  papers: 1234,
  results: 0,
  withCode: 0,
};
const MANIFEST: PackManifest = {
  ...ADDED,
  format: PACK_FORMAT,
  source: 'made up',
  selection: 'all',
  reader: 'Sidelight',
  shardSize: 256,
  tags: [],
  hash: '',
  files: [],
};

beforeEach(async () => {
  fakeBrowser.reset();
  await writeAdded({
    manifest: MANIFEST,
    files: new Map([[MANIFEST_FILE, new Uint8Array(3 * 2 ** 20)]]),
  });
});
afterEach(cleanup);

async function show() {
  const { facts } = PAPERS;
  const store: OpenStore = {
    store: PAPERS.store,
    facts: { ...facts, packs: [...facts.packs, ADDED] },
    taxonomy: { tags: [], tag: () => undefined },
  };
  const view = render(
    <Announcer>
      <main>
        <h1>Settings</h1>
        <PacksSection store={store} />
      </main>
    </Announcer>,
  );
  await screen.findByRole('button', { name: 'Remove the pack mine' });
  return { ...view, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

describe('the packs in the settings', () => {
  it('are listed with how they were annotated, how many papers, how new, and how large', async () => {
    const { container } = await show();
    expect(rows()).toEqual([
      'curatedby hand4 papersas of 6 Jan 2026ships with Sidelight',
      'mineautomatic1,234 papersas of 5 Jan 20263 MBRemove',
    ]);
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });

  it('can be removed if the user added them, and only then', async () => {
    const { user } = await show();
    expect(screen.getAllByRole('button', { name: /^Remove the pack/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Remove the pack mine' }));
    expect(await screen.findByText('The pack “mine” was removed.', { selector: 'p' })).toBeTruthy();
    expect(await listAddedPacks()).toEqual([]);
  });

  it('accept a file that is dropped or chosen, and explain what is wrong with an invalid one', async () => {
    const { user } = await show();
    const place = within(screen.getByRole('region', { name: 'Packs of papers' }));
    const file = new File(['no zip'], 'notes.zip');
    fireEvent.drop(place.getByText('or drop its file here'), {
      dataTransfer: { files: [file], types: ['Files'] },
    });
    expect(await screen.findByText(/^This file is no pack\./, { selector: 'p' })).toBeTruthy();
    // A file that is dropped next to the target must not replace the page: the default is prevented.
    expect(fireEvent.drop(document.body, { dataTransfer: { files: [file], types: ['Files'] } })).toBe(false);
    expect(fireEvent.drop(document.body, { dataTransfer: { files: [], types: ['text/plain'] } })).toBe(true);
    await user.upload(place.getByLabelText('File of a pack'), new File(['{}'], 'settings.zip'));
    expect(await screen.findByText(/^This file is no pack\./, { selector: 'p' })).toBeTruthy();
    expect(await listAddedPacks()).toHaveLength(1);
  });
});
