import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { searchWords } from '@/components/hooks/search-words';
import { reasonWords } from '@/components/hooks/reason-words';
import { REASON_FORMS, type Reason } from '@/lib/domain/related/reason';
import { openOwnPack } from '../../fixtures/own-pack';
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

test('a reason in English contains the verb of its task', () => {
  expect(reasonWords(TASK)).toBe('both generate reports from chest CT');
  expect(reasonWords(DATA)).toBe('same data: CT-RATE, RadGenome and MIMIC-CXR');
});

test('a reason in Chinese names the task and its subject by their English terms', () => {
  speakChinese();
  expect(reasonWords(TASK)).toBe('任务相同：report generation（chest CT）');
  expect(reasonWords(DATA)).toBe('相同数据：CT-RATE、RadGenome和MIMIC-CXR');
});

test.each(REASON_FORMS)('the form %s is expressed in Chinese with all its names', (form) => {
  speakChinese();
  const said = reasonWords({ form, names: [['one'], ['two']], text: 'both of them' });
  expect(said).toMatch(/\p{Script=Han}/u);
  expect(said).not.toMatch(/\$|both/);
});

describe('a message of the search', () => {
  const { pack } = openOwnPack();
  const ask = async (text: string) => {
    const { message } = await pack.query({ text }, { limit: 1 });
    if (!message) throw new Error(`The search takes ${text} as it is`);
    return message;
  };

  test.each([
    ['tsk:report', '没有名为 “tsk:” 的筛选条件。'],
    ['modality:zzzz', '没有论文符合 “modality:zzzz”。'],
    ['year:soon', '没有论文符合 “year:soon”。'],
    ['has:zzzz', '没有论文符合 “has:zzzz”。'],
    ['task:', '“task:” 后面需要一个值。'],
    ['ophthalmology zzqqxx', '没有论文包含 “zzqqxx”；以下论文符合其余的词。'],
    ['ophthalmolgoy', /^几乎没有论文包含 “ophthalmolgoy”；也按 “\S+” 搜索了。$/],
  ])('is right for %s in Chinese: %s', async (text, words) => {
    const message = await ask(text);
    expect(searchWords(message)).toBe(message.text);
    speakChinese();
    expect(searchWords(message)).toMatch(words);
  });

  test.each(['in:saved', 'status:read'])(
    'says for %s how to save a paper, if there is none',
    async (text) => {
      const message = await ask(text);
      expect(searchWords(message)).toMatch(/^Press S in the panel .* star/);
      speakChinese();
      expect(searchWords(message)).toMatch(/^在论文旁的面板中按 S 键/);
    },
  );
});
