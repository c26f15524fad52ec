/** Which `browser` object the scripts on sites' pages use. */
import type { UserConfig } from 'vite';

const isKept = (name: string | RegExp): boolean => name !== 'wxt/browser';

/**
 * Removes WXT's alias from `wxt/browser` to the polyfill from a build's configuration. Scripts on pages use
 * nothing that needs it: messages are answered by callbacks (`lib/messages`), and both browsers' own functions
 * return promises. It would add 10 kB to each script, more than the first stage itself.
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
