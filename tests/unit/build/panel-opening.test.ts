import { describe, expect, test } from 'vitest';
import { addOpening } from '@/lib/build/panel-opening';

describe('the panel’s page', () => {
  test('loads its opening script before everything else', () => {
    const page = '<html><head>\n<meta charset="utf-8" />\n<title>x</title><script type="module" src="/a.js">';
    const opened = addOpening(page);
    expect(opened.indexOf('/panel-opening.js')).toBeGreaterThan(opened.indexOf('charset'));
    expect(opened.indexOf('/panel-opening.js')).toBeLessThan(opened.indexOf('<title>'));
    expect(opened.replace('<script src="/panel-opening.js"></script>', '')).toBe(page);
  });

  test('fails the build without a head', () => {
    expect(() => addOpening('<html><body>')).toThrow('no head');
  });
});
