import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { OWN_ANSWERS } from '@/lib/background/own-answers';
import { savePapers } from '@/lib/extension/library/change-papers';
import { openOwnLists } from '@/lib/extension/library/own-lists';
import { NO_VECTORS } from '@/lib/domain/related/model';
import { openStore } from '@/lib/extension/store';
import { resetBrowser } from '../extension/library/raw-database';
import { keepable, numbered } from '../extension/library/sample';

vi.mock('@/lib/extension/store', { spy: true });

beforeEach(async () => {
  await resetBrowser();
  vi.mocked(openStore)
    .mockClear()
    .mockImplementation(() => {
      openOwnLists({
        taxonomy: [],
        readModel: () => Promise.resolve({ ...NO_VECTORS, idf: () => 6 }),
        rarityOfTag: () => 2,
        wantCompiled: () => undefined,
      });
      return Promise.resolve({ ok: false, reason: 'missing' });
    });
});

const SENDER = { isPrivate: false };
const to = { kind: 'paper', id: numbered(2) } as const;

test('a paper of no list is answered without opening the packs, since every panel waits for it', async () => {
  expect(await OWN_ANSWERS.read({ id: numbered(1) }, SENDER)).toEqual({ found: [] });
  expect(await OWN_ANSWERS.relate({ list: 'saved', to, limit: 5 }, SENDER)).toEqual({ rows: [], total: 0 });
  expect(openStore).not.toHaveBeenCalled();
});

test('the packs are opened for a saved paper, and for papers related to one of a list that has some', async () => {
  await savePapers([keepable(numbered(1)), keepable(numbered(2))]);
  const { found } = await OWN_ANSWERS.read({ id: numbered(1) }, SENDER);
  expect(found).toMatchObject([{ list: 'saved', record: { id: numbered(1) } }]);
  expect(openStore).toHaveBeenCalledOnce();
  await OWN_ANSWERS.relate({ list: 'met', to, limit: 5 }, SENDER);
  expect(openStore).toHaveBeenCalledOnce();
  await OWN_ANSWERS.relate({ list: 'saved', to, limit: 5 }, SENDER);
  expect(openStore).toHaveBeenCalledTimes(2);
});
