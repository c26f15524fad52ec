import { describe, expect, it } from 'vitest';
import { sharingOf } from '@/lib/build/chunks';

/** A small extension: which module imports which. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  'entrypoints/background/index.ts': [],
  'entrypoints/popup/main.tsx': [],
  'entrypoints/options/main.tsx': [],
  'panel/main.tsx': [],
  messages: ['entrypoints/background/index.ts', 'guards'],
  // A circular import, as libraries have them.
  guards: ['messages', 'panel/main.tsx'],
  badge: ['entrypoints/background/index.ts'],
  react: ['entrypoints/popup/main.tsx', 'app'],
  settings: ['entrypoints/background/index.ts', 'react'],
  table: ['app', 'entrypoints/options/main.tsx'],
  app: ['panel/main.tsx'],
  'panel.css': ['app', 'entrypoints/options/main.tsx'],
  hits: ['entrypoints/popup/main.tsx'],
};
const context = {
  getModuleInfo: (id: string) => {
    const importers = IMPORTERS[id];
    return importers ? { isEntry: importers.length === 0, importers } : null;
  },
};

describe('a module', () => {
  it.each([
    ['messages', 'shared'],
    ['guards', 'shared'],
    ['badge', undefined],
    ['settings', 'first'],
    ['react', 'first-view'],
    ['table', 'pages'],
    ['panel.css', 'first-view'],
    ['app', undefined],
    ['hits', undefined],
    ['entrypoints/popup/main.tsx', undefined],
    ['unknown', undefined],
  ])('is in the right file: %s is in %s', (id, sharing) => {
    expect(sharingOf(id, context)).toBe(sharing);
  });
});
