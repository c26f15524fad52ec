// @vitest-environment jsdom
import { cleanup, configure, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '@/lib/domain/paper';
import { pagesOfPaper } from '@/lib/pages/current-paper';
import { LAMP } from '../../fixtures/ui-papers';
import { renderPanel, said } from '../../fixtures/render-panel';

// A busy machine may take seconds.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

describe('the results', () => {
  it('are a table that states what is measured, by whom, and how', async () => {
    await renderPanel();
    const table = screen.getByRole('table', { name: 'Reported results, own and compared' });
    expect(table.querySelector('th[scope=rowgroup]')?.textContent).toBe('F1, higher is better');
    const row = within(table).getByRole('row', { name: /general models/ });
    expect(within(row).getByRole('button').textContent).toBe(
      '0.11, compared, value reached; show on the page',
    );
  });

  it('are collapsed after a screenful', async () => {
    const { user } = await renderPanel();
    expect(screen.queryByText('1st')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all 11' }));
    expect(screen.getByText('1st')).toBeTruthy();
  });

  it('mark their words on the page, and lead back', async () => {
    const { user, actions } = await renderPanel();
    await user.click(screen.getByRole('button', { name: /^0\.11/ }));
    expect(actions.showResult).toHaveBeenCalledWith('F1 of 0.63 vs. 0.11');
    expect(screen.getByRole('button', { name: /^0\.11/ }).getAttribute('aria-pressed')).toBe('true');
    expect(said()).toBe('0.11 is marked on the page');
    await user.click(screen.getByRole('button', { name: 'Back to your place' }));
    expect(actions.returnFromResult).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Back to your place' })).toBeNull();
  });

  it.each([
    ['absent', 'These words are not on this page.'],
    ['no-page', 'Nothing can be marked on this page.'],
  ] as const)('explain why they cannot be shown: %s', async (outcome, text) => {
    const { user, actions } = await renderPanel();
    actions.showResult.mockResolvedValue(outcome);
    await user.click(screen.getByRole('button', { name: /^0\.63/ }));
    expect(said()).toBe(text);
    await user.click(screen.getByRole('button', { name: 'Open the abstract' }));
    expect(actions.openPage).toHaveBeenCalledWith('abs', 'here');
  });

  it('are labelled with their words if the text says nothing more specific', async () => {
    const lone: Result = {
      metric: null,
      value: '3.2 times',
      kind: 'ratio',
      role: 'own',
      anchor: 'is 3.2 times faster',
    };
    await renderPanel({ annotation: { ...LAMP, results: [lone] } });
    expect(screen.getByRole('row', { name: /^is 3.2 times faster/ })).toBeTruthy();
  });

  it('send no request to a PDF, and say so beforehand', async () => {
    const { user, actions } = await renderPanel({
      pages: pagesOfPaper({ kind: 'pdf', paperId: LAMP.id }, undefined),
    });
    expect(screen.getByRole('button', { name: /^0\.63/ }).textContent).toContain(
      'the abstract is not on this page',
    );
    await user.click(screen.getByRole('button', { name: /^0\.63/ }));
    expect(actions.showResult).not.toHaveBeenCalled();
    expect(said()).toBe('These words are not on this page.');
  });

  it('that were read with little certainty come on request, marked as such', async () => {
    const sure: Result = {
      metric: 'F1',
      value: '0.83',
      kind: 'level',
      role: 'own',
      better: 'higher',
      anchor: 'F1 of 0.83',
    };
    const doubtful: Result = {
      metric: null,
      value: '12%',
      kind: 'change',
      role: 'own',
      anchor: 'differs by 12%',
    };
    const annotation = { ...LAMP, provenance: 'automatic', results: [sure, doubtful] } as const;
    const { user } = await renderPanel({ annotation });
    expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /12%/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all 2 (1 less certain)' }));
    expect(screen.getByRole('button', { name: /less certain/ }).textContent).toContain('12%');
  });

  it('say how many there are if none is certain', async () => {
    const doubtful: Result = { metric: null, value: '12%', kind: 'change', role: 'own', anchor: '12%' };
    const annotation = { ...LAMP, provenance: 'automatic', results: [doubtful] } as const;
    const { user } = await renderPanel({ annotation });
    await user.click(screen.getByRole('button', { name: 'Show 1 that is less certain' }));
    expect(screen.getByRole('button', { name: /12%/ })).toBeTruthy();
  });

  it('by hand are all certain', async () => {
    const doubtful: Result = { metric: null, value: '12%', kind: 'change', role: 'own', anchor: '12%' };
    await renderPanel({ annotation: { ...LAMP, results: [doubtful] } });
    expect(screen.getByRole('button', { name: /12%/ }).textContent).not.toContain('less certain');
  });
});
