// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { EntryLine } from '@/lib/domain/entry';
import { createBadge } from '@/lib/shared/listing/badge';

const LINE: EntryLine = { provenance: 'automatic', results: 0, hasCode: true, tags: [] };

const markupOf = (line: EntryLine): string =>
  createBadge(line, { place: 'line', theme: 'light' }).host.outerHTML;

it.each<[string, Partial<EntryLine>]>([
  ['saved', { marks: { saved: true, status: 'read' } }],
  ['met', { provenance: 'met' }],
  ['in a pack of the user’s', { provenance: 'automatic' }],
  ['near to saved ones', { near: { title: 'Retinal lamps', reasons: ['glaucoma'] } }],
  ['watched for', { watched: ['lamps'] }],
])('the page cannot read from a badge that the paper is %s', (_, change) => {
  expect(markupOf({ ...LINE, ...change })).toBe(markupOf({ ...LINE, provenance: 'page' }));
});
