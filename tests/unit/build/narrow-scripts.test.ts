import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { narrowScript } from '@/lib/build/narrow-scripts';

/** What an expression is; of a pattern also what it matches. */
const valueOf = (expression: string): unknown => {
  const made: unknown = runInThisContext(expression);
  return made instanceof RegExp ? [made.source, made.flags, 'a–b 𝒳 łŁ'.replace(made, '_')] : made;
};

describe('a script without letters outside Latin-1', () => {
  it.each([
    "'a – b'",
    "'\\\\– \\\\\\\\–'",
    '`线 ${1} “x”`',
    "'𝒳😀'",
    'JSON.parse(\'{"é":"–"}\')',
    "{ ł: 1, '–': 2 }",
    '(() => { const β = 3; return β; })()',
  ])('means the same: %s', (expression) => {
    const narrow = narrowScript(`(${expression})`);
    expect(/[\u0100-\uFFFF]/.test(narrow)).toBe(false);
    expect(valueOf(narrow)).toEqual(valueOf(`(${expression})`));
  });

  it.each(['/[–—]/g', '/𝒳/u', '/[𝒳-𝒵]/gu', '/[Ā-ž]+/i', '/\\\\–|ł/'])('matches the same: %s', (pattern) => {
    const [, , wide] = [valueOf(pattern)].flat();
    const [source, , narrow] = [valueOf(narrowScript(pattern))].flat();
    expect(narrow).toBe(wide);
    expect(/[\u0100-\uFFFF]/.test(String(source))).toBe(false);
  });

  it('keeps Latin-1 as it is, which takes a byte', () => {
    expect(narrowScript("'é ± ×'")).toBe("'é ± ×'");
  });

  it('is refused if a backslash stands before such a letter, since it would stand before the escape', () => {
    expect(() => narrowScript(String.raw`/a\–b/`)).toThrow('backslash');
  });
});

describe.each(['.output/chrome-mv3', '.output/firefox-mv2'])('the build %s', (folder) => {
  it('has no script with letters outside Latin-1', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(10);
    const wide = scripts.filter((file) => /[\u0100-\uFFFF]/.test(readFileSync(join(folder, file), 'utf8')));
    expect(wide).toEqual([]);
  });
});
