/** The Navigation API as far as it is used; Firefox has it since 147. */
interface NavigationEvents {
  addEventListener(type: 'navigatesuccess', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Calls back after the document came to stand for another address, with that
 * address: pushed, replaced and popped entries, and a return from the
 * back/forward cache. Changes of the hash alone are no change of place.
 *
 * The committed address is passed along, so that no handler re-reads
 * `location` in the middle of a second navigation. Browsers without the
 * Navigation API show a pushed entry only by what the page does next: it
 * renames itself, so the title is watched there.
 */
export function watchLocation(onChange: (url: URL) => void, { signal }: { signal: AbortSignal }): void {
  let last = withoutHash(location.href);
  const check = (): void => {
    const now = withoutHash(location.href);
    if (now === last) return;
    last = now;
    onChange(new URL(now));
  };

  window.addEventListener('popstate', check, { signal });
  window.addEventListener('pageshow', check, { signal });

  const navigation = navigationOf(window);
  if (navigation) {
    navigation.addEventListener('navigatesuccess', check, { signal });
    return;
  }
  const observer = new MutationObserver(check);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function withoutHash(href: string): string {
  const hash = href.indexOf('#');
  return hash < 0 ? href : href.slice(0, hash);
}

function navigationOf(target: object): NavigationEvents | undefined {
  const navigation: unknown = Reflect.get(target, 'navigation');
  return isNavigation(navigation) ? navigation : undefined;
}

function isNavigation(value: unknown): value is NavigationEvents {
  return typeof value === 'object' && value !== null && 'addEventListener' in value;
}
