// @vitest-environment jsdom
import { fireEvent, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PAPERS } from '../../fixtures/ui-panel';
import { LAMP, NEIGHBOURS, paperId, READING } from '../../fixtures/ui-papers';
import { reasonOf } from '@/tests/fixtures/reason';
import { rowOf } from '@/lib/domain/store/rows';
import { listedTitles, renderPanel } from '../../fixtures/render-panel';

// A busy machine may take seconds.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

const preview = () => document.querySelector('.preview-title')?.textContent;

/** The browser's events when a list moves under a resting pointer. */
const scrollUnder = (left: HTMLElement, entered: HTMLElement) => {
  fireEvent.pointerLeave(left, { relatedTarget: entered, screenX: 9 });
  fireEvent.pointerEnter(entered, { relatedTarget: left, screenX: 9 });
};

describe('related papers', () => {
  it('have reasons', async () => {
    await renderPanel();
    expect(listedTitles()).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'Grading glare' }).getAttribute('aria-describedby')).toContain(
      'why-2501.00007',
    );
    expect(screen.getByText('both report generation for the retina · same data: EyeLamp')).toBeTruthy();
  });

  it('open in the tab that the click asks for', async () => {
    const { user, actions } = await renderPanel();
    const glare = screen.getByRole('link', { name: 'Grading glare' });
    await user.click(glare);
    expect(actions.openPaper).toHaveBeenLastCalledWith('2501.00007', 'here');
    await user.pointer({ keys: '[MouseMiddle]', target: glare });
    expect(actions.openPaper).toHaveBeenLastCalledWith('2501.00007', 'background');
    await user.keyboard('{Meta>}{Shift>}');
    await user.click(glare);
    expect(actions.openPaper).toHaveBeenLastCalledWith('2501.00007', 'new-tab');
  });

  it('can be reached by J, K and the arrow keys', async () => {
    const { user } = await renderPanel();
    const [first, second, third] = within(
      screen.getByRole('region', { name: 'Related papers' }),
    ).getAllByRole('link');
    first?.focus();
    await user.keyboard('j');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(third);
    await user.keyboard('k');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(first);
  });

  it('show a preview on focus, with its numbers beside this paper’s', async () => {
    const { user } = await renderPanel();
    screen.getByRole('link', { name: /^Night lights/ }).focus();
    const table = await screen.findByRole('table', { name: 'Results of both papers' });
    const cells = [...within(table).getByRole('row', { name: /^F1/ }).children];
    expect(cells.map((cell) => [...cell.childNodes].map((part) => part.textContent))).toEqual([
      ['F1'],
      ['0.63 disease staging', '0.67 patient referral'],
      ['0.58 disease staging'],
    ]);
    expect(screen.getByText('Reports for eye scans at a tenth of the cost.')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Results of both papers' })).toBeNull());
  });

  it('preview what the pointer moves to, not what scrolls under a resting pointer', async () => {
    await renderPanel();
    const [first, second] = within(screen.getByRole('region', { name: 'Related papers' })).getAllByRole(
      'listitem',
    );
    if (!first || !second) throw new Error('the fixture has three neighbours');

    fireEvent.pointerMove(document.body, { screenX: 9 });
    scrollUnder(document.body, first);
    within(second).getByRole('link').focus();
    // Navigating the list scrolls it: what moves under the resting pointer, or away from it, was not chosen by the
    // user.
    scrollUnder(first, second);
    scrollUnder(second, first);
    await waitFor(() => expect(preview()).toBe(within(second).getByRole('link').textContent));
    fireEvent.pointerMove(first, { screenX: 10 });
    await waitFor(() => expect(preview()).toBe(within(first).getByRole('link').textContent));
  });

  it('are replaced by the papers of a tag', async () => {
    const { user, actions } = await renderPanel();
    const tag = screen.getByRole('button', { name: 'Curriculum learning' });
    await user.click(tag);
    expect(tag.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('heading', { name: 'Curriculum learning · 3' })).toBeTruthy();
    expect(listedTitles()).toEqual(
      NEIGHBOURS.map((paper) => expect.stringContaining(paper.title.slice(0, 3))),
    );
    await user.click(screen.getByRole('button', { name: 'Search for it' }));
    expect(actions.search).toHaveBeenCalledWith('tag:curriculum-learning');
    await user.click(screen.getByRole('button', { name: 'Related papers' }));
    expect(screen.getByRole('heading', { name: 'Related papers' })).toBeTruthy();
  });

  it('are listed nearest or newest first, eight at first and then the others', async () => {
    const near = Array.from({ length: 12 }, (_, at) => ({
      ...rowOf(LAMP),
      id: paperId(`2501.000${10 + at}`),
      title: `Paper ${at}`,
      published: `20${10 + ((at * 5) % 12)}-01-01`,
      provenance: 'automatic' as const,
      score: 1 - at / 20,
      reasons: [reasonOf('both on lamps')],
    }));
    const related = vi.spyOn(PAPERS.store, 'related').mockResolvedValue({ rows: near, total: near.length });
    const { user } = await renderPanel();
    expect(listedTitles()).toEqual(near.slice(0, 8).map(({ title }) => title));
    const first = within(screen.getByRole('region', { name: 'Related papers' })).getAllByRole('listitem')[0];
    expect(first?.textContent).toContain('2010');
    expect(first?.textContent).toContain('automatic');
    await user.click(screen.getByRole('button', { name: '4 more' }));
    expect(listedTitles()).toHaveLength(12);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Newest first');
    expect(listedTitles()[0]).toBe('Paper 7');
    related.mockRestore();
  });

  it('lead back to the previous paper', async () => {
    const { user, actions } = await renderPanel({ cameFrom: { id: READING.id, title: READING.title } });
    await user.click(screen.getByRole('button', { name: 'Back to Sparse lamps' }));
    expect(actions.goBack).toHaveBeenCalledOnce();
  });
});
