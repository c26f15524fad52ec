import { describe, expect, test } from 'vitest';
import { readAudit } from '@/lib/cli/audit';

describe('the output of npm audit', () => {
  test.each([
    ['nothing reported', { metadata: { vulnerabilities: { low: 0, total: 0 } } }, [1, 0, 0]],
    ['a vulnerability', { metadata: { vulnerabilities: { low: 1, total: 1 } } }, [0, 1, 0]],
    ['no count', { metadata: { vulnerabilities: {} } }, [0, 1, 0]],
    ['a registry that answers no audit', { message: '405 Method Not Allowed - POST', error: {} }, [0, 0, 1]],
    ['an answer in another shape', [], [0, 0, 1]],
  ])('is judged correctly: %s', (_, report, counts) => {
    const { passed, failed, skipped } = readAudit(JSON.stringify(report));
    expect([passed, failed, skipped]).toEqual(counts);
  });

  test('counts as a failure if it is empty', () => {
    expect(readAudit('')).toMatchObject({ failed: 1 });
  });
});
