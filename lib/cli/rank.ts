/**
 * `npm run --silent rank -- --corpus FILE --queries FILE --mode search|related --top N`
 *
 * Ranks a corpus with the extension's own engines. Corpora hold one JSON object
 * a line, `{id,title,abstract}`; queries `{id,text}` or `{id,title,abstract}`;
 * gzipped or not. Prints one line a query, `{"query","hits":[{"id","score"}]}`.
 * A bad row is told on standard error with its file and line, and skipped.
 */
import { parseArgs } from 'node:util';
import { parseDocument, readCorpus, readRows } from '@/lib/cli/corpus';
import { createRelatedRanker, createSearchRanker } from '@/lib/cli/rankers';
import type { Ranker } from '@/lib/cli/rankers';

const USAGE = 'usage: rank --corpus FILE --queries FILE --mode search|related [--top N]';

interface Options {
  readonly corpus: string;
  readonly queries: string;
  readonly mode: 'search' | 'related';
  readonly top: number;
}

const readOptions = (args: readonly string[]): Options | string => {
  let values: { corpus?: string | undefined; queries?: string | undefined; mode: string; top: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        queries: { type: 'string' },
        mode: { type: 'string', default: 'search' },
        top: { type: 'string', default: '10' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { corpus, queries, mode } = values;
  const top = Number(values.top);
  if (corpus === undefined || queries === undefined) return '--corpus and --queries are needed';
  if (mode !== 'search' && mode !== 'related') return `there is no mode "${mode}"`;
  if (!Number.isInteger(top) || top < 1) return `"${values.top}" is no number of hits`;
  return { corpus, queries, mode, top };
};

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const print = async (value: unknown): Promise<void> => {
  // A reader that is slower than we are must not make the output pile up.
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
};

const rank = async ({ corpus, queries, mode, top }: Options): Promise<void> => {
  const documents = await readCorpus(corpus, {
    onFault: (line, fault) => say(`${corpus}:${line}: ${fault}; skipped`),
  });
  const create = { search: createSearchRanker, related: createRelatedRanker }[mode];
  const ranker: Ranker = create(documents);
  for await (const row of readRows(queries)) {
    const query = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof query === 'string') {
      say(`${queries}:${row.line}: ${query}; skipped`);
      continue;
    }
    const hits = ranker(query, top).map(({ id, score }) => ({ id, score: Math.round(score * 1e6) / 1e6 }));
    await print({ query: query.id, hits });
  }
};

// A reader that has seen enough, as `head` has, is no fault.
process.stdout.on('error', () => process.exit(0));

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  say(`${options}\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await rank(options);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
