/**
 * `npm run --silent annotate`: requests as NDJSON on standard input, answers as
 * NDJSON on standard output, one line each and in order. README has the forms.
 */
import { createInterface } from 'node:readline';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { readPaper } from '@/lib/domain/reading';
import { openCataloguePack } from '@/lib/domain/store/catalogue-pack';
import { answerLine, type AnnotateSources } from './annotate-request';
import { readOptions } from './misuse';
import { printLine } from './print-line';

readOptions({}, 'usage: npm run --silent annotate < FILE, a request on each line');

const assets = buildCatalogue();
const parsed = parseCatalogue(assets.text, assets.taxonomy);
if (!parsed.ok) {
  process.stderr.write(`${parsed.message} Run: npm run --silent catalogue -- check\n`);
  process.exit(1);
}
const { catalogue } = parsed;
const { taxonomy } = catalogue;
const sources: AnnotateSources = {
  store: openCataloguePack(catalogue, { readRelated: async () => assets.relatedAsset }),
  annotator: {
    read: (paper) => readPaper(paper, taxonomy.tags),
    findTag: (id) => taxonomy.tag(id),
  },
};
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  await printLine(await answerLine(line, sources));
}
