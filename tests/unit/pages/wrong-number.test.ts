import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handReport } from '@/lib/pages/reports';
import { formatWrongNumber } from '@/lib/pages/wrong-number';
import { LAMP } from '../../fixtures/ui-papers';

const writeText = vi.fn<(text: string) => Promise<void>>();
const create = vi.fn<(tab: { readonly url?: string }) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  writeText.mockReset().mockResolvedValue(undefined);
  create.mockReset().mockResolvedValue({});
  vi.stubGlobal('navigator', { userAgent: 'A browser', clipboard: { writeText } });
  Object.assign(browser.tabs, { create });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Sidelight',
    version: '2.0.0',
  });
});

test('the report names the paper, each number with its words, and the versions', () => {
  const lines = formatWrongNumber(LAMP, 3).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'Sidelight 2.0.0',
    `Paper: https://arxiv.org/abs/${LAMP.id}v3`,
    `Title: ${LAMP.title}`,
  ]);
  expect(lines).toContain('Source: annotated by hand of v1');
  for (const { value, anchor } of LAMP.results) {
    expect(lines.some((line) => line.includes(value) && line.includes(`“${anchor}”`))).toBe(true);
  }
  expect(lines).toContain('Browser: A browser');
});

test('the report is copied, and nothing is opened if no address is known', async () => {
  expect(await handReport('It is wrong.', '')).toBe('copied');
  expect(writeText).toHaveBeenCalledWith('It is wrong.');
  expect(create).not.toHaveBeenCalled();
});

test.each([
  [
    'a short report',
    'Sidelight 2.0.0\nIt is wrong & odd.',
    'Sidelight%202.0.0%0AIt%20is%20wrong%20%26%20odd.',
  ],
  ['half a character', 'Odd \uD800', 'Odd%20'],
])('the report is put into a mail if the address is a mail address: %s', async (_, text, body) => {
  await handReport(text, 'mailto:a@example.org');
  const [subject = ''] = body.split('%0A');
  expect(create.mock.lastCall?.[0].url).toBe(`mailto:a@example.org?subject=${subject}&body=${body}`);
});

test('the report is shortened in a mail to what mail programs accept, and complete on the clipboard', async () => {
  const long = `Sidelight\n${'ü🔥 '.repeat(900)}`;
  await handReport(long, 'mailto:a@example.org');
  const { url = '' } = create.mock.lastCall?.[0] ?? {};
  expect(url.length).toBeGreaterThan(1700);
  expect(url.length).toBeLessThanOrEqual(1800);
  expect(long).toContain(new URL(url).searchParams.get('body'));
  expect(writeText).toHaveBeenCalledWith(long);
});

test('the address for reports is opened once the text is on the clipboard', async () => {
  await handReport('It is wrong.', 'https://example.org/bugs');
  expect(create).toHaveBeenCalledWith({ url: 'https://example.org/bugs', active: true });
});
