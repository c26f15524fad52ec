/**
 * The design tokens' colours as a module of constants, for the style sheets of shadow roots on sites' pages:
 * custom properties would be the page's to set, and a copy would drift from `components/tokens.css`.
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

/** The colours and shadows of a sheet of tokens by their names in camel case, each as it stands there. */
export function coloursIn(sheet: string): ReadonlyMap<string, string> {
  return new Map(
    [...sheet.matchAll(PROPERTY)]
      .map(([, name = '', value = '']) => [camelCase(name), value.replaceAll(/\s+/g, ' ')] as const)
      .filter(([, value]) => HAS_COLOUR.test(value)),
  );
}

/** The module's source: each colour as `light-dark(…)`, and the pairs by theme, for where no theme is inherited. */
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

/** A Vite plugin, as far as this one goes. */
interface TokensPlugin {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(this: { addWatchFile?(file: string): void }, id: string): string | undefined;
}

/** Serves `virtual:tokens`: a constant for each colour, of which a script carries only those that it names. */
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
