import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportsOf, identifiersOf, parseModule } from './module-exports';

/** Exports without a use in the product, with the reason. */
const FOR_TESTS: readonly string[] = [
  // Every form with its example; the reader tries only those that the first character can begin.
  'lib/domain/reading/sentence/numbers.ts: PRINTED_FORMS',
];

/** Exports of modules that neither another of them nor their own module uses. */
function findUnused(sources: Readonly<Record<string, string>>): readonly string[] {
  const modules = Object.entries(sources).map(([file, source]) => {
    const module = parseModule(file, source);
    return { file, exported: exportsOf(module), identifiers: identifiersOf(module) };
  });
  const users = new Map<string, number>();
  for (const { identifiers } of modules)
    for (const name of identifiers.keys()) users.set(name, (users.get(name) ?? 0) + 1);
  return modules.flatMap(({ file, exported, identifiers }) =>
    exported
      .filter((name) => users.get(name) === 1 && (identifiers.get(name) ?? 0) < 2)
      .map((name) => `${file}: ${name}`),
  );
}

test('nothing in the product is there for tests alone', () => {
  const files = globSync([
    '{lib,components,entrypoints,data/build}/**/*.{ts,tsx}',
    'data/*.ts',
    '{wxt,vitest}.config.ts',
  ]);
  expect(files.length).toBeGreaterThan(600);
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  expect(findUnused(sources)).toEqual(FOR_TESTS);
});

test.each([
  ['a name that occurs nowhere else', { a: 'export const x = 1;' }, ['a: x']],
  ['a name in a comment alone', { a: 'export const x = 1; // x', b: '/** x */' }, ['a: x']],
  ['not one that its own module uses', { a: 'export const x = 1;\nexport const y = x;' }, ['a: y']],
  ['not one that another uses', { a: 'export const x = 1;', b: "import { x } from './a';" }, []],
  ['not one that is passed on', { a: 'export const x = 1;', b: "export { x } from './a';" }, []],
  ['a type', { a: 'export interface X {}', b: 'export {};' }, ['a: X']],
])('the check itself finds %s', (_what, sources, unused) => {
  const named = Object.entries(sources).map(([name, source]) => [`${name}.ts`, source]);
  expect(findUnused(Object.fromEntries(named))).toEqual(unused.map((each) => each.replace(':', '.ts:')));
});
