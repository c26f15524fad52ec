// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Legend } from '@/components/card/Legend';
import { PaperCard } from '@/components/card/PaperCard';
import { PapersContext } from '@/components/hooks/papers-context';
import type { Annotation } from '@/lib/domain/annotation';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { stubCatalogue } from '../../fixtures/ui-catalogue';
import { PAPERS } from '../../fixtures/ui-panel';
import { LAMP, READING } from '../../fixtures/ui-papers';

beforeEach(() => stubCatalogue());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(annotation: Annotation, version?: number) {
  const onTag = vi.fn<(tag: { readonly id: string }) => void>();
  const onSearch = vi.fn<(query: string) => void>();
  const entry = { paperId: annotation.id, version, title: annotation.title, authors: ['Ada Quill'] };
  const view = render(
    <PapersContext value={PAPERS}>
      <main>
        <PaperCard
          annotation={annotation}
          entry={entry}
          related={[]}
          onOpenPaper={() => undefined}
          onOpenLink={() => undefined}
          onTag={onTag}
          onSearch={onSearch}
        />
        <Legend />
      </main>
    </PapersContext>,
  );
  return { ...view, onTag, onSearch };
}

/** The visible text, without the texts for screen readers only. */
function seen(container: Element): string {
  const copy = container.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
  return copy.textContent;
}

it('the card does not repeat what is under the badge: neither title nor authors nor number', () => {
  const { container } = show(LAMP);
  expect(screen.getByRole('heading', { level: 1, name: LAMP.title })).toBeTruthy();
  const text = seen(container);
  expect(text).not.toContain(LAMP.title);
  expect(text).not.toContain(LAMP.id);
  expect(text).not.toContain('Ada Quill');
});

it('the card has tags that filter the list, and that search all papers', async () => {
  const { onTag, onSearch } = show(LAMP);
  const [tag] = LAMP.tags;
  if (!tag) throw new Error('No tag');
  const tags = within(screen.getByRole('list', { name: 'Tags' }));
  await userEvent.click(tags.getByRole('button', { name: tag.label }));
  expect(onTag).toHaveBeenCalledWith(tag);
  await userEvent.click(tags.getByRole('button', { name: `Search all papers for ${tag.label}` }));
  expect(onSearch).toHaveBeenCalledWith(`tag:${tag.id}`);
});

it('the card has the task in the paper’s own words beside the tags, as text', async () => {
  const { container } = show({ ...READING, printedTask: 'polyp counting' });
  const tags = within(screen.getByRole('list', { name: 'Tags' }));
  expect(tags.getByText('polyp counting').title).toContain('own words');
  expect(tags.queryByRole('button', { name: /polyp counting/ })).toBeNull();
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('a task in the paper’s own words is shown where there are no tags', () => {
  show({ ...READING, tags: [], printedTask: 'polyp counting' });
  expect(screen.getByRole('list', { name: 'Tags' }).textContent).toBe('polyp counting');
});

it.each<[name: string, annotation: Annotation, mark: string, words: string]>([
  ['the catalogue', LAMP, 'curated', 'Annotated by hand'],
  ['a pack', { ...LAMP, provenance: 'automatic' }, 'automatic', 'automatic'],
  ['an abstract', READING, 'page', 'may be wrong'],
  ['a title', { ...READING, isTitleOnly: true, results: [], links: [] }, 'title', 'From the title alone'],
])('the card states its provenance (%s) by the badge’s mark and in words', (_, annotation, mark, words) => {
  const { container } = show(annotation);
  const source = container.querySelector('.card-source');
  expect(source?.querySelector('.badge-mark')?.getAttribute('data-mark')).toBe(mark);
  expect(source?.textContent.toLowerCase()).toContain(words.toLowerCase());
});

it('the card warns if the list shows another version than the one that was read', () => {
  show(LAMP, 7);
  expect(screen.getByText('The list shows v7; numbers may differ.')).toBeTruthy();
});

it('the card has a legend of all marks, and no accessibility problem', async () => {
  const { container } = show(LAMP);
  const legend = within(screen.getByRole('list', { name: 'What the marks mean' }));
  expect(legend.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'by hand',
    'automatic',
    'from this page',
    'met before',
    'from its title',
  ]);
  expect(await findAccessibilityFaults(container)).toEqual([]);
});
