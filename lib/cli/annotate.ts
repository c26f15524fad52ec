/**
 * `npm run --silent annotate`: reads requests as NDJSON from standard input and writes one answer for each to
 * standard output, in order. The README describes the formats. With `--explain`, each result that was read has
 * the named rules that decided it; with `--cite`, each answer has the paper's citations.
 */
import { createInterface } from 'node:readline';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { readPaper } from '@/lib/domain/reading';
import { openCataloguePack } from '@/lib/domain/store/catalogue-pack';
import { answerLine, type AnnotateSources } from './annotate-request';
import { createExplainer } from './explainer';
import { readOptions } from './usage-error';
import { printLine } from './print-line';

const { explain, cite } = readOptions(
  { explain: { type: 'boolean', default: false }, cite: { type: 'boolean', default: false } },
  'usage: npm run --silent annotate [-- --explain --cite] < FILE, a request on each line',
);

const assets = buildCatalogue();
const parsed = parseCatalogue(assets.text, assets.taxonomy);
if (!parsed.ok) {
  process.stderr.write(`${parsed.message} Run: npm run --silent catalogue -- check\n`);
  process.exit(1);
}
const { catalogue } = parsed;
const { taxonomy } = catalogue;
const explainer = explain ? createExplainer() : undefined;
const sources: AnnotateSources = {
  store: openCataloguePack(catalogue, { readRelated: async () => assets.relatedAsset }),
  annotator: {
    read: (paper) => {
      const reading = readPaper(paper, taxonomy.tags);
      explainer?.note(paper.abstract, reading.results);
      return reading;
    },
    findTag: (id) => taxonomy.tag(id),
  },
  cites: cite,
  ...(explainer && { whyOf: explainer.whyOf }),
};
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  await printLine(await answerLine(line, sources));
}
