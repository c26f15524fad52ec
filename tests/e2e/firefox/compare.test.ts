import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueTitle, KNOWN, OTHER } from '../support/pages';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, type Firefox } from './support/firefox';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await launchFirefox({ hasPacks: false, web: FIXTURE_WEB });
});
afterAll(() => firefox.close());

test('papers in Firefox are compared side by side, and it is said if they share nothing', async () => {
  const own = await firefox.openOwn(`library.html#compare=${KNOWN.id},${OTHER.id}`);
  const text = (): Promise<string> => own.evaluate(() => document.body.innerText);
  await expect.poll(text).toContain('2 papers compared');
  const textsOf = (selector: string): Promise<readonly (string | null)[]> =>
    own.evaluate(
      (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent),
      selector,
    );
  await expect
    .poll(() => textsOf('.compare-table thead a'))
    .toEqual([catalogueTitle(KNOWN), catalogueTitle(OTHER)]);
  await expect.poll(() => textsOf('.compare-table tbody th')).toEqual(['Tables', 'Code', 'Tags']);
  await expect.poll(text).toContain('share no metric on the same data');
});
