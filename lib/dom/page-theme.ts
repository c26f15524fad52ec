import { debounce } from './debounce';

/** What a page looks like: dark text on a light background, or the reverse. */
export type PageTheme = 'light' | 'dark';

/** Below this share of full brightness a background counts as dark. */
const DARK = 0.4;

/**
 * The brightness of a computed colour, 0 to 1. Undefined for mostly transparent colours, which do not decide
 * what is visible, and for unknown notations. Browsers resolve colours to one of these forms
 * (https://www.w3.org/TR/css-color-4/#resolving-color-values).
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
export function readPageTheme(document: Document): PageTheme {
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
 * Calls back when a page turns dark or light. A background changes with attributes of root and body, with
 * style sheets that are added or removed, with the system's colour scheme, and when a transition ends. The
 * page is measured after each of these, and again when it has settled: a style sheet may get its rules after
 * it was inserted.
 */
export function watchPageTheme(
  document: Document,
  onChange: (tone: PageTheme) => void,
  { signal }: { readonly signal: AbortSignal },
): PageTheme {
  const first = readPageTheme(document);
  let last = first;
  const look = (): void => {
    // A hidden page is measured when it becomes visible.
    if (document.hidden || signal.aborted) return;
    const now = readPageTheme(document);
    if (now === last) return;
    last = now;
    onChange(now);
  };
  const lookAgain = debounce(look, { signal });
  let frame = 0;
  const follow = (): void => {
    cancelAnimationFrame(frame);
    // After the frame is drawn; before that, reading styles would make the browser compute them a second
    // time.
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
  return first;
}
