/**
 * What was compiled once from the same sources is not compiled again: both
 * browsers' builds and every rebuild of development take it from a file named
 * after all that it depends on.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { z } from 'zod';

/** Below a project's root; WXT empties its own folders beside it, never this one. */
const FOLDER = '.output/catalogue';

/** What the compiled files depend on, from a project's root: sources, the code that compiles, its libraries. */
const SOURCES = ['data', 'lib/domain', 'package-lock.json'];

/** Compiled already, and copied as it is. */
const PACKS = join('data', 'packs');

/** The compiled catalogue as a build writes it into the extension. */
export interface CompiledFiles {
  /** Faults in the sources, one line each; an extension with one must not ship. */
  readonly faults: readonly string[];
  /** Texts by their names in the extension. */
  readonly files: Readonly<Record<string, string>>;
}

const schema = z.object({ faults: z.array(z.string()), files: z.record(z.string(), z.string()) });

function pathsBelow(root: string, path: string): string[] {
  try {
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(join(root, PACKS) + sep))
      .toSorted();
  } catch {
    // It is a file, or not there: then reading it says so.
    return [join(root, path)];
  }
}

/** One line that changes whenever what is compiled from a project's sources may. */
function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((each) => pathsBelow(root, each))) {
    const content = readFileSync(path);
    hash.update(`${path.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

function readCached(path: string): CompiledFiles | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Not there, or written in part: it is compiled again.
    return undefined;
  }
}

/**
 * The compiled files of the project at `root`, from the cache where it has them, else from `compile`. The newest
 * alone are kept.
 */
export async function compileOnce(
  root: string,
  compile: () => Promise<CompiledFiles>,
): Promise<CompiledFiles> {
  const path = join(root, FOLDER, `${digestOf(root)}.json`);
  const cached = readCached(path);
  if (cached) return cached;
  const compiled = await compile();
  mkdirSync(dirname(path), { recursive: true });
  // Under another name first: two builds may run side by side.
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(compiled));
  renameSync(temporary, path);
  for (const name of readdirSync(dirname(path))) {
    if (name.endsWith('.json') && name !== basename(path)) rmSync(join(dirname(path), name), { force: true });
  }
  return compiled;
}
