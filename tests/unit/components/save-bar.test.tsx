// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SaveBar } from '@/components/save/SaveBar';
import { Announcer } from '@/components/shared/Announcer';
import type { UserMarks } from '@/lib/domain/library/saved-paper';
import { changeMarks } from '@/lib/domain/library/saved-paper';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { announceChange } from '@/lib/shared/library/revision';
import * as messages from '@/lib/messages';
import { numbered } from '../extension/library/sample';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';

const NEW: UserMarks = { status: 'to-read', ownTags: [], note: '' };
let kept: UserMarks | undefined;
let before: UserMarks | undefined;
let fault: LibraryFault | undefined;
let paper = 0;

beforeEach(() => {
  fakeBrowser.reset();
  [kept, before, fault] = [undefined, undefined, undefined];
  // The page's board remembers papers, so each test uses another paper.
  paper += 1;
  const id = numbered(paper);
  vi.spyOn(messages, 'askLibrary').mockImplementation(async (name: string, data?: unknown) => {
    if (name === 'readMarks') return { marks: [kept ? { saved: true, status: kept.status } : null] };
    if (name === 'readUserMarks') return kept ?? null;
    if (fault) return { ok: false, reason: fault };
    if (name === 'save') kept = before ?? NEW;
    if (name === 'remove') [before, kept] = [kept, undefined];
    if (name === 'update' && kept) kept = changeMarks(kept, Reflect.get(Object(data), 'change'));
    await announceChange();
    return { ok: true, ids: [id], isFirst: false };
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(hasKey = true) {
  const view = render(
    <Announcer>
      <main>
        <SaveBar id={numbered(paper)} hasKey={hasKey} />
      </main>
    </Announcer>,
  );
  return { ...view, user: userEvent.setup() };
}
const button = () => screen.getByRole('button', { name: /^Saved?$/ });
const said = () => screen.getByRole('status').textContent?.trim();

it('one click saves, the next removes, and undo restores status, tags and note', async () => {
  const { user, container } = show();
  await user.click(button());
  expect(button().getAttribute('aria-pressed')).toBe('true');
  await waitFor(() => expect(said()).toBe('Saved to my papers.'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'How far you are with it' }), 'read');
  await waitFor(() => expect(kept?.status).toBe('read'));
  expect(await findAccessibilityFaults(container)).toEqual([]);
  await user.click(button());
  expect(said()).toBe('Removed from my papers.');
  expect(button().getAttribute('aria-pressed')).toBe('false');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(kept?.status).toBe('read'));
});

it('the key S saves, but not while the user types, nor while another control uses the key', async () => {
  const { user } = show();
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
  expect(kept).toBeUndefined();
  fireEvent.keyDown(document.body, { key: 's' });
  await waitFor(() => expect(kept).toEqual(NEW));
  await user.click(await screen.findByRole('button', { name: 'Tags and note' }));
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 's');
  expect(button().getAttribute('aria-pressed')).toBe('true');
  cleanup();
  [paper, kept] = [paper + 100, undefined];
  show(false);
  fireEvent.keyDown(document.body, { key: 's' });
  expect(kept).toBeUndefined();
});

it('own tags and a note are stored while they are written', async () => {
  kept = { ...NEW, ownTags: ['old', 'thesis'], note: 'First.' };
  const { user, container } = show();
  await user.click(await screen.findByRole('button', { name: 'Tags and note' }));
  const tags = await screen.findByRole('textbox', { name: 'Your tags' });
  expect(tags).toHaveProperty('value', 'old, thesis');
  await user.clear(tags);
  await user.type(tags, 'thesis, to cite');
  const note = screen.getByRole('textbox', { name: 'Note' });
  await user.type(note, ' Second.');
  await user.tab();
  await waitFor(() => expect(kept).toMatchObject({ ownTags: ['thesis', 'to cite'], note: 'First. Second.' }));
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it.each<readonly [LibraryFault, RegExp]>([
  ['private', /This window is private/],
  ['full', /the disk is full/],
  ['broken', /Restart the browser/],
])('the bar explains what to do if a paper cannot be saved: %s', async (reason, sentence) => {
  fault = reason;
  const { user } = show();
  await user.click(button());
  await waitFor(() => expect(screen.getAllByText(sentence).length).toBeGreaterThan(0));
  expect(button().getAttribute('aria-pressed')).toBe('false');
});

it('the bar shows the stored status if another could not be stored, however often it is tried', async () => {
  kept = NEW;
  const { user } = show();
  const status = await screen.findByRole('combobox', { name: 'How far you are with it' });
  fault = 'full';
  for (const wanted of ['read', 'reading']) {
    await user.selectOptions(status, wanted);
    await waitFor(() => expect(status).toHaveProperty('value', 'to-read'));
    expect(screen.getAllByText(/the disk is full/).length).toBeGreaterThan(0);
  }
});

it('a note that could not be saved stays in its field and is saved with the next try', async () => {
  kept = NEW;
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Tags and note' }));
  const note = await screen.findByRole('textbox', { name: 'Note' });
  fault = 'full';
  await user.type(note, 'Mine.');
  await user.tab();
  await waitFor(() => expect(screen.getByText(/the disk is full/)).toBeTruthy());
  expect(note).toHaveProperty('value', 'Mine.');
  fault = undefined;
  await user.type(note, '!');
  await waitFor(() => expect(kept?.note).toBe('Mine.!'));
});
