import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { reasonWords } from '@/components/hooks/reason-words';
import { REASON_FORMS, type Reason } from '@/lib/domain/related/reason';
import chinese from '@/public/_locales/zh_CN/messages.json';

const texts = new Map(Object.entries(chinese));

/** The browser in Chinese. */
function speakChinese(): void {
  const i18n: { getMessage(key: string, values?: string[]): string } = browser.i18n;
  vi.spyOn(i18n, 'getMessage').mockImplementation((key, values = []) =>
    (texts.get(key)?.message ?? '').replaceAll(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? ''),
  );
}

const TASK: Reason = {
  form: 'taskOn',
  names: [['report generation'], ['chest CT']],
  text: 'both generate reports from chest CT',
};
const DATA: Reason = {
  form: 'data',
  names: [['CT-RATE', 'RadGenome', 'MIMIC-CXR']],
  text: 'same data: CT-RATE, RadGenome and MIMIC-CXR',
};

afterEach(() => vi.restoreAllMocks());

test('a reason in English has the verb of its task', () => {
  expect(reasonWords(TASK)).toBe('both generate reports from chest CT');
  expect(reasonWords(DATA)).toBe('same data: CT-RATE, RadGenome and MIMIC-CXR');
});

test('a reason in Chinese names the task and its subject by their English terms', () => {
  speakChinese();
  expect(reasonWords(TASK)).toBe('任务相同：report generation（chest CT）');
  expect(reasonWords(DATA)).toBe('相同数据：CT-RATE、RadGenome和MIMIC-CXR');
});

test.each(REASON_FORMS)('the form %s is said in Chinese with all its names', (form) => {
  speakChinese();
  const said = reasonWords({ form, names: [['one'], ['two']], text: 'both of them' });
  expect(said).toMatch(/\p{Script=Han}/u);
  expect(said).not.toMatch(/\$|both/);
});
