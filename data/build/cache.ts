/**
 * Caches the compiled catalogue: both browsers' builds and every rebuild during development reuse a file
 * named after a hash of everything on which it depends.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { z } from 'zod';

/** In a project's root; WXT empties its own folders beside it, but not this one. */
const FOLDER = '.output/catalogue';

/**
 * What the compiled files depend on, relative to a project's root: sources, the code that compiles them,
 * libraries.
 */
const SOURCES = ['data', 'lib/domain', 'package-lock.json'];

/** Already compiled, and copied as it is. */
const PACKS = join('data', 'packs');

/** The compiled catalogue as a build writes it into the extension. */
export interface CompiledFiles {
  /** Faults in the sources, one line each; a build with any must not ship. */
  readonly faults: readonly string[];
  /** Texts by file name in the extension. */
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
    // Not a folder: a file, or missing, which reading it will show.
    return [join(root, path)];
  }
}

/** A hash of everything on which the compiled files depend. */
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
    // Missing or incomplete, so it is compiled again.
    return undefined;
  }
}

/**
 * The compiled files of the project at `root`, from the cache if possible, otherwise from `compile`. Only the
 * newest are kept.
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
  // Written under a temporary name first, since two builds may run at once.
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(compiled));
  renameSync(temporary, path);
  for (const name of readdirSync(dirname(path))) {
    if (name.endsWith('.json') && name !== basename(path)) rmSync(join(dirname(path), name), { force: true });
  }
  return compiled;
}
