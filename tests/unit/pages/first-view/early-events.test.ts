// @vitest-environment jsdom
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { keepEvents } from '@/lib/pages/first-view/early-events';

test('keys of the search field are repeated there, and Enter on a button as the click that it is', async () => {
  document.body.innerHTML = '<main><input /><button type="button">Settings</button></main>';
  const [root, field, button] = ['main', 'input', 'button'].map((name) => document.querySelector(name));
  if (!root || !field || !button) throw new Error('nothing drawn');
  const repeat = keepEvents(root);
  const user = userEvent.setup();
  await user.click(field);
  // Of an input method, which chooses a word with it.
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  await user.keyboard('x{ArrowDown}{Enter}{Tab}{Enter}');
  const seen: string[] = [];
  const note = (event: Event): void => {
    const key = event instanceof KeyboardEvent ? ` ${event.key}` : '';
    seen.push(`${event.type}${key} ${event.target === field ? 'field' : 'button'}`);
  };
  for (const name of ['keydown', 'click']) root.addEventListener(name, note);
  await repeat();
  expect(seen).toEqual(['click field', 'keydown ArrowDown field', 'keydown Enter field', 'click button']);
});
