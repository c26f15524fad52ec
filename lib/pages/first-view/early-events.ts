/** What the user does with the first view before the app has adopted it: nothing of it is lost. */

/**
 * Text that is typed stays in the field, where the app finds it; these keys would do nothing there. Elsewhere the browser
 * makes clicks and choices of them, which are kept themselves.
 */
const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter']);

const isKept = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLInputElement &&
  // Then they belong to an input method.
  !event.isComposing &&
  (KEYS.has(event.key) || (event.altKey && event.code === 'KeyS'));

/** The same event once more: browsers dispatch each event object once only. */
function copyOf(event: Event): Event {
  if (event instanceof KeyboardEvent) return new KeyboardEvent(event.type, event);
  return event instanceof MouseEvent ? new MouseEvent(event.type, event) : new Event(event.type, event);
}

/**
 * Keeps the clicks, choices and keys that elements in `root` get from now on. Returns the function that stops, and repeats
 * them on these elements, each in a task of its own, as the user did.
 */
export function keepEvents(root: Element): () => Promise<void> {
  const kept: Event[] = [];
  const controller = new AbortController();
  const { signal } = controller;
  for (const name of ['click', 'auxclick', 'change'])
    root.addEventListener(name, (event) => kept.push(event), { signal });
  root.addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || !isKept(event)) return;
      // The default of an arrow would move the caret.
      event.preventDefault();
      kept.push(event);
    },
    { signal },
  );
  return async () => {
    controller.abort();
    for (const event of kept) {
      event.target?.dispatchEvent(copyOf(event));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}
