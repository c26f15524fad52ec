import { expect, test } from 'vitest';
import { TEXT_ANSWERS } from '@/lib/background/page-texts';
import { LISTING_TEXTS } from '@/lib/content/listing/text-names';
import { PAGE_TEXTS } from '@/lib/messages/page-texts';

test('the texts of a listing fit into one message and keep the places of their values', async () => {
  const { data, answer } = PAGE_TEXTS.messages.read;
  expect(data({ names: LISTING_TEXTS })).toBe(true);
  const answered = await TEXT_ANSWERS.read({ names: LISTING_TEXTS }, {});
  expect(answer(answered)).toBe(true);
  expect(answered.texts).toHaveLength(LISTING_TEXTS.length);
  expect(answered.texts[LISTING_TEXTS.indexOf('tools_shown')]).toMatch(/\$1.*\$2/);
  expect(answered.texts).not.toContain('');
});
