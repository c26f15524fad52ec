// @vitest-environment jsdom
import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PanelState } from '@/components/panel/PanelStates';
import { type PaperView } from '@/lib/pages/current-paper';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { LAMP, READING } from '../../fixtures/ui-papers';
import { renderPanel, said } from '../../fixtures/render-panel';

// A busy machine may take seconds.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

describe('copying', () => {
  it.each([
    ['Link', 'link'],
    ['Markdown', 'markdown'],
    ['BibTeX', 'bibtex'],
    ['Table row', 'row'],
  ] as const)('confirms %s', async (name, form) => {
    const { user, actions } = await renderPanel();
    await user.click(screen.getByRole('button', { name }));
    expect(actions.copy).toHaveBeenCalledWith(form);
    expect(said()).toBe(`${name} copied`);
  });

  it('says so if the browser refuses', async () => {
    const { user, actions } = await renderPanel();
    actions.copy.mockResolvedValue('refused');
    await user.click(screen.getByRole('button', { name: 'BibTeX' }));
    expect(screen.getByText('Not copied: the browser refused access to the clipboard.')).toBeTruthy();
    expect(said()).toContain('Nothing was copied');
  });
});

describe('the panel without a paper', () => {
  const page = { kind: 'pdf', paperId: LAMP.id } as const;
  const views: readonly (readonly [Exclude<PaperView, { status: 'ready' }>, RegExp])[] = [
    [{ status: 'loading' }, /Reading the page/],
    [{ status: 'no-paper' }, /Open a paper on arXiv or Hugging Face/],
    [{ status: 'mismatch', page }, /Its address says 2407\.00042/],
    [{ status: 'catalogue-failed', reason: 'missing' }, /not in this installation.*install it again/],
    [{ status: 'catalogue-failed', reason: 'damaged' }, /cannot be read.*install it again/],
    [{ status: 'unread', page, reason: 'readings-off' }, /switched off/],
    [
      { status: 'unread', page, reason: 'no-script' },
      /catalogue goes up to 6 Jan 2026.*cannot be read from here/,
    ],
    [{ status: 'unread', page, reason: 'no-abstract' }, /No abstract was found/],
  ];
  it.each(views)('explains what to do: %j', async (view, text) => {
    const { container } = render(
      <main>
        <PanelState
          view={view}
          catalogueDate="2026-01-06"
          onSearch={() => {}}
          onSettings={() => {}}
          onOpenAbstract={() => {}}
        />
      </main>,
    );
    expect(container.textContent).toMatch(text);
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });
});

describe('the accessibility check', () => {
  it.each([
    ['a catalogue paper', LAMP],
    ['a reading', READING],
  ] as const)('reports nothing about %s', async (_, annotation) => {
    const { container, user } = await renderPanel({
      annotation,
      cameFrom: { id: LAMP.id, title: LAMP.title },
    });
    const [tag] = screen
      .getAllByRole('button', { pressed: false })
      .filter((button) => button.className === 'tag');
    if (tag) await user.click(tag);
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });
});
