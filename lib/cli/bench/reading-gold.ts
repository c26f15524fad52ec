/** The schema of abstracts labelled by hand, for both versions of the labels. */
import { z } from 'zod';

const names = z.array(z.string()).default([]);
const isOptional = z.boolean().default(false);

/** The schema of a labelled number. */
export const GoldResult = z
  .object({
    quote: z.string(),
    value: z.string(),
    metric: z.string().nullable(),
    metricAlt: names,
    metricOptional: isOptional,
    kind: z.string(),
    role: z.string(),
    system: z.string().nullable().optional(),
    systemAlt: names,
    systemOptional: isOptional,
    data: z.string().nullable().optional(),
    dataAlt: names,
    dataOptional: isOptional,
    target: z.string().nullable().optional(),
    targetAlt: names,
    targetOptional: isOptional,
    way: z.enum(['up', 'down']).optional(),
    better: z.boolean().optional(),
    bounds: z.enum(['level', 'change', 'ratio']).optional(),
  })
  .readonly();
/**
 * A labelled number. In the first version of the labels `system`, `data` and `target` are undefined, because
 * they were not labelled.
 */
export type GoldResult = z.infer<typeof GoldResult>;

/**
 * The schema of a label file, with one record for each paper. What only one of two annotators labelled is in
 * the `…Optional` fields, and counts neither as right nor as wrong.
 */
export const GoldPapers = z.array(
  z.object({
    id: z.string(),
    set: z.enum(['medical', 'general']),
    title: z.string(),
    abstract: z.string(),
    // Null if the labelled record had none.
    categories: z
      .array(z.string())
      .nullable()
      .transform((categories) => categories ?? []),
    results: z.array(GoldResult),
    resultsOptional: z.array(GoldResult).default([]),
    links: z.array(z.string()),
    contribution: z.array(z.string()),
    contributionOptional: names,
    tasks: names,
    modalities: names,
    modalitiesOptional: names,
  }),
);
/** A paper with the labels of its abstract. */
export type GoldPaper = z.infer<typeof GoldPapers>[number];
