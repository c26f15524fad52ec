import { expect, test } from 'vitest';
import { readPackageFacts } from '@/lib/build/package-facts';

test.each([
  [{}, {}],
  [
    { homepage: 'https://example.org/sidelight', bugs: 'https://example.org/bugs' },
    { homepage: 'https://example.org/sidelight', bugs: 'https://example.org/bugs' },
  ],
  [
    { bugs: { url: 'https://example.org/bugs', email: 'a@example.org' } },
    { bugs: 'https://example.org/bugs' },
  ],
  [{ bugs: { email: 'a@example.org' } }, { bugs: 'mailto:a@example.org' }],
  [{ homepage: 'http://example.org', bugs: { email: 'a@example.org?cc=b' } }, {}],
  [{ homepage: 7, bugs: { url: 'javascript:alert(1)' } }, {}],
])('the build reads from %j the addresses %j', (text, facts) => {
  expect(readPackageFacts(JSON.stringify(text))).toEqual(facts);
});

test('the build has no address while the project has none', () => {
  expect(readPackageFacts()).toEqual({});
});
