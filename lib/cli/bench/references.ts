/**
 * Measures the bibliography adapter on labelled citations in saved full texts: the entry that a link points to,
 * its key, title and arXiv id. Composed pages are scored separately, since they are no evidence for arXiv's.
 *
 *   npx tsx lib/cli/bench/references.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { z } from 'zod';
import { readReferences, type Reference } from '@/lib/domain/references';
import { fullTextOf } from '@/lib/sites/full-texts';

const PAGES = '../shared/pages/D-html-full/';

/** A labelled citation: the entry that it points to, and what that entry prints. */
const Labels = z.array(
  z.object({
    page: z.string(),
    bibId: z.string(),
    label: z.string(),
    title: z.string().nullable(),
    arxivInEntry: z.array(z.object({ id: z.string() })),
  }),
);
type Label = z.infer<typeof Labels>[number];

function readPage(file: string): ReadonlyMap<string, Reference> {
  const adapter = fullTextOf({ kind: 'html' })?.references;
  const dom = new JSDOM(readFileSync(PAGES + file, 'utf8'), { url: 'https://arxiv.org/html/2401.00001' });
  try {
    const { document } = dom.window;
    const entries = adapter?.findEntries(document).map(adapter.readEntry) ?? [];
    const citations = adapter?.findCitations(document).map(adapter.readCitation) ?? [];
    return new Map(readReferences(entries, citations).map((each) => [each.anchor, each]));
  } finally {
    dom.window.close();
  }
}

/** Whether the page was composed by us. */
const isOwn = ({ page }: Label): boolean => page.startsWith('COMPOSED');

/** Compares each scored field of an entry with its label. */
const CHECKS: Readonly<Record<string, (found: Reference | undefined, label: Label) => boolean>> = {
  entry: (found) => found !== undefined,
  key: (found, { label }) => found?.key === label,
  title: (found, { title }) => (found?.title ?? null) === title,
  'arXiv id': (found, { arxivInEntry }) => found?.paperId === arxivInEntry[0]?.id,
  'cited somewhere': (found) => (found?.citedAt.length ?? 0) > 0,
};

function printScores(): void {
  if (!existsSync(PAGES)) {
    console.log(`skipped: ${PAGES} is not there`);
    return;
  }
  const labels = Labels.parse(JSON.parse(readFileSync(`${PAGES}gold-citations.json`, 'utf8')));
  const pages = new Map([...new Set(labels.map(({ page }) => page))].map((page) => [page, readPage(page)]));
  const groups = [
    ['real pages', labels.filter((label) => !isOwn(label))],
    ['pages of our making', labels.filter(isOwn)],
  ] as const;
  console.log(
    `${'labelled citations'.padEnd(22)}${Object.keys(CHECKS)
      .map((name) => name.padEnd(17))
      .join('')}`,
  );
  for (const [name, group] of groups) {
    const shares = Object.values(CHECKS).map((isRight) => {
      const right = group.filter((label) => isRight(pages.get(label.page)?.get(label.bibId), label)).length;
      return `${(right / group.length).toFixed(3)} of ${group.length}`.padEnd(17);
    });
    console.log(`${name.padEnd(22)}${shares.join('')}`);
  }
  console.log('\nentries of those pages');
  for (const [page, references] of pages) {
    const all = [...references.values()];
    const count = (has: (each: Reference) => boolean): string => String(all.filter(has).length);
    console.log(
      `  ${page.padEnd(48)}${all.length} entries, ${count(({ paperId }) => paperId !== undefined)} with an arXiv id, ` +
        `${count(({ title }) => title !== undefined)} with a title, ${count(({ year }) => year !== undefined)} with a year`,
    );
  }
}

printScores();
