import { describe, expect, it } from 'vitest';
import { addFirstView } from '@/entrypoints/popup/static-markup';
import { PAGE, SHEET } from '../../../fixtures/first-view';

describe('the build', () => {
  const parts = { opening: '/first-view.js', hold: '/hold.css', markup: ['<i></i>'] };

  it('has the opening script run before the page has a body, behind all that it needs', () => {
    const page = addFirstView(PAGE, parts);
    expect(page).toContain(`<head>${SHEET}<meta`);
    expect(page).toContain('<i></i><script src="/first-view.js"></script></head>');
    expect(page.match(/<link/g)).toHaveLength(1);
    expect(page).not.toContain('type="module"');
  });

  it('refuses a page without a script of the app', () => {
    expect(() => addFirstView(`<head>${SHEET}</head>`, parts)).toThrow('no script');
  });
});
