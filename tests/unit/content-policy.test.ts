import { expect, test } from 'vitest';
import { contentPolicy } from '@/lib/build/content-policy';

test('what ships may load its own files and ask nobody', () => {
  expect(contentPolicy(false)).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

test('in development the server on this computer is let in, and its socket, while scripts are left to WXT', () => {
  const policy = contentPolicy(true);
  expect(policy).toContain("connect-src 'self' http://localhost:* ws://localhost:*;");
  // WXT adds its server's exact address to this one.
  expect(policy).toContain("script-src 'self';");
});
