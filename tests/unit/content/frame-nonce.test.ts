import { describe, expect, test } from 'vitest';
import { createFrameNonce } from '@/lib/content/frame-nonce';

describe('a nonce', () => {
  test('is valid for the page that first presents it, any number of times, and for no other', () => {
    const { issue, accepts } = createFrameNonce();
    const nonce = issue();
    const answers = ['first', 'first', 'second', 'first'].map((asker) => accepts({ nonce, asker }));
    expect(answers).toEqual([true, true, false, true]);
  });

  test('is invalid once another was issued, if it was guessed, or if the sender is unknown', () => {
    const { issue, accepts } = createFrameNonce();
    expect(accepts({ nonce: '', asker: 'first' })).toBe(false);
    const former = issue();
    const nonce = issue();
    expect(accepts({ nonce: former, asker: 'first' })).toBe(false);
    expect(accepts({ nonce: 'guess', asker: 'first' })).toBe(false);
    expect(accepts({ nonce, asker: '' })).toBe(false);
    expect(accepts({ nonce, asker: 'later' })).toBe(true);
  });
});
