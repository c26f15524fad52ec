import { describe, expect, test } from 'vitest';
import { countBadges, waitForBadges } from './support/badges';
import { open, page, startListingBrowser } from './support/listing-browser';
import { LISTINGS } from './support/listings';
import { settle } from './support/look';
import { IS_FULL, rowsOf } from './support/matrix';

startListingBrowser({ hasPacks: IS_FULL });

describe('every kind of listing', () => {
  test.each(rowsOf(LISTINGS, 6))(
    'has the right badges: $url has $badges, $known of them from the catalogue',
    async ({ url, ...expected }) => {
      await open(url);
      await waitForBadges(page, expected);
      await settle(page);
      expect(await countBadges(page)).toEqual(expected);
    },
  );
});
