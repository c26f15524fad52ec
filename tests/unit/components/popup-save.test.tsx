// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LIBRARY_ANSWERS } from '@/lib/background/library-answers';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { updatePapers } from '@/lib/extension/library/change-papers';
import { closeLibrary } from '@/lib/extension/library/database';
import { findSaved } from '@/lib/extension/library/read-papers';
import { handleMessages } from '@/lib/messages';
import { LIBRARY } from '@/lib/messages/table';
import { openPopup } from '../../fixtures/render-popup';
import { LAMP, NEIGHBOURS } from '../../fixtures/ui-papers';
import { setUpPopups } from '../../fixtures/ui-setup';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

let listeners: Listener[] = [];
/** The messages that change my papers, in order. */
let changes: unknown[] = [];
let hasAskedForMarks = false;
let unanswered = 0;

/** Delivers a message as the browser does: to all listeners, one of which answers later. */
async function deliver(message: unknown): Promise<unknown> {
  const sender = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
  return new Promise((resolve) => {
    const taken = listeners.map((listener) => listener(message, sender, resolve));
    if (!taken.includes(true)) resolve(undefined);
  });
}

setUpPopups();
beforeEach(async () => {
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  [listeners, changes, hasAskedForMarks, unanswered] = [[], [], false, 0];
  Object.assign(browser.runtime, {
    onMessage: {
      addListener: (listener: Listener) => listeners.push(listener),
      removeListener: (listener: Listener) => {
        listeners = listeners.filter((each) => each !== listener);
      },
    },
    sendMessage: async (message: unknown) => {
      const name: unknown = Reflect.get(Object(message), 'name');
      if (name === 'save' || name === 'remove') changes.push(message);
      hasAskedForMarks ||= name === 'readMarks';
      unanswered += 1;
      const answer = await deliver(message);
      unanswered -= 1;
      return answer;
    },
  });
  // The background, in the same process.
  handleMessages(LIBRARY, LIBRARY_ANSWERS);
});
afterEach(() => vi.restoreAllMocks());

/** Opens the popup, until it knows that no paper is saved: it remembers the marks of the test before. */
async function openRows() {
  const popup = await openPopup();
  await waitFor(() => {
    expect([hasAskedForMarks, unanswered]).toEqual([true, 0]);
    expect(popup.container.querySelector('.hit-save-saved')).toBeNull();
  });
  return popup;
}

const messageOf = (name: string, data: unknown) => ({ protocol: 'sidelight/1', to: 'library', name, data });

function starOf(title: string): Element {
  const row = screen
    .getAllByRole('option')
    .find((option) => option.querySelector('.hit-title')?.textContent === title);
  const star = row?.querySelector('.hit-save');
  if (!star) throw new Error(`No star in the row of ${title}`);
  return star;
}

const isMarked = (title: string): boolean => starOf(title).classList.contains('hit-save-saved');

async function statusOf(id: PaperId): Promise<string | undefined> {
  const found = await findSaved(id);
  return found.ok ? found.value?.status : 'unreadable';
}

/** Waits until the popup has said this, has had every answer, and shows the row as saved or not. */
async function waitForRow(title: string, row: { readonly says: string; readonly isMarked: boolean }) {
  await waitFor(() => {
    const says = screen.getByRole('status').textContent.trim();
    expect({ says, unanswered, isMarked: isMarked(title) }).toEqual({ ...row, unanswered: 0 });
  });
}
const SAVED = { says: 'Saved to my papers.', isMarked: true };
const REMOVED = { says: 'Removed from my papers.', isMarked: false };

it('the star of a row saves its paper, the next click removes it, and another restores its status', async () => {
  const { user } = await openRows();
  const { id, title } = LAMP;
  expect(starOf(title).getAttribute('title')).toBe('Save to my papers (Alt+S)');

  await user.click(starOf(title));
  await waitForRow(title, SAVED);
  expect(changes).toEqual([messageOf('save', { id, facts: {} })]);
  expect(starOf(title).getAttribute('title')).toBe('Remove from my papers (Alt+S)');
  expect(await statusOf(id)).toBe('to-read');
  await updatePapers([id], { status: 'read' });

  await user.click(starOf(title));
  await waitForRow(title, REMOVED);
  expect(changes.at(-1)).toEqual(messageOf('remove', { ids: [id] }));
  expect(await statusOf(id)).toBeUndefined();

  await user.click(starOf(title));
  await waitForRow(title, SAVED);
  expect(await statusOf(id)).toBe('read');
  // A click on the star opens no paper.
  expect(window.close).not.toHaveBeenCalled();
});

it('Alt+S saves and removes the active row’s paper, and nothing while no row is active', async () => {
  const { field } = await openRows();
  const press = () => fireEvent.keyDown(field, { key: 's', code: 'KeyS', altKey: true });
  // Of the first three presses of S, only the third may send anything, which the messages show once it is answered.
  press();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const active = screen.getByRole('option', { selected: true });
  const title = active.querySelector('.hit-title')?.textContent ?? '';
  const paper = [LAMP, ...NEIGHBOURS].find((each) => each.title === title);
  if (!paper) throw new Error(`No paper is called ${title}`);
  // Without Alt it is a letter of the query.
  fireEvent.keyDown(field, { key: 's', code: 'KeyS' });
  press();
  await waitForRow(title, SAVED);
  expect(changes).toEqual([messageOf('save', { id: paper.id, facts: {} })]);
  press();
  await waitForRow(title, REMOVED);
  expect(await statusOf(paper.id)).toBeUndefined();
});

it('a row stays unmarked if its paper cannot be saved, and the popup explains why', async () => {
  const { user, container } = await openRows();
  vi.spyOn(LIBRARY_ANSWERS, 'save').mockResolvedValue({ ok: false, reason: 'full' });
  const { id, title } = LAMP;
  await user.click(starOf(title));
  await waitForRow(title, { says: expect.stringMatching(/the disk is full/), isMarked: false });
  expect(container.querySelector('main')?.textContent).toContain('the disk is full');
  expect(changes).toEqual([messageOf('save', { id, facts: {} })]);
  expect(await statusOf(id)).toBeUndefined();
});
