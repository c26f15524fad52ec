/**
 * Makes the design tokens' colours available as constants to the style sheets of shadow roots on sites'
 * pages: a page could change custom properties, and copies of the colours would become outdated.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TOKENS = resolve(import.meta.dirname, '../../components/tokens.css');
const MODULE = 'virtual:tokens';
const RESOLVED = `\0${MODULE}`;

/** A custom property and its value. */
const PROPERTY = /--([a-z-]+):\s*([^;]+);/g;
const HAS_COLOUR = /#[0-9a-f]{6}\b|\brgb\(/;
const PAIR = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/;

const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The colours and shadows in a sheet of tokens, as written, by their names in camel case. */
export function coloursIn(sheet: string): ReadonlyMap<string, string> {
  return new Map(
    [...sheet.matchAll(PROPERTY)]
      .map(([, name = '', value = '']) => [camelCase(name), value.replaceAll(/\s+/g, ' ')] as const)
      .filter(([, value]) => HAS_COLOUR.test(value)),
  );
}

/**
 * The module's source: each colour as `light-dark(…)`, and pairs by theme for places that inherit no theme.
 */
function moduleOf(sheet: string): string {
  const colours = [...coloursIn(sheet)];
  const pairs = colours.flatMap(([name, value]) => {
    const [, light, dark] = PAIR.exec(value) ?? [];
    return light && dark ? [{ name, light, dark }] : [];
  });
  const themed = (theme: 'light' | 'dark'): string =>
    JSON.stringify(Object.fromEntries(pairs.map((pair) => [pair.name, pair[theme]])));
  return [
    ...colours.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
    `export const light = ${themed('light')};`,
    `export const dark = ${themed('dark')};`,
  ].join('\n');
}

/** The part of Vite's plugin interface that is used here. */
interface TokensPlugin {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(this: { addWatchFile?(file: string): void }, id: string): string | undefined;
}

/**
 * Serves `virtual:tokens`, with one constant for each colour, so that a script only contains those it
 * imports.
 */
export function tokenColours(): TokensPlugin {
  return {
    name: 'token-colours',
    resolveId: (source) => (source === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      this.addWatchFile?.(TOKENS);
      return moduleOf(readFileSync(TOKENS, 'utf8'));
    },
  };
}
