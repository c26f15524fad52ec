/** Reads a zip package, to check what a store would receive. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/** The names and contents of the files in a package, in its order, without folders. Throws if it is no zip. */
export function readZip(path: string): ReadonlyMap<string, Buffer> {
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(readFileSync(path));
  } catch (error) {
    throw new Error(`${path} is no zip`, { cause: error });
  }
  return new Map(
    Object.entries(files).flatMap(([name, content]) =>
      name.endsWith('/') ? [] : [[name, Buffer.from(content)]],
    ),
  );
}
