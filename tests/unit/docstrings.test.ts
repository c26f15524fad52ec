import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportsOf, namesIn, parseModule, type Statement } from './module-exports';

/**
 * Exported names of a module without a docstring directly above. Of several declarations of one name, such as the
 * forms of a function, or a value and its type, one has it. A blank line separates it from what it would describe,
 * as at the head of a file; comments for the formatter or the bundler do not.
 */
function findUndescribed(file: string, source: string): readonly string[] {
  const module = parseModule(file, source);
  const docstrings = module.comments.filter(
    ({ type, value }) => type === 'Block' && /^\*[\s*]*[^\s*]/.test(value),
  );
  const isDescribed = ({ start }: Statement): boolean =>
    docstrings.some(({ end }) => end <= start && /^[ \t]*\n?(?:\/\/.*\n)*$/.test(source.slice(end, start)));
  const described = new Set(module.program.body.filter(isDescribed).flatMap(namesIn));
  return exportsOf(module).filter((name) => !described.has(name));
}

const FILES = globSync('{lib,components,data/build,tests}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$/.test(file),
);

test('every export says what it is for', () => {
  expect(FILES.length).toBeGreaterThan(500);
  expect(
    FILES.flatMap((file) =>
      findUndescribed(file, readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
    ),
  ).toEqual([]);
});

test.each([
  ['export const a = 1;', ['a']],
  ['/** One. */\nexport const a = 1;', []],
  ['/** The file. */\n\nexport const a = 1;', ['a']],
  ['/** */\nexport const a = 1;', ['a']],
  ['// One.\nexport const a = 1;', ['a']],
  ['/** One. */\n// @__NO_SIDE_EFFECTS__\nexport function a() {}', []],
  ['/** One. */\nexport const a = 1;\nexport const b = 2;', ['b']],
  ['/** One. */\nexport const a = [1] as const;\nexport type B = (typeof a)[number];', ['B']],
  ['/** One. */\nexport function a(b: 1): 1;\nexport function a(b: number): number { return b; }', []],
  ['const a = 1;\nexport { a };', ['a']],
  ['/** One. */\nconst a = 1;\nexport { a };', []],
  ["import { a } from './a';\nexport { a };\nexport { b } from './b';", []],
  ['export interface A { readonly b: 1 }\nexport class C {}\nexport enum D {}', ['A', 'C', 'D']],
  ['export const { a, b: c } = { a: 1, b: 2 };', ['a', 'b']],
])('the check itself finds the right names in %j', (source, names) => {
  expect(findUndescribed('a.ts', source)).toEqual(names);
});
