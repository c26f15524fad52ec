// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { PapersContext } from '@/components/hooks/papers-context';
import type { KnownReference, PageReferences } from '@/components/hooks/use-references';
import { ReferencesSection } from '@/components/panel/ReferencesSection';
import { Announcer } from '@/components/shared/Announcer';
import { rowOf } from '@/lib/domain/store/rows';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { PAPERS } from '../../fixtures/ui-panel';
import { LAMP, paperId } from '../../fixtures/ui-papers';

afterEach(cleanup);

const work = (number: number, change: Partial<KnownReference> = {}): KnownReference => ({
  reference: {
    anchor: `bib.bib${number}`,
    key: `[${number}]`,
    text: `B. Holm. Candle ${number}. 2019.`,
    title: `Candle ${number}`,
    year: 2019,
    citedAt: ['1', '3.2', '1'],
  },
  paperId: undefined,
  held: undefined,
  row: undefined,
  ...change,
});

const HELD = work(1, { paperId: LAMP.id, held: LAMP, row: rowOf(LAMP) });
const PRINTED = work(2, { paperId: paperId('1905.00001') });
const OTHERS = Array.from({ length: 10 }, (_, at) => work(at + 3));

function show(references: readonly KnownReference[] = [HELD, PRINTED, ...OTHERS]) {
  const actions = {
    showCitation: vi.fn<PageReferences['showCitation']>().mockResolvedValue(true),
    showEntry: vi.fn<PageReferences['showEntry']>().mockResolvedValue(true),
    copyBibtex: vi.fn<PageReferences['copyBibtex']>().mockResolvedValue('copied'),
  };
  const onOpenPaper = vi.fn<(id: string, place: string) => void>();
  const view = render(
    <PapersContext value={PAPERS}>
      <Announcer>
        <main>
          <ReferencesSection of={{ references, ...actions }} onOpenPaper={onOpenPaper} />
        </main>
      </Announcer>
    </PapersContext>,
  );
  return { ...view, ...actions, onOpenPaper, user: userEvent.setup() };
}

it('the section lists the works with what is known of them, at first only some of them', async () => {
  const { container, user } = show();
  expect(screen.getByRole('heading', { name: 'References · 12' })).toBeTruthy();
  expect(container.querySelectorAll('li')).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Show all 12' }));
  expect(container.querySelectorAll('li')).toHaveLength(12);
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('the section opens papers, shows places on the page, and announces it', async () => {
  const { user, onOpenPaper, showCitation, showEntry } = show();
  await user.click(screen.getByRole('link', { name: LAMP.title }));
  expect(onOpenPaper).toHaveBeenCalledExactlyOnceWith(LAMP.id, 'here');
  await user.click(screen.getAllByRole('button', { name: '3.2' })[0] ?? document.body);
  expect(showCitation).toHaveBeenCalledExactlyOnceWith('bib.bib1', 1);
  await user.click(screen.getAllByRole('button', { name: 'entry' })[1] ?? document.body);
  expect(showEntry).toHaveBeenCalledExactlyOnceWith('bib.bib2');
  expect(screen.getByRole('status').textContent).toContain('Shown on the page');
});

it('the section says it if a place is no longer on the page', async () => {
  const { user, showEntry } = show();
  showEntry.mockResolvedValue(false);
  await user.click(screen.getAllByRole('button', { name: 'entry' })[1] ?? document.body);
  expect(screen.getAllByText('Nothing can be marked on this page.')).toHaveLength(2);
});

it('the section shows only those of the catalogue on request, and copies those with a known id as BibTeX', async () => {
  const { container, user, copyBibtex } = show();
  await user.click(screen.getByRole('button', { name: 'BibTeX of 2' }));
  expect(copyBibtex).toHaveBeenLastCalledWith([HELD, PRINTED]);
  await user.click(screen.getByRole('button', { name: 'In the catalogue · 1' }));
  expect(container.querySelectorAll('li')).toHaveLength(1);
  copyBibtex.mockResolvedValue('refused');
  await user.click(screen.getByRole('button', { name: 'Copied' }));
  expect(copyBibtex).toHaveBeenLastCalledWith([HELD]);
  expect(container.querySelector('.failure')?.textContent).toContain('Not copied');
});

it('the section has no toolbar if nothing is known', () => {
  show(OTHERS);
  expect(screen.queryByRole('button', { name: /catalogue|BibTeX/ })).toBeNull();
});
