import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheets = globSync('components/**/*.css').map((file) => ({
  file,
  css: readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''),
}));
const code = globSync('{components,entrypoints}/**/*.{ts,tsx,html}')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Whether the components wear a class, by its whole name or by the template that ends in it: `bar-${shape}`. */
function isWorn(name: string): boolean {
  const prefixes = [...name.matchAll(/-/g)].map(({ index }) => `${name.slice(0, index + 1)}\${`);
  return (
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code) || prefixes.some((each) => code.includes(each))
  );
}

test('every class of the style sheets is used by something', () => {
  const classes = sheets.flatMap(({ file, css }) =>
    [...css.replaceAll(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => ({
      file,
      name,
    })),
  );
  expect(classes.length).toBeGreaterThan(100);
  expect(classes.filter(({ name }) => !isWorn(name))).toEqual([]);
});

test('every colour and measure of the tokens is used, and none is used that is not there', () => {
  const all = sheets.map(({ css }) => css).join('\n');
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const set = new Set([...code.matchAll(/(--[\w-]+)/g)].map(([, name]) => name));
  expect([...defined.difference(used)].filter((name) => !set.has(name))).toEqual([]);
  expect([...used.difference(defined)].filter((name) => !set.has(name))).toEqual([]);
});
