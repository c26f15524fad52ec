import { globSync, readFileSync } from 'node:fs';
import * as tokens from 'virtual:tokens';
import { expect, test } from 'vitest';
import { coloursIn } from '@/lib/build/tokens';

const sheets = globSync('components/**/*.css').map((file) => ({
  file,
  css: readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''),
}));
const code = globSync('{components,entrypoints}/**/*.{ts,tsx,html}')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const SHADOW_ROOTS = globSync('lib/{background,content,dom,extension,messages,pages,shared}/**/*.ts');
const services = SHADOW_ROOTS.map((file) => readFileSync(file, 'utf8')).join('\n');

/** Whether the components use a class, by its whole name or by the template that ends in it: `bar-${shape}`. */
function isClassUsed(name: string): boolean {
  const prefixes = [...name.matchAll(/-/g)].map(({ index }) => `${name.slice(0, index + 1)}\${`);
  return (
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code) || prefixes.some((each) => code.includes(each))
  );
}

test('every class of the style sheets is used', () => {
  const classes = sheets.flatMap(({ file, css }) =>
    [...css.replaceAll(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => ({
      file,
      name,
    })),
  );
  expect(classes.length).toBeGreaterThan(100);
  expect(classes.filter(({ name }) => !isClassUsed(name))).toEqual([]);
});

test('every token is used, and no token is used that is not defined', () => {
  const all = sheets.map(({ css }) => css).join('\n');
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const set = new Set([...code.matchAll(/(--[\w-]+)/g)].map(([, name]) => name));
  const imported = new Set(
    [...services.matchAll(/import \{([^}]*)\} from 'virtual:tokens'/g)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => `--${name.trim().replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
    ),
  );
  const isUsed = (name = ''): boolean => set.has(name) || imported.has(name);
  expect([...defined.difference(used)].filter((name) => !isUsed(name))).toEqual([]);
  expect([...used.difference(defined)].filter((name) => !set.has(name))).toEqual([]);
});

const HEX = /[^&\w]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!['\w-]*\()/i;
const FUNCTION = /\b(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color)\((?!--)/i;
/** A colour by its CSS name, as the value of a property; system colours, `transparent` and `currentColor` are none. */
const NAMED =
  /(?:colou?r|background|border|outline|shadow|fill|stroke|decoration|emphasis)[\w-]*['"]?\s*[:=]\s*['"{]*[^;'"]*(?<![\w-])(?:black|silver|gr[ae]y|white|maroon|red|purple|fuchsia|magenta|green|lime|olive|yellow|gold|navy|blue|teal|aqua|cyan|orange|pink|brown|beige|tan|violet|indigo|(?:light|dark|medium|deep|pale|dim|hot)[a-z]*(?:gr[ae]y|red|green|blue|pink|orange|cyan|yellow))(?![\w-])/i;

/** Whether a line writes a colour of its own. */
const writesColour = (line: string): boolean => [HEX, FUNCTION, NAMED].some((form) => form.test(line));

test.each([
  ['color: #1a2b3c;', true],
  ['a { color:#fff }', true],
  ['fill="#abcdef80"', true],
  ['background: rgb(0 0 0 / 0.5);', true],
  ['border: 1px solid oklch(0.5 0.1 20);', true],
  ['box-shadow: 0 0 2px color(display-p3 1 0 0);', true],
  ['color: white;', true],
  ['border-bottom: 1px solid lightgrey;', true],
  ["style={{ color: 'red' }}", true],
  ['<path stroke="black" d="M0 0" />', true],
  ['color: var(--ink);', false],
  ['background: ${paper};', false],
  ['color: CanvasText;', false],
  ['fill: currentColor;', false],
  ['background: color-mix(in srgb, var(--accent) 10%, transparent);', false],
  ['white-space: nowrap;', false],
  ['href="#results-title"', false],
  ["querySelector('#abs a')", false],
])('the check itself decides whether %j writes a colour: %s', (line, isFound) => {
  expect(writesColour(line)).toBe(isFound);
});

test('colours are tokens and are written nowhere else', () => {
  const found = [
    ...globSync('components/**/*.{css,ts,tsx}'),
    ...globSync('entrypoints/**/*'),
    ...SHADOW_ROOTS,
  ]
    .filter((file) => file !== 'components/tokens.css' && /\.(?:css|tsx?|html)$/.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .split('\n')
        .filter(writesColour)
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test('the sheets of shadow roots have every colour of the tokens by its name', () => {
  const colours = coloursIn(readFileSync('components/tokens.css', 'utf8'));
  expect(colours.size).toBeGreaterThan(20);
  expect(Object.keys(tokens).toSorted()).toEqual([...colours.keys(), 'dark', 'light'].toSorted());
  const declared = readFileSync('lib/build/virtual.d.ts', 'utf8');
  expect([...colours.keys()].filter((name) => !declared.includes(`const ${name}: string`))).toEqual([]);
  expect(tokens).toMatchObject({
    ink: 'light-dark(#182022, #e6ebea)',
    light: { paper: '#ffffff' },
    dark: { paper: '#14181a' },
  });
});
