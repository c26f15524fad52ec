import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatWrongNumber, handReport } from '@/lib/pages/reports';
import { LAMP } from '../fixtures/ui-papers';

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

test('names the paper, each number with its words, and the versions', () => {
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

test('is copied, and opens nothing where no address is known', async () => {
  expect(await handReport('It is wrong.', '')).toBe('copied');
  expect(writeText).toHaveBeenCalledWith('It is wrong.');
  expect(create).not.toHaveBeenCalled();
});

test('opens the address for faults once the text is on the clipboard', async () => {
  await handReport('It is wrong.', 'https://example.org/bugs');
  expect(create).toHaveBeenCalledWith({ url: 'https://example.org/bugs', active: true });
});
