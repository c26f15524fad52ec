import { describe, expect, test, vi } from 'vitest';
import { COUNTED_HERE, countIn } from '@/lib/shared/counting';

describe('a number in a text', () => {
  test.each([...COUNTED_HERE, 'en-GB', 'zh-CN', 'zh-TW', 'ar', 'cs', 'fr', 'pl'])(
    'has the form and the digits of the browser’s own rules in %s',
    (language) => {
      const rules = new Intl.PluralRules(language);
      const format = new Intl.NumberFormat(language);
      const counts = [...Array(1100).keys(), 60_400, 1_000_000, 1.5, -1];
      expect(counts.map((count) => countIn(language, count))).toEqual(
        counts.map((count) => ({ category: rules.select(count), written: format.format(count) })),
      );
    },
  );

  test.each(['en-US', 'zh-CN'])('is written without loading these in %s if it is small', (language) => {
    const load = vi.spyOn(Intl, 'PluralRules');
    countIn(language, 34);
    expect(load).not.toHaveBeenCalled();
    countIn(language, 60_400);
    expect(load).toHaveBeenCalledOnce();
    load.mockRestore();
  });
});
