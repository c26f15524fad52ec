/**
 * `npm run --silent annotate`: requests as NDJSON on standard input, answers as
 * NDJSON on standard output, one line each and in order. README has the forms.
 */
import { createInterface } from 'node:readline';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { readPaper } from '@/lib/domain/reading';
import { openRelatedAsset } from '@/lib/domain/related/asset';
import { answerLine } from './annotate-request';
import { readOptions } from './misuse';
import { printLine } from './print-line';

readOptions({}, 'usage: npm run --silent annotate < FILE, a request on each line');

const { text, taxonomy, relatedAsset } = buildCatalogue();
const parsed = parseCatalogue(text, taxonomy);
if (!parsed.ok) {
  process.stderr.write(`${parsed.message} Run: npm run --silent catalogue -- check\n`);
  process.exit(1);
}
const { catalogue } = parsed;
const sources = {
  catalogue,
  readers: {
    read: (paper: Parameters<typeof readPaper>[0]) => readPaper(paper, catalogue.header.tags),
    findRelated: openRelatedAsset(relatedAsset, catalogue) ?? (() => []),
  },
};
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  await printLine(answerLine(line, sources));
}
