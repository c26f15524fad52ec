/** Which `browser` the scripts on sites' pages use. */
import type { UserConfig } from 'vite';

const isKept = (name: string | RegExp): boolean => name !== 'wxt/browser';

/**
 * Takes WXT's alias of `wxt/browser` to the polyfill out of a build's configuration. Scripts on pages ask
 * for nothing that needs it: messages are answered by callbacks (`lib/messages`), and both browsers' own calls
 * give promises. It would add 10 kB to each, more than the first stage itself.
 */
export function withoutPolyfill(config: UserConfig): void {
  const alias = config.resolve?.alias;
  if (!alias) return;
  config.resolve = {
    ...config.resolve,
    alias: Array.isArray(alias)
      ? alias.filter(({ find }) => isKept(find))
      : Object.fromEntries(Object.entries(alias).filter(([name]) => isKept(name))),
  };
}
