/**
 * The packs' command line:
 *   npm run --silent pack -- build --from FILE… --name NAME [--out FOLDER] [--limit N] [--zipped BYTES]
 *   npm run --silent pack -- merge FOLDER… --name NAME [--out FOLDER]
 *   npm run --silent pack -- file FOLDER [--out FILE]
 *   npm run --silent pack -- info FOLDER | check FOLDER | diff FOLDER FOLDER
 * Exit codes: 0, 1 for faults and differences, 2 for misuse.
 */
import { runPack } from './commands';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  process.exitCode = await runPack(process.argv.slice(2), {
    say: (line) => void process.stdout.write(`${line}\n`),
    tell,
  });
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
