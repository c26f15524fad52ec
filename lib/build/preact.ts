/**
 * Replaces React by Preact: sources and types say `react`, but builds and tests use Preact's implementation
 * of it (https://preactjs.com/guide/v10/switching-to-preact), a tenth of the size. Builds and tests share
 * this table, so that what is tested is what ships.
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

/** Each of React's module names and its replacement. */
const PREACT_ALIASES: Alias[] = Object.entries(TAKEN).map(([name, replacement]) => ({
  find: new RegExp(`^${name}$`),
  replacement,
}));

/** The Vite plugin that replaces them. */
export const preactForReact = (): Plugin => ({
  name: 'preact-for-react',
  config: () => ({ resolve: { alias: PREACT_ALIASES } }),
});
