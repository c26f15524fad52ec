import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LISTING_TEXTS } from '@/lib/content/listing/text-names';
import messages from '@/public/_locales/en/messages.json';

/** Everything on a listing that has texts, except the list of their names. */
const SOURCES = [
  ...globSync('lib/content/listing/*.ts').filter((file) => !file.endsWith('text-names.ts')),
  ...globSync('lib/shared/listing/*.ts'),
  'lib/shared/library/status-texts.ts',
  'lib/shared/library/fault-texts.ts',
];

/** A text that is not listed is still found, but the page waits for the browser to send all of them. */
test('the texts of a listing are those that its sources name', () => {
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(messages))
    for (const name of new Set([key, key.replace(/_(?:one|other)$/, '')]))
      forms.set(name, [...(forms.get(name) ?? []), key]);
  const named = SOURCES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([a-z]+_\w+)'/g)].flatMap(
      ([, name = '']) => forms.get(name) ?? [],
    ),
  );
  expect([...LISTING_TEXTS].toSorted()).toEqual([...new Set(named)].toSorted());
});
