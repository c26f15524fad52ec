/** The schemas of the catalogue's source files, for the check at build time. Not shipped. */
import { z } from 'zod';
import { FACETS, PAPER_RECORD } from '@/lib/domain/paper';
import type { PaperRecord } from '@/lib/domain/paper';
import { guardOf, TEXT_RULES } from '@/lib/domain/schema';
import type { Form, WritingRule } from '@/lib/domain/schema';
import { TAG_FIELDS, TAG_TRAITS } from '@/lib/domain/tag-knowledge';

type FormOf<Kind extends Form['is']> = Extract<Form, { is: Kind }>;

const isPaperRecord = guardOf(PAPER_RECORD);

const WRITING_RULES: Readonly<Record<WritingRule, (text: string) => boolean>> = {
  /** Not empty, on one line, without white space at its ends. */
  plain: (text) => text !== '' && text === text.trim() && !/[\n\t]| {2}/.test(text),
  /** An existing date, `YYYY-MM-DD`. */
  day: (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text),
  /** https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
  doi: (text) => /^10\.\d{4,9}\/\S+$/.test(text),
};
const RULES = { ...TEXT_RULES, ...WRITING_RULES };

const TEXT_FAULTS: Readonly<Record<keyof typeof RULES, string>> = {
  plain: 'has stray white space',
  day: 'is no day as YYYY-MM-DD',
  doi: 'is no DOI',
  https: 'is no https address',
  paperId: 'is no canonical arXiv id',
};

const plain = zodOfText({ is: 'text', written: 'plain' });

const daySchema = z.string().refine((value) => RULES.day(value), TEXT_FAULTS.day);

const unique =
  (message: string) => (items: readonly unknown[], context: z.RefinementCtx<readonly unknown[]>) => {
    for (const [index, item] of items.entries()) {
      if (items.indexOf(item) < index) context.addIssue({ code: 'custom', message, path: [index] });
    }
  };

function zodOfText({ rule, written, most }: FormOf<'text'>): z.ZodType<string, string> {
  const limited = most === undefined ? z.string() : z.string().max(most, `is longer than ${most} characters`);
  return [rule, written].reduce<z.ZodType<string, string>>(
    (schema, name) =>
      name === undefined
        ? schema
        : schema.refine((value) => RULES[name](value), {
            error: ({ input }) => (input === '' ? 'is empty' : TEXT_FAULTS[name]),
          }),
    limited,
  );
}

function zodOfNumber({ above, most }: FormOf<'number'>): z.ZodType {
  const least = above === undefined ? z.number() : z.number().gt(above);
  return most === undefined ? least : least.max(most);
}

function zodOfList({ of, least = 0, distinct }: FormOf<'list'>): z.ZodType {
  const items = z.array(zodOf(of)).min(least, `has fewer than ${least} items`);
  return distinct ? items.superRefine(unique('stands there twice')) : items;
}

/** An object by its required fields: "{ names }". */
const nameForm = (form: Form): string =>
  form.is === 'object'
    ? `{ ${Object.keys(form.fields)
        .filter((name) => form.fields[name]?.is !== 'optional')
        .join(', ')} }`
    : form.is;

/**
 * Converts a schema of `lib/domain` to zod, which names each fault by its field. Here unknown fields are
 * faults.
 */
function zodOf(form: Form): z.ZodType {
  switch (form.is) {
    case 'text':
      return zodOfText(form);
    case 'number':
      return zodOfNumber(form);
    case 'whole':
      return z.int().min(form.least);
    case 'boolean':
      return z.boolean();
    case 'choice':
      return z.enum(form.of);
    case 'list':
      return zodOfList(form);
    case 'pair':
      return z.tuple([zodOf(form.first), zodOf(form.second)]);
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, zodOf(field)])),
      );
    case 'either':
      return z.union(form.of.map(zodOf), `must be ${form.of.map(nameForm).join(' or ')}`);
    case 'nullable':
      return zodOf(form.of).nullable();
    case 'optional':
      break;
  }
  return zodOf(form.of).optional();
}

/** A paper's file. The summary may be empty here; the check reports that separately. */
export const recordSchema = zodOf(PAPER_RECORD).transform((value, context): PaperRecord => {
  if (isPaperRecord(value)) return value;
  context.addIssue({ code: 'custom', message: 'is no paper record' });
  return z.NEVER;
});

const forms = z.array(plain).superRefine(unique('stands there twice'));

/** `data/taxonomy.json`; `TagDefinition` describes the fields of a tag. */
export const taxonomySchema = z.strictObject({
  facets: z.array(z.enum(FACETS)),
  tags: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is no lower-case key with hyphens'),
      facet: z.enum(FACETS),
      label: plain,
      forms: forms.min(1, 'has no form'),
      definition: zodOfText({ is: 'text', written: 'plain', most: 140 }),
      field: z.enum(TAG_FIELDS).optional(),
      traits: z.array(z.enum(TAG_TRAITS)).min(1).superRefine(unique('stands there twice')).optional(),
      said: plain.optional(),
      adjective: plain.optional(),
      implies: forms.min(1).optional(),
      categories: forms.min(1).optional(),
      methods: forms.min(1).optional(),
      signs: forms.min(1).optional(),
      usual: forms.min(1).optional(),
      withDisease: forms.min(1).optional(),
      withImages: forms.min(1).optional(),
      faint: forms.min(1).optional(),
      vague: forms.min(1).optional(),
      archives: forms.min(1).optional(),
      not: forms.min(1).optional(),
      beside: z.record(plain, forms.min(1)).optional(),
    }),
  ),
});

/** `data/catalogue.json`: facts about the catalogue. */
export const catalogueSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d{1,3}$/, 'is no version such as 2026.1'),
  date: daySchema,
});

/** The faults of a schema as "field: message", with fields in JavaScript's notation: `results[2].anchor`. */
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
