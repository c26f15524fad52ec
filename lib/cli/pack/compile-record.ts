/** Compiles a source's record for a pack, with the extension's own annotator, as for a page. */
import { readVenue } from '@/lib/domain/cite/read-venue';
import { plainTitle } from '@/lib/domain/pack/plain-title';
import type { PackRecord } from '@/lib/domain/pack/record';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { levelTerms } from '@/lib/domain/related/term-levels';
import type { RelatedModel } from '@/lib/domain/related/model';
import { packNibbles } from '@/lib/domain/related/nibbles';
import { vectorOfText } from '@/lib/domain/related/query-paper';
import type { TermLevel } from '@/lib/domain/search/paper';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { normaliseText } from '@/lib/domain/text';
import type { SourceRecord } from './source-record';

/** A compiled paper: its record, the terms of its abstract, and its priority. */
export interface CompiledPaper {
  readonly record: PackRecord;
  readonly terms: readonly TermLevel[];
  /** The vector in the format of `packNibbles`, as base64. */
  readonly vector: string;
  /** Lower numbers are selected first; see `CHOICE`. */
  readonly choice: number;
}

/** The order in which papers are selected, as text for the manifest. */
export const CHOICE =
  'in this order: medical imaging and vision-language models; papers with upvotes on Hugging Face; papers with ' +
  'code; then cs.CV, cs.CL, cs.LG, cs.AI, eess.IV, cs.RO, cs.IR and cs.SD; then all others; the newest first in each';

const FIELDS = new Set(['cs.CV', 'cs.CL', 'cs.LG', 'cs.AI', 'eess.IV', 'cs.RO', 'cs.IR', 'cs.SD']);
const MEDICAL = new Set(['eess.IV', 'physics.med-ph', 'q-bio.QM', 'q-bio.TO']);
/** Modalities that do not by themselves make a paper medical. */
const EVERYDAY = new Set(['video', 'natural-images', 'speech', 'microscopy']);
const VISION_LANGUAGE = new Set([
  'vision-language-model',
  'vision-language-pretraining',
  'visual-question-answering',
  'clip',
]);

const isOfTheField = (
  tags: readonly string[],
  categories: readonly string[],
  findTag: (id: string) => TagDefinition | undefined,
): boolean =>
  tags.some((id) => {
    const facet = findTag(id)?.facet;
    if (VISION_LANGUAGE.has(id) || facet === 'anatomy') return true;
    return facet === 'modality' && !EVERYDAY.has(id);
  }) || categories.some((category) => MEDICAL.has(category));

/** Addresses, and the names in them, are no terms of the paper's subject. */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+/gi, ' ');

const clean = (text: string): string => text.replace(/[\t\n\r]/g, ' ');

/** Creates the compiler from a taxonomy and a table of inverse document frequencies. */
export const createCompiler = (
  taxonomy: readonly TagDefinition[],
  idf: InverseDocumentFrequency,
  model: RelatedModel,
): ((source: SourceRecord) => CompiledPaper) => {
  const definitions = new Map(taxonomy.map((tag) => [tag.id, tag]));
  return (source) => {
    const { id, title, abstract, authors, categories, published, comments, journal, doi } = source;
    const reading = readPaper({ title, abstract, categories, comments }, taxonomy);
    const tags = [...new Set([...reading.tags.map((tag) => tag.id), ...reading.contribution])];
    const record: PackRecord = {
      id,
      title: plainTitle(normaliseText(title)),
      authors: authors.map(clean),
      published,
      categories,
      tags,
      results: reading.results,
      links: reading.links.map(({ kind, url, official }) => ({ kind, url, official })),
      venue: clean(journal || (readVenue(comments) ?? '')),
      doi,
    };
    const hasCode = source.hasCode || record.links.some(({ kind }) => kind === 'code');
    const order = [
      isOfTheField(tags, categories, (tag) => definitions.get(tag)),
      source.upvotes > 0,
      hasCode,
      categories.some((category) => FIELDS.has(category)),
    ];
    const choice = order.indexOf(true);
    const text = withoutAddresses(abstract);
    return {
      record,
      terms: levelTerms(title, text, idf),
      vector: Buffer.from(packNibbles(vectorOfText(title, text, model))).toString('base64'),
      choice: choice < 0 ? order.length : choice,
    };
  };
};
