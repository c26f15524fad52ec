import { describe, expect, test } from 'vitest';
import { createFrameNonce } from '@/lib/content/frame-nonce';

describe('a nonce', () => {
  test('vouches for the page that asks first, as often as that asks, and for no other', () => {
    const { issue, accepts } = createFrameNonce();
    const nonce = issue();
    const answers = ['first', 'first', 'second', 'first'].map((asker) => accepts({ nonce, asker }));
    expect(answers).toEqual([true, true, false, true]);
  });

  test('is worth nothing once another was issued, nor guessed, nor from nobody', () => {
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
