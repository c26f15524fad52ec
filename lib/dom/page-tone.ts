import { afterCalm } from './after-calm';

/** What a page looks like: dark text on a light background, or the other way round. */
export type Tone = 'light' | 'dark';

/** Below this share of full brightness a background counts as dark. */
const DARK = 0.4;

/**
 * How bright a computed colour is, from 0 to 1; undefined for one that is mostly see-through, since it says
 * nothing of what is seen, and for one that is written in a way unknown to us. Browsers resolve colours to one
 * of these forms (https://www.w3.org/TR/css-color-4/#resolving-color-values).
 */
export function brightnessOf(colour: string): number | undefined {
  const [, form = '', inner = ''] = /^([a-z]+)\((.*)\)$/.exec(colour) ?? [];
  const [first, second = 0, third = 0, alpha = 1] = [
    ...inner.replace(/^[a-z][\w-]* /, '').matchAll(/(?<![\w.])-?[\d.]+(?:e-?\d+)?/g),
  ].map(Number);
  if (first === undefined || alpha < 0.5) return undefined;
  const mixed = 0.2126 * first + 0.7152 * second + 0.0722 * third;
  if (form === 'rgb' || form === 'rgba') return mixed / 255;
  if (form === 'color') return mixed;
  // The first number of these is lightness.
  if (form === 'oklch' || form === 'oklab') return first;
  return form === 'lab' || form === 'lch' ? first / 100 : undefined;
}

/** The elements that can paint the background behind a page's text, the innermost first. */
function groundsOf(document: Document): readonly Element[] {
  const main = document.querySelector('main') ?? document.body;
  const grounds: Element[] = [];
  for (let element: Element | null = main; element; element = element.parentElement) grounds.push(element);
  return grounds;
}

/**
 * What a page looks like now, by the background behind its text, whether the site, a user style sheet or another
 * extension such as Dark Reader painted it. A page without a background has the browser's, which is light unless
 * the page opted into a dark one (https://developer.mozilla.org/docs/Web/CSS/color-scheme).
 */
export function readTone(document: Document): Tone {
  for (const element of groundsOf(document)) {
    const brightness = brightnessOf(getComputedStyle(element).backgroundColor);
    if (brightness !== undefined) return brightness < DARK ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  return /\bdark\b/.test(colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches
    ? 'dark'
    : 'light';
}

/**
 * Calls back when a page turns dark or light. A background changes with attributes of the root and the body, with
 * style sheets that are added or removed, with the system's colour scheme, and when a transition ends. The page is
 * measured after each of these, and once more when it has settled: a style sheet may get its rules after insertion.
 */
export function watchTone(
  document: Document,
  onChange: (tone: Tone) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  let last = readTone(document);
  const look = (): void => {
    // A hidden page is measured when it becomes visible.
    if (document.hidden || signal.aborted) return;
    const now = readTone(document);
    if (now === last) return;
    last = now;
    onChange(now);
  };
  const lookAgain = afterCalm(look, { signal });
  let frame = 0;
  const follow = (): void => {
    cancelAnimationFrame(frame);
    // After the frame is drawn: before it, a look would have a long page's styles worked out once more.
    frame = requestAnimationFrame(() => {
      setTimeout(() => {
        if (!signal.aborted) look();
      });
    });
    lookAgain();
  };
  const observer = new MutationObserver(follow);
  observer.observe(document.documentElement, { attributes: true, childList: true });
  observer.observe(document.head, { childList: true });
  observer.observe(document.body, { attributes: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
    { once: true },
  );
  document.addEventListener(
    'transitionend',
    ({ propertyName, target }) => {
      if (
        propertyName.startsWith('background') &&
        target instanceof Element &&
        target.contains(document.body)
      )
        look();
    },
    { signal, passive: true },
  );
  document.addEventListener('visibilitychange', look, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal });
}
