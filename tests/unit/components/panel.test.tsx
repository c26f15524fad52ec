// @vitest-environment jsdom
import { act, fireEvent, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PapersContext } from '@/components/hooks/papers-context';
import { PanelShell } from '@/components/panel/PanelShell';
import { PanelState } from '@/components/panel/PanelStates';
import { PaperPanel, type PaperPanelProps } from '@/components/panel/PaperPanel';
import { Announcer } from '@/components/shared/Announcer';
import type { Result } from '@/lib/domain/paper';
import { rowOf } from '@/lib/domain/store/rows';
import { pagesOfPaper, type PaperView } from '@/lib/pages/current-paper';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { createActions, PAPERS } from '../../fixtures/ui-panel';
import { LAMP, NEIGHBOURS, paperId, READING } from '../../fixtures/ui-papers';
import { reasonOf } from '@/tests/fixtures/reason';

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

async function renderPanel(part: Partial<PaperPanelProps> = {}) {
  const actions = createActions();
  const annotation = part.annotation ?? LAMP;
  const view = render(
    <PapersContext value={PAPERS}>
      <Announcer>
        <PanelShell onClose={actions.close} onSearch={() => {}} onSettings={() => {}}>
          <PaperPanel
            annotation={annotation}
            jumps={[{ label: 'Elsewhere', address: `https://elsewhere.example/${annotation.id}` }]}
            pages={pagesOfPaper({ kind: 'abs', paperId: annotation.id }, undefined)}
            viewedVersion={undefined}
            subject={{ kind: 'paper', id: annotation.id }}
            cameFrom={undefined}
            actions={actions}
            {...part}
          />
        </PanelShell>
      </Announcer>
    </PapersContext>,
  );
  // The store answers at once, but never in the same step.
  await act(async () => {});
  return { ...view, actions, user: userEvent.setup() };
}

const listedTitles = () =>
  within(screen.getByRole('region', { name: /Related papers|·/ }))
    .getAllByRole('link')
    .map((link) => link.textContent);

const said = () => screen.getByRole('status').textContent?.trim();

const model = (name: string) =>
  ({ kind: 'model', url: `https://huggingface.co/lamp-lab/${name}`, official: true }) as const;

describe('the head of a paper', () => {
  it('folds authors and unfolds them', async () => {
    const { user, actions } = await renderPanel();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(LAMP.title);
    expect(screen.queryByText(/Fay Moss/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show 4 more authors' }));
    await user.click(screen.getByRole('button', { name: 'Fay Moss' }));
    expect(actions.search).toHaveBeenCalledWith('author:"Fay Moss"');
    expect(screen.getByText('11 Jul 2024')).toBeTruthy();
    expect(screen.getByText('Journal of Lamp Studies 8, 532 (2025)')).toBeTruthy();
  });

  it('sets mathematics in a title, and never as markup', async () => {
    const { container } = await renderPanel({ annotation: { ...LAMP, title: '<b>Bold</b> $x_1$' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('<b>Bold</b> x1');
    expect(container.querySelector('h1 b')).toBeNull();
    expect(container.querySelector('h1 sub')?.textContent).toBe('1');
  });

  it('says from which version it was read when another is in view', async () => {
    const note = /Read from v1, you view v3; numbers may differ/;
    await renderPanel({ viewedVersion: 3 });
    expect(screen.getByText(note)).toBeTruthy();
    cleanup();
    await renderPanel({ viewedVersion: 1 });
    expect(screen.queryByText(note)).toBeNull();
    cleanup();
    await renderPanel();
    expect(screen.queryByText(note)).toBeNull();
  });

  it('opens pages where the click says', async () => {
    const { user, actions } = await renderPanel();
    const pages = within(screen.getByRole('navigation', { name: 'Pages of this paper' }));
    expect(pages.getByRole('link', { name: 'Abstract' }).getAttribute('aria-current')).toBe('page');
    await user.click(pages.getByRole('link', { name: 'PDF' }));
    expect(actions.openPage).toHaveBeenLastCalledWith('pdf', 'here');
    await user.keyboard('{Control>}');
    await user.click(pages.getByRole('link', { name: 'Hugging Face' }));
    expect(actions.openPage).toHaveBeenLastCalledWith('hf-paper', 'background');
  });

  it('leads to other sites about the paper', async () => {
    const { user, actions } = await renderPanel();
    const others = within(screen.getByRole('navigation', { name: 'The paper elsewhere' }));
    await user.click(others.getByRole('link', { name: 'Elsewhere' }));
    expect(actions.openLink).toHaveBeenCalledWith(`https://elsewhere.example/${LAMP.id}`);
    cleanup();
    await renderPanel({ jumps: [] });
    expect(screen.queryByRole('navigation', { name: 'The paper elsewhere' })).toBeNull();
  });

  it('puts code first, and says where none is known or a link is not the authors’', async () => {
    const { user, actions } = await renderPanel();
    const links = within(screen.getByRole('region', { name: 'Code and data' })).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Codelamp-lab/lamp-vlm',
      'Model',
      'Dataexample.orgunofficial',
    ]);
    await user.click(screen.getByRole('link', { name: /Code/ }));
    expect(actions.openLink).toHaveBeenCalledWith('https://github.com/lamp-lab/lamp-vlm');
    cleanup();
    await renderPanel({ annotation: { ...LAMP, links: [model('lamp-3b'), model('lamp-8b')] } });
    expect(screen.getAllByRole('link', { name: /^Model/ }).map((link) => link.textContent)).toEqual([
      'Modellamp-3b',
      'Modellamp-8b',
    ]);
    cleanup();
    await renderPanel({ annotation: { ...LAMP, links: [] } });
    expect(screen.getByText('No code link known')).toBeTruthy();
  });

  it('marks a reading and a withdrawn paper', async () => {
    await renderPanel({ annotation: { ...READING, withdrawn: true } });
    expect(screen.getByText('Automatic, from this page.')).toBeTruthy();
    expect(screen.getByText('May be wrong.')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('withdrawn');
    expect(screen.getByText('None of Sidelight’s papers is close to this one.')).toBeTruthy();
    cleanup();
    await renderPanel({ annotation: { ...LAMP, results: [] } });
    expect(screen.getByText('No results in the abstract.')).toBeTruthy();
  });

  it.each([
    ['curated', 'by hand'],
    ['automatic', 'automatic'],
    ['page', 'from this page'],
  ] as const)('says where an annotation comes from: %s', async (provenance, words) => {
    const { container } = await renderPanel({ annotation: { ...LAMP, provenance } });
    expect(container.querySelector('.paper-meta .provenance')?.textContent).toBe(words);
    expect(container.querySelector('.read-here') === null).toBe(provenance === 'curated');
  });

  it('folds all that a reading did not find into one line', async () => {
    await renderPanel({ annotation: { ...READING, links: [], results: [], tags: [] } });
    expect(screen.getByText('Nothing found in the abstract: code link, results, tags.')).toBeTruthy();
    for (const name of ['Results', 'Tags']) expect(screen.queryByRole('heading', { name })).toBeNull();
    cleanup();
    await renderPanel({ annotation: { ...READING, results: [] } });
    expect(screen.getByText(/^Nothing found in the abstract: .*results/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Tags' })).toBeTruthy();
  });

  it('shows what the page says of the paper: version, DOI and comments', async () => {
    const comments = '12 pages, accepted at a workshop on $n$ lamps';
    const annotation = { ...READING, doi: '10.1000/lamp.1', comments };
    const { user, actions } = await renderPanel({ annotation, viewedVersion: 2 });
    expect(screen.getByText(`${READING.id}v2`)).toBeTruthy();
    expect(screen.getByText(/12 pages, accepted at a workshop/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'doi:10.1000/lamp.1' }));
    expect(actions.openLink).toHaveBeenCalledWith('https://doi.org/10.1000/lamp.1');
  });
});

describe('results', () => {
  it('are a table that says what is measured, by whom, and how', async () => {
    await renderPanel();
    const table = screen.getByRole('table', { name: 'Reported results, own and compared' });
    expect(table.querySelector('th[scope=rowgroup]')?.textContent).toBe('F1, higher is better');
    const row = within(table).getByRole('row', { name: /general models/ });
    expect(within(row).getByRole('button').textContent).toBe('0.11, compared, level; show on the page');
  });

  it('fold after a screenful', async () => {
    const { user } = await renderPanel();
    expect(screen.queryByText('1st')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all 11' }));
    expect(screen.getByText('1st')).toBeTruthy();
  });

  it('show their words on the page, and lead back', async () => {
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
  ] as const)('say so when they cannot be shown: %s', async (outcome, text) => {
    const { user, actions } = await renderPanel();
    actions.showResult.mockResolvedValue(outcome);
    await user.click(screen.getByRole('button', { name: /^0\.63/ }));
    expect(said()).toBe(text);
    await user.click(screen.getByRole('button', { name: 'Open the abstract' }));
    expect(actions.openPage).toHaveBeenCalledWith('abs', 'here');
  });

  it('are named by their words where the text says no more', async () => {
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

  it('do not ask a PDF, and say so beforehand', async () => {
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
});

const preview = () => document.querySelector('.preview-title')?.textContent;

/** What a browser tells of a list that moves under a pointer at rest. */
const scrollUnder = (left: HTMLElement, entered: HTMLElement) => {
  fireEvent.pointerLeave(left, { relatedTarget: entered, screenX: 9 });
  fireEvent.pointerEnter(entered, { relatedTarget: left, screenX: 9 });
};

describe('related papers', () => {
  it('give reasons', async () => {
    await renderPanel();
    expect(listedTitles()).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'Grading glare' }).getAttribute('aria-describedby')).toContain(
      'why-2501.00007',
    );
    expect(screen.getByText('both report generation for the retina · same data: EyeLamp')).toBeTruthy();
  });

  it('open where the click says', async () => {
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

  it('are walked by J, K and the arrow keys', async () => {
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

  it('preview a paper on focus, its numbers beside this one’s', async () => {
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

  it('preview what is pointed at, not what scrolls under a resting pointer', async () => {
    await renderPanel();
    const [first, second] = within(screen.getByRole('region', { name: 'Related papers' })).getAllByRole(
      'listitem',
    );
    if (!first || !second) throw new Error('the fixture has three neighbours');

    fireEvent.pointerMove(document.body, { screenX: 9 });
    scrollUnder(document.body, first);
    within(second).getByRole('link').focus();
    // Walking the list scrolls it: what that brings under the pointer, or takes from it, is not the user's doing.
    scrollUnder(first, second);
    scrollUnder(second, first);
    await waitFor(() => expect(preview()).toBe(within(second).getByRole('link').textContent));
    fireEvent.pointerMove(first, { screenX: 10 });
    await waitFor(() => expect(preview()).toBe(within(first).getByRole('link').textContent));
  });

  it('give way to the papers of a tag', async () => {
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

  it('are given nearest or newest first, eight of them and then the others', async () => {
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

  it('lead back to the paper one came from', async () => {
    const { user, actions } = await renderPanel({ cameFrom: { id: READING.id, title: READING.title } });
    await user.click(screen.getByRole('button', { name: 'Back to Sparse lamps' }));
    expect(actions.goBack).toHaveBeenCalledOnce();
  });
});

describe('copying', () => {
  it.each([
    ['Link', 'link'],
    ['Markdown', 'markdown'],
    ['BibTeX', 'bibtex'],
    ['Table row', 'row'],
  ] as const)('%s is confirmed', async (name, form) => {
    const { user, actions } = await renderPanel();
    await user.click(screen.getByRole('button', { name }));
    expect(actions.copy).toHaveBeenCalledWith(form);
    expect(said()).toBe(`${name} copied`);
  });

  it('says so when the browser refuses', async () => {
    const { user, actions } = await renderPanel();
    actions.copy.mockResolvedValue('refused');
    await user.click(screen.getByRole('button', { name: 'BibTeX' }));
    expect(screen.getByText('Not copied: the browser refused access to the clipboard.')).toBeTruthy();
    expect(said()).toContain('Nothing was copied');
  });
});

describe('states without a paper', () => {
  const page = { kind: 'pdf', paperId: LAMP.id } as const;
  const views: readonly (readonly [Exclude<PaperView, { status: 'ready' | 'inert' }>, RegExp])[] = [
    [{ status: 'loading' }, /Reading the page/],
    [{ status: 'no-paper' }, /Open a paper on arXiv or Hugging Face/],
    [{ status: 'mismatch', page }, /Its address says 2407\.00042/],
    [{ status: 'catalogue-failed', reason: 'missing' }, /not in this installation.*install it again/],
    [{ status: 'catalogue-failed', reason: 'damaged' }, /cannot be read.*install it again/],
    [{ status: 'unread', page, reason: 'readings-off' }, /switched off/],
    [
      { status: 'unread', page, reason: 'no-script' },
      /catalogue was made on 6 Jan 2026.*cannot be read from here/,
    ],
    [{ status: 'unread', page, reason: 'no-abstract' }, /No abstract was found/],
  ];
  it.each(views)('%j says what to do', async (view, text) => {
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

describe('accessibility', () => {
  it.each([
    ['a catalogue paper', LAMP],
    ['a reading', READING],
  ] as const)('finds no fault with %s', async (_, annotation) => {
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
