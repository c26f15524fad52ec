import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { t, tCount } from '@/lib/shared/texts';
import english from '@/public/_locales/en/messages.json';

const sources = globSync(['{lib,components,entrypoints}/**/*.{ts,tsx}', 'wxt.config.ts']).map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

/** Visible text written into a component: between tags, or in an attribute that is read aloud. */
function findLiterals(source: string): readonly string[] {
  const nodes = [...source.matchAll(/(?:<[A-Za-z][\w.]*(?:\s[^<>{}]*)?|\/|\})>([^<>{}()=;]+)<\//g)];
  // Beside a value or an element: "Back to {title}", "{count} papers", "Details <Icon />".
  const beside = [
    ...source.matchAll(/>\s*([A-Z][a-z]+[ ,][^<>{}()=;:]*)<[A-Z]/g),
    ...source.matchAll(/>\s*([A-Z][a-z]+ [^<>{}()=;]*)\{/g),
    ...source.matchAll(/\w\}([^<>{}()=;:,|&?!'"`]*[a-z]{3,}[^<>{}()=;:|&?!'"`]*)<\//g),
  ];
  const templates = [
    ...source.matchAll(/\s(?:title|label|hint|aria-label|placeholder|alt)=\{`([^`]*)`\}/g),
  ].filter(([, text = '']) => /[a-z]{3}/i.test(text.replaceAll(/\$\{[^}]*\}/g, '')));
  const attributes = [...source.matchAll(/\s(?:title|label|hint|aria-label|placeholder|alt)="([^"]+)"/g)];
  return [...nodes, ...beside, ...templates, ...attributes].flatMap(([, text = '']) =>
    /[a-z]{2}/i.test(text) ? [text.trim()] : [],
  );
}

/** The placeholders of a message, in order of their numbers. */
const valuesIn = (message: string): string =>
  [...message.matchAll(/\$\d/g)]
    .map(([value]) => value)
    .toSorted()
    .join();

describe('the catalogue of messages', () => {
  test('has no unused message', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
      return (
        !all.includes(`'${key}'`) && !all.includes(`__MSG_${key}__`) && !all.includes(`tCount('${stem}'`)
      );
    });
    expect(unused).toEqual([]);
  });

  test('has every message that the manifest names', () => {
    const named = sources.flatMap(({ text }) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((key) => !Object.hasOwn(english, key ?? ''))).toEqual([]);
  });

  // A language may lack a few texts, which browsers then show in English; it must contain nothing else.
  test.each(globSync('public/_locales/*/messages.json'))('is nearly complete in %s', (file) => {
    const messages: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(messages).filter((key) => !Object.hasOwn(english, key))).toEqual([]);
    const missing = Object.keys(english).filter((key) => !Object.hasOwn(messages, key));
    expect(missing.length).toBeLessThan(Object.keys(english).length / 20);
    const differing = Object.entries(english).filter(
      ([key, { message }]) =>
        Object.hasOwn(messages, key) && valuesIn(String(Object(messages[key]).message)) !== valuesIn(message),
    );
    expect(differing).toEqual([]);
  });

  test('is the only place with text that components show', () => {
    expect(
      sources
        .filter(({ file }) => file.endsWith('.tsx'))
        .flatMap(({ file, text }) => findLiterals(text).map((literal) => `${file}: ${literal}`)),
    ).toEqual([]);
  });

  test.each([
    ['<p>Not found</p>', ['Not found']],
    ['<button title="Close it" />', ['Close it']],
    ['<p>Back to {title}</p>', ['Back to']],
    ['<p>{count} papers here</p>', ['papers here']],
    ['<a>\n  Details, tags <Icon name="back" />\n</a>', ['Details, tags']],
    ['<a title={`${label} (key ${key})`} />', ['${label} (key ${key})']],
    ['<a title={`${label} ${key}`} />', []],
    ['<p className="note">{t(\'a\')} · {count}</p>', []],
  ])('is protected by a search that finds the right texts in %s', (source, found) => {
    expect(findLiterals(source)).toEqual(found);
  });
});

test('a message includes its values, in the plural form for its number', () => {
  expect(t('copy_done', 'BibTeX')).toBe('BibTeX copied');
  expect([0, 1, 2].map((count) => tCount('count_papers', count))).toEqual([
    '0 papers',
    '1 paper',
    '2 papers',
  ]);
});

test('a language without a plural form of its own uses its general one', () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('pl');
  expect(tCount('count_papers', 3)).toBe('3 papers');
});
