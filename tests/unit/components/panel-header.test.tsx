// @vitest-environment jsdom
import { cleanup, configure, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LAMP, READING } from '../../fixtures/ui-papers';
import { renderPanel } from '../../fixtures/render-panel';

// A busy machine may take seconds.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

const model = (name: string) =>
  ({ kind: 'model', url: `https://huggingface.co/lamp-lab/${name}`, official: true }) as const;

describe('the header of a paper', () => {
  it('expands and collapses the authors', async () => {
    const { user, actions } = await renderPanel();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(LAMP.title);
    expect(screen.queryByText(/Fay Moss/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show 4 more authors' }));
    await user.click(screen.getByRole('button', { name: 'Fay Moss' }));
    expect(actions.search).toHaveBeenCalledWith('author:"Fay Moss"');
    expect(screen.getByText('11 Jul 2024')).toBeTruthy();
    expect(screen.getByText('Journal of Lamp Studies 8, 532 (2025)')).toBeTruthy();
  });

  it('renders mathematics in a title, but never markup', async () => {
    const { container } = await renderPanel({ annotation: { ...LAMP, title: '<b>Bold</b> $x_1$' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('<b>Bold</b> x1');
    expect(container.querySelector('h1 b')).toBeNull();
    expect(container.querySelector('h1 sub')?.textContent).toBe('1');
  });

  it('shows the task in the paper’s own words with the tasks, as text', async () => {
    const { container } = await renderPanel({
      annotation: { ...READING, tags: [], printedTask: 'polyp counting' },
    });
    expect([...container.querySelectorAll('.tag-row')].map(({ textContent }) => textContent)).toEqual([
      'Taskpolyp counting',
    ]);
    expect(screen.queryByRole('button', { name: /polyp counting/ })).toBeNull();
    expect(container.querySelector('.nothing')?.textContent).not.toMatch(/tag/);
  });

  it('states from which version it was read if another is in view', async () => {
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

  it('opens pages in the tab that the click asks for', async () => {
    const { user, actions } = await renderPanel();
    const pages = within(screen.getByRole('navigation', { name: 'Pages of this paper' }));
    expect(pages.getByRole('link', { name: 'Abstract' }).getAttribute('aria-current')).toBe('page');
    await user.click(pages.getByRole('link', { name: 'PDF' }));
    expect(actions.openPage).toHaveBeenLastCalledWith('pdf', 'here');
    await user.keyboard('{Control>}');
    await user.click(pages.getByRole('link', { name: 'Hugging Face' }));
    expect(actions.openPage).toHaveBeenLastCalledWith('hf-paper', 'background');
  });

  it('links to other sites about the paper', async () => {
    const { user, actions } = await renderPanel();
    const others = within(screen.getByRole('navigation', { name: 'The paper elsewhere' }));
    await user.click(others.getByRole('link', { name: 'Elsewhere' }));
    expect(actions.openLink).toHaveBeenCalledWith(`https://elsewhere.example/${LAMP.id}`);
    cleanup();
    await renderPanel({ jumps: [] });
    expect(screen.queryByRole('navigation', { name: 'The paper elsewhere' })).toBeNull();
  });

  it('lists code first, and states if none is known or a link is not the authors’ own', async () => {
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
  ] as const)('states where an annotation comes from: %s', async (provenance, words) => {
    const { container } = await renderPanel({ annotation: { ...LAMP, provenance } });
    expect(container.querySelector('.paper-meta .provenance')?.textContent).toBe(words);
    expect(container.querySelector('.read-here') === null).toBe(provenance === 'curated');
  });

  it('summarises in one line everything that a reading did not find', async () => {
    await renderPanel({ annotation: { ...READING, links: [], results: [], tags: [] } });
    expect(screen.getByText('Nothing found in the abstract: code link, results, tags.')).toBeTruthy();
    for (const name of ['Results', 'Tags']) expect(screen.queryByRole('heading', { name })).toBeNull();
    cleanup();
    await renderPanel({ annotation: { ...READING, results: [] } });
    expect(screen.getByText(/^Nothing found in the abstract: .*results/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Tags' })).toBeTruthy();
    cleanup();
    // In another field, results and tags are not searched for.
    await renderPanel({ annotation: { ...READING, isOutside: true, links: [], results: [], tags: [] } });
    expect(screen.getByText('Nothing found in the abstract: code link.')).toBeTruthy();
  });

  it('shows what the page states about the paper: version, DOI and comments', async () => {
    const comments = '12 pages, accepted at a workshop on $n$ lamps';
    const annotation = { ...READING, doi: '10.1000/lamp.1', comments };
    const { user, actions } = await renderPanel({ annotation, viewedVersion: 2 });
    expect(screen.getByText(`${READING.id}v2`)).toBeTruthy();
    expect(screen.getByText(/12 pages, accepted at a workshop/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'doi:10.1000/lamp.1' }));
    expect(actions.openLink).toHaveBeenCalledWith('https://doi.org/10.1000/lamp.1');
  });
});
