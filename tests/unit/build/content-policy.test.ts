import { expect, test } from 'vitest';
import { contentPolicy } from '@/lib/build/content-policy';

test('the policy of the package allows only its own files, and no requests elsewhere', () => {
  expect(contentPolicy(false)).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

test('in development the policy also allows the local server and its socket; scripts are left to WXT', () => {
  const policy = contentPolicy(true);
  expect(policy).toContain("connect-src 'self' http://localhost:* ws://localhost:*;");
  // WXT adds the exact address of its server.
  expect(policy).toContain("script-src 'self';");
});
