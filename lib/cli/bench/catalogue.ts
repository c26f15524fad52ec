/**
 * `npx tsx lib/cli/bench/catalogue.ts [papers…]`: how the time to build the catalogue grows with the number of
 * papers. Larger catalogues are simulated with copies of our records, which share their terms; therefore
 * related papers of a real catalogue of that size are found faster.
 */
import { compileCatalogue } from '@/data/build/compile';
import { computeRelated } from '@/data/build/related-papers';
import { readCatalogueSource } from '@/data/build/source';
import { DATA_FOLDER } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperRecord } from '@/lib/domain/paper';

const SIZES = [71, 1000, 4000];

/** Ids at the end of a month's range, which no paper of the catalogue has. */
function syntheticId(at: number): PaperId {
  const id = parseArxivId(`2312.${90_000 + at}`)?.id;
  if (id === undefined) throw new Error(`${at} makes no id`);
  return id;
}

function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

const { records, tags } = readCatalogueSource(DATA_FOLDER);
const copiesOf = (count: number): PaperRecord[] =>
  Array.from({ length: count }, (_, at) => {
    const record = records[at % records.length];
    if (!record) throw new Error('The catalogue has no papers');
    return at < records.length ? record : { ...record, id: syntheticId(at) };
  });

const named = process.argv.slice(2).map(Number);
let first: number | undefined;
console.log(
  '\nBuilding the catalogue; time is of the processor, ratios are a paper’s time to the first row’s',
);
for (const count of named.length > 0 ? named : SIZES) {
  const papers = copiesOf(count);
  const related = timed(() => computeRelated(papers, tags));
  const compiled = timed(() =>
    compileCatalogue({ records: papers, tags, version: '1', date: '2026-01-01', related: related.value }),
  );
  const read = timed(() => {
    const parsed = parseCatalogue(compiled.value.text);
    return parsed.ok ? parsed.catalogue.all().length : 0;
  });
  const each = (related.ms + compiled.ms + read.ms) / count;
  first ??= each;
  console.log(
    `  ${String(count).padStart(6)} papers  ratio ${(each / first).toFixed(2)}  related ${related.ms.toFixed(0)} ms` +
      `  compile ${compiled.ms.toFixed(0)} ms  read back ${read.value}: ${read.ms.toFixed(0)} ms`,
  );
}
