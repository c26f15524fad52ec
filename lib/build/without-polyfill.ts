/** Which `browser` the later stages of a page script use. */
import type { UserConfig } from 'vite';

const isKept = (name: string | RegExp): boolean => name !== 'wxt/browser';

/**
 * Takes WXT's alias of `wxt/browser` to the polyfill out of a build's configuration. A later stage runs
 * where the first has brought the polyfill along; it asks for nothing that needs it, since messages go by
 * callbacks (`lib/messages`), and would weigh 10 kB more.
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
