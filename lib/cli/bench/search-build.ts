/**
 * Builds one engine's index in a process of its own, writes it to a file, and prints its CPU time:
 * `search-build.ts ENGINE PAPERS INDEX`. `PAPERS` is a file that `search.ts` wrote.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { SearchablePaper } from '@/lib/domain/search';
import { isEngine, SEARCH_ENGINES } from './search-engines';

const PAPERS = z.array(z.custom<SearchablePaper>());

const [name = '', papersFile = '', indexFile = ''] = process.argv.slice(2);
if (!isEngine(name)) throw new Error(`there is no engine "${name}"`);
const papers = PAPERS.parse(JSON.parse(readFileSync(papersFile, 'utf8')));
const before = process.cpuUsage();
const bytes = await SEARCH_ENGINES[name].build(papers);
const { user, system } = process.cpuUsage(before);
const buildMs = (user + system) / 1000;
writeFileSync(indexFile, bytes);
console.log(JSON.stringify({ buildMs, bytes: bytes.length }));
