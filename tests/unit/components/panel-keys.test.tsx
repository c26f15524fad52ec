// @vitest-environment jsdom
import { cleanup, fireEvent, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { usePanelKeys } from '@/components/hooks/use-panel-keys';
import { createActions } from '@/tests/fixtures/ui-panel';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const listPapers = () => {
  const list = document.createElement('ol');
  list.className = 'papers';
  list.innerHTML = '<li><a href="#first">First</a></li><li><a href="#second">Second</a></li>';
  document.body.append(list);
  return list.querySelector('a');
};

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const renderKeys = () => {
  const actions = createActions();
  return renderHook(() => usePanelKeys(actions, []));
};

it('J goes to the first related paper', () => {
  renderKeys();
  const first = listPapers();
  press('j');
  expect(document.activeElement).toBe(first);
});

it('J waits for the related papers', async () => {
  renderKeys();
  press('j');
  const first = listPapers();
  await waitFor(() => expect(document.activeElement).toBe(first));
});

it.each([
  ['another key', () => press('x')],
  ['a pointer press', () => fireEvent.pointerDown(document.body)],
])('J waits no longer after %s', async (_, act) => {
  const { unmount } = renderKeys();
  press('j');
  act();
  listPapers();
  // Mutation observers are notified in the order of their creation, so ours has already run.
  await new Promise<void>((resolve) => {
    new MutationObserver(() => resolve()).observe(document.body, { childList: true });
    document.body.append('·');
  });
  expect(document.activeElement).toBe(document.body);
  unmount();
});
