/**
 * What a paper's text says about a table, as facts instead of sentences. The reader takes no more from it than which names
 * in the headers are called systems or something else, the one metric that is said to be measured, and what short forms
 * mean. A set keeps what the reader's own functions took from the text once, so it measures what is made of these facts, not
 * how well they are found.
 */
import { z } from 'zod';
import { cleanLabel } from '@/lib/domain/tables/labels';
import { isName } from '@/lib/domain/tables/axes/elsewhere';
import { saidIn } from '@/lib/domain/tables/axes/said-in-text';
import { findMeanings } from '@/lib/domain/tables/meanings';
import { measureIn } from '@/lib/domain/tables/named-in-text';

/** The facts as they stand in a file: names as printed, short forms with their meanings. */
export const Said = z.strictObject({
  systems: z.array(z.string()),
  /** Called data, metrics or what else systems are tried on. */
  others: z.array(z.string()),
  metric: z.string().optional(),
  meanings: z.array(z.tuple([z.string(), z.string()])),
});
/** What a text says about a table. */
export type Said = z.infer<typeof Said>;

/** Takes the facts that these texts tell of a table with these cells. */
export function takeSaid(texts: readonly string[], cells: readonly string[]): Said {
  const names = [...new Set(cells.map(cleanLabel))].filter(isName);
  const said: Said = { systems: [], others: [], meanings: [] };
  for (const text of names) {
    // One at a time, because the reader looks for a limited number of names.
    const label = { axis: 'rows', level: 0, through: 0, text, isCited: false } as const;
    const { systems, others } = saidIn(texts, [{ at: 0, labels: [label] }]);
    if (systems.size > 0) said.systems.push(text);
    if (others.size > 0) said.others.push(text);
  }
  const words = new Set(cells.flatMap((text) => text.split(/[\s()[\],/]+/)));
  for (const [short, meaning] of findMeanings(texts))
    if (words.has(short)) said.meanings.push([short, meaning]);
  const [metric] = texts.flatMap((text) => measureIn(text, new Set())?.printed ?? []);
  return metric === undefined ? said : { ...said, metric };
}

/** So many metrics say nothing of a table's own; without them a meaning that is a metric would be taken for it. */
const NO_SINGLE_METRIC = 'We report accuracy, BLEU, perplexity and latency.';

/** A paragraph of our own that tells the reader these facts. */
export const tellSaid = ({ systems, others, metric, meanings }: Said): string =>
  [
    // Long enough that no name stands where a paragraph says what it is about.
    'The following is what the paper says of this table.',
    metric === undefined ? NO_SINGLE_METRIC : `We report ${metric}.`,
    ...systems.map((name) => `${name} outperforms the rest.`),
    ...others.map((name) => `It holds on the ${name} dataset.`),
    ...meanings.map(([short, meaning]) => `${short} denotes ${meaning}.`),
  ].join(' ');
