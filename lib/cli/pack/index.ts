/**
 * The command line of packs:
 *   npm run --silent pack -- build --from FILE… --name NAME [--out FOLDER] [--limit N] [--zipped BYTES]
 *   npm run --silent pack -- merge FOLDER… --name NAME [--out FOLDER]
 *   npm run --silent pack -- file FOLDER [--out FILE]
 *   npm run --silent pack -- info FOLDER | check FOLDER | diff FOLDER FOLDER
 * Exit codes: 0, 1 for faults and differences, 2 for wrong usage.
 */
import { runPack } from './commands';

const warn = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  process.exitCode = await runPack(process.argv.slice(2), {
    print: (line) => void process.stdout.write(`${line}\n`),
    warn,
  });
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
