/**
 * Preact in React's place: sources and types say `react`, and what is built and tested takes Preact's
 * implementation of it (https://preactjs.com/guide/v10/switching-to-preact), a tenth of the size. One table for
 * builds and tests, so that what is tested is what ships.
 */
import type { Alias, Plugin } from 'vite';

const TAKEN: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact/compat/server',
  'react-dom/test-utils': 'preact/test-utils',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
};

/** Each name of React's, whole, and what stands in its place. */
export const PREACT_ALIASES: Alias[] = Object.entries(TAKEN).map(([name, replacement]) => ({
  find: new RegExp(`^${name}$`),
  replacement,
}));

/** The Vite plugin that puts it there. */
export const preactForReact = (): Plugin => ({
  name: 'preact-for-react',
  config: () => ({ resolve: { alias: PREACT_ALIASES } }),
});
