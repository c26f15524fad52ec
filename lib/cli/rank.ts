/**
 * `npm run --silent rank -- --corpus FILE --queries FILE --mode search|related --top N`
 *
 * Ranks a corpus with the extension's own engines. Corpora are JSONL, `{id,title,abstract}`; queries
 * `{id,text}` or `{id,title,abstract}`; gzipped or not. Prints one line for each query,
 * `{"query","hits":[{"id","score"}]}`. Bad rows are reported on standard error with file and line, and skipped.
 */
import { parseDocument, readCorpus, readRows } from '@/lib/cli/corpus';
import { createRelatedRanker, createSearchRanker } from '@/lib/cli/rankers';
import type { Ranker } from '@/lib/cli/rankers';
import { readOptions, exitWithUsageError } from './usage-error';
import { printLine } from './print-line';

const USAGE = 'usage: rank --corpus FILE --queries FILE --mode search|related [--top N]';

interface Options {
  readonly corpus: string;
  readonly queries: string;
  readonly mode: 'search' | 'related';
  readonly top: number;
}

const readRequest = (): Options => {
  const { corpus, queries, mode, top } = readOptions(
    {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      mode: { type: 'string', default: 'search' },
      top: { type: 'string', default: '10' },
    },
    USAGE,
  );
  if (corpus === undefined || queries === undefined)
    exitWithUsageError('--corpus and --queries are needed', USAGE);
  if (mode !== 'search' && mode !== 'related') exitWithUsageError(`there is no mode "${mode}"`, USAGE);
  if (!/^[1-9]\d*$/.test(top)) exitWithUsageError(`"${top}" is no number of hits`, USAGE);
  return { corpus, queries, mode, top: Number(top) };
};

const warn = (text: string): void => void process.stderr.write(`${text}\n`);

const rank = async ({ corpus, queries, mode, top }: Options): Promise<void> => {
  const documents = await readCorpus(corpus, {
    onFault: (line, fault) => warn(`${corpus}:${line}: ${fault}; skipped`),
  });
  const create = { search: createSearchRanker, related: createRelatedRanker }[mode];
  const ranker: Ranker = create(documents);
  for await (const row of readRows(queries)) {
    const query = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof query === 'string') {
      warn(`${queries}:${row.line}: ${query}; skipped`);
      continue;
    }
    const hits = ranker(query, top).map(({ id, score }) => ({ id, score: Math.round(score * 1e6) / 1e6 }));
    await printLine({ query: query.id, hits });
  }
};

try {
  await rank(readRequest());
} catch (error) {
  // An unreadable file is a mistake of the user, who needs the message without a stack trace.
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
