import { describe, expect, it } from 'vitest';
import { sharingOf } from '@/lib/build/chunks';

/** A small extension: who imports whom. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  'entrypoints/background/index.ts': [],
  'popup/main.tsx': [],
  'panel/main.tsx': [],
  messages: ['entrypoints/background/index.ts', 'guards'],
  // A circle, as libraries have them.
  guards: ['messages', 'panel/main.tsx'],
  badge: ['entrypoints/background/index.ts'],
  react: ['popup/main.tsx', 'app'],
  app: ['panel/main.tsx'],
  hits: ['popup/main.tsx'],
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
    ['react', 'pages'],
    ['app', undefined],
    ['hits', undefined],
    ['popup/main.tsx', undefined],
    ['unknown', undefined],
  ])('%s goes into the file: %s', (id, sharing) => {
    expect(sharingOf(id, context)).toBe(sharing);
  });
});
