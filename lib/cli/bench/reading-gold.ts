/** Abstracts labelled by hand, in both forms of the labels. */
import { z } from 'zod';

const names = z.array(z.string()).default([]);
const isOptional = z.boolean().default(false);

/** The form of one labelled number. */
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
/** One labelled number. In the first form of the labels `system`, `data` and `target` are undefined: nobody looked. */
export type GoldResult = z.infer<typeof GoldResult>;

/** The labels: one record a paper. What only one labelling had is in the `…Optional` fields and counts neither way. */
export const GoldPapers = z.array(
  z.object({
    id: z.string(),
    set: z.enum(['medical', 'general']),
    title: z.string(),
    abstract: z.string(),
    // Null where the record that was labelled had none.
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
/** A paper with what people read in its abstract. */
export type GoldPaper = z.infer<typeof GoldPapers>[number];
