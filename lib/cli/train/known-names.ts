/**
 * Finds names of datasets and systems in the corpus: a name that is often followed by "dataset" or "benchmark"
 * is data, one followed by "model" or "outperforms" is a system. Labelled papers are left out, so that nothing
 * is learned from the abstracts on which the annotator is measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { GoldPapers } from '@/lib/cli/bench/reading-gold';
import { CORPUS, parseDocument, readRows } from '@/lib/cli/corpus';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { isNameWord } from '@/lib/domain/reading/names/word-facts';
import { readHeldBack, readHeldBackLater, readHeldBackOtherFields, readOwnLabels } from './labels';

const FILE = 'lib/domain/reading/names/known-names.json';

/**
 * The minimum number of papers that use a name this way, and the minimum ratio to those that use it the other
 * way.
 */
const LEAST = { data: 3, system: 4 } as const;

const NAME = String.raw`([\p{L}\d][\p{L}\d+._-]*)`;
const DATA = new RegExp(
  `${NAME}(?: \\d{4})? (?:datasets?|data set|benchmarks?|corpus|database|challenge|leaderboard|cohort|(?:test|validation) sets?)(?![\\p{L}])`,
  'gu',
);
const SYSTEM = new RegExp(
  `${NAME} (?:models?|network|architecture|framework|backbone|encoder|classifier|algorithm|baseline|agent|policy|detector|optimizer|transformer|achieve[sd]?|outperform(?:s|ed)|surpasses)(?![\\p{L}])|(?:outperform(?:s|ing)|surpass(?:es|ing)|than|over) ${NAME}(?![\\p{L}])`,
  'gu',
);
/** Compounds that qualify a noun and are no names: "LLM-based", "Physics-Informed". */
const QUALIFIER =
  /-(?:based|aware|driven|guided|level|style|free|enhanced|augmented|powered|like)$|^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/iu;

const isName = (word: string): boolean => isNameWord(word) && !word.endsWith('.') && !QUALIFIER.test(word);

/** The ids of all labelled papers. */
async function findLabelledIds(): Promise<ReadonlySet<string>> {
  const gold = ['dev.json', 'dev2.json']
    .map((name) => `../shared/gold/${name}`)
    .filter((path) => existsSync(path))
    .flatMap((path) => GoldPapers.parse(JSON.parse(readFileSync(path, 'utf8'))));
  const own = await Promise.all([
    readOwnLabels(),
    readHeldBack(),
    readHeldBackLater(),
    readHeldBackOtherFields(),
  ]);
  return new Set([...gold, ...own.flat()].map(({ id }) => id));
}

const IS_READ = /^(?:cs|eess|stat|q-bio|physics\.med)/;

/** Counts the papers that use each name as data and as a system. */
async function count(): Promise<Readonly<Record<'data' | 'system', ReadonlyMap<string, number>>>> {
  const left = await findLabelledIds();
  const counts = { data: new Map<string, number>(), system: new Map<string, number>() };
  for await (const row of readRows(CORPUS)) {
    const document = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof document === 'string' || left.has(document.id)) continue;
    const { categories, abstract } = document;
    if (categories.length > 0 && !categories.some((one) => IS_READ.test(one))) continue;
    const { text } = cleanText(abstract);
    for (const [sort, form] of [
      ['data', DATA],
      ['system', SYSTEM],
    ] as const) {
      const names = new Set(Array.from(text.matchAll(form), ([, one, two]) => one ?? two ?? ''));
      for (const name of names) if (isName(name)) counts[sort].set(name, (counts[sort].get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** The names that enough papers use in one way and few in the other, sorted. */
const pick = (
  these: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
  least: number,
): readonly string[] =>
  [...these]
    .filter(([name, often]) => often >= least && often >= least * (others.get(name) ?? 0))
    .map(([name]) => name)
    .toSorted((a, b) => (a < b ? -1 : 1));

/** Finds the names and writes them; the same corpus gives the same bytes. */
export async function writeKnownNames(): Promise<void> {
  const { data, system } = await count();
  const known = { data: pick(data, system, LEAST.data), system: pick(system, data, LEAST.system) };
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(known), options));
  console.log(`${FILE}: written`);
}
