/** The shapes of the catalogue's source files, for checking at build time. Nothing of this ships. */
import { z } from 'zod';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { BOUNDED_KINDS, FACETS, LINK_KINDS, RESULT_KINDS, RESULT_ROLES, WAYS } from '@/lib/domain/paper';
import { TAG_FIELDS, TAG_TRAITS } from '@/lib/domain/tag-knowledge';

/** A text that says something: not empty, no white space at its ends, on one line. */
const plain = z
  .string()
  .min(1, 'is empty')
  .refine((text) => text === text.trim() && !/[\n\t]| {2}/.test(text), 'has stray white space');

/** A day that the calendar has, `YYYY-MM-DD`. */
const daySchema = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text),
    'is no day as YYYY-MM-DD',
  );

const isPaperId = (value: unknown): value is PaperId => {
  const parsed = typeof value === 'string' ? parseArxivId(value) : undefined;
  return parsed !== undefined && parsed.id === value && parsed.version === undefined;
};

const unique =
  (message: string) => (items: readonly unknown[], context: z.RefinementCtx<readonly unknown[]>) => {
    for (const [index, item] of items.entries()) {
      if (items.indexOf(item) < index) context.addIssue({ code: 'custom', message, path: [index] });
    }
  };

const resultSchema = z.strictObject({
  metric: plain.nullable(),
  value: plain,
  kind: z.enum(RESULT_KINDS),
  role: z.enum(RESULT_ROLES),
  system: plain.optional(),
  data: plain.optional(),
  target: plain.optional(),
  way: z.enum(WAYS).optional(),
  improves: z.boolean().optional(),
  bounds: z.enum(BOUNDED_KINDS).optional(),
  comparedWith: z.int().min(0).optional(),
  better: z.enum(['higher', 'lower']).optional(),
  anchor: plain.max(120, 'is longer than 120 characters'),
});

/** A paper's file; `PaperRecord` as JSON. The summary may still be empty here: the check tells it apart. */
export const recordSchema = z.strictObject({
  id: z.custom<PaperId>(isPaperId, 'is no canonical arXiv id'),
  title: plain,
  otherTitles: z.array(plain).superRefine(unique('stands there twice')).optional(),
  authors: z.union(
    [
      z.strictObject({ names: z.array(plain).min(1).superRefine(unique('stands there twice')) }),
      z.strictObject({ count: z.int().min(1) }),
      z.strictObject({ organisation: plain }),
    ],
    'must be { names }, { count } or { organisation }',
  ),
  published: daySchema,
  readVersion: z.int().min(1),
  venue: plain.optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'is no DOI')
    .optional(),
  summary: z.string(),
  tags: z.array(z.string()).superRefine(unique('stands there twice')),
  results: z.array(resultSchema),
  links: z.array(z.strictObject({ kind: z.enum(LINK_KINDS), url: z.string(), official: z.boolean() })),
  seeAlso: z.array(z.custom<PaperId>(isPaperId, 'is no canonical arXiv id')).min(1).optional(),
  terms: z.array(z.tuple([plain, z.number().gt(0).max(1)])).min(5, 'has fewer than 5 terms'),
  listing: z.strictObject({ comments: z.int().min(0).optional() }),
});

const forms = z.array(plain).superRefine(unique('stands there twice'));

/** `data/taxonomy.json`; `TagDefinition` says what each field of a tag is for. */
export const taxonomySchema = z.strictObject({
  facets: z.array(z.enum(FACETS)),
  tags: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is no lower-case key with hyphens'),
      facet: z.enum(FACETS),
      label: plain,
      forms: forms.min(1, 'has no form'),
      definition: plain.max(140, 'is longer than 140 characters'),
      field: z.enum(TAG_FIELDS).optional(),
      traits: z.array(z.enum(TAG_TRAITS)).min(1).superRefine(unique('stands there twice')).optional(),
      said: plain.optional(),
      adjective: plain.optional(),
      implies: forms.min(1).optional(),
      categories: forms.min(1).optional(),
      signs: forms.min(1).optional(),
      usual: forms.min(1).optional(),
      faint: forms.min(1).optional(),
      not: forms.min(1).optional(),
      beside: z.record(plain, forms.min(1)).optional(),
    }),
  ),
});

/** `data/catalogue.json`: what the catalogue says of itself. */
export const catalogueSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d{1,3}$/, 'is no version such as 2026.1'),
  date: daySchema,
});

/** A schema's complaints as "field: what is wrong", fields as a reader writes them: `results[2].anchor`. */
export function schemaFaults(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map(({ path, message }) => ({
    field: path.reduce<string>(
      (field, part) =>
        typeof part === 'number' ? `${field}[${part}]` : `${field}${field ? '.' : ''}${String(part)}`,
      '',
    ),
    message,
  }));
}
