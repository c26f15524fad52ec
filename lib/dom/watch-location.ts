/**
 * The part of the Navigation API that is used; Firefox has it since 147
 * (https://developer.mozilla.org/docs/Web/API/Navigation).
 */
interface NavigationEvents {
  addEventListener(type: 'navigatesuccess', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Calls back with the new address after a navigation within the document: pushed, replaced and popped history
 * entries, and a return from the back/forward cache. A change of the hash alone is ignored. WXT's own
 * `wxt:locationchange` is not used, since it fires before the navigation commits.
 *
 * The committed address is passed along, so that no handler reads `location` in the middle of a second navigation.
 * Browsers without the Navigation API have no event for a pushed entry; there the title is watched, which the
 * page changes next.
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
