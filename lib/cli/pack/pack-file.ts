/** Writes a pack as one file, for the extension's settings. */
import { zipSync } from 'fflate';

/** Puts a pack's files into one. Equal files give equal bytes. */
export const writePackFile = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  // The files compress well at any level; a fixed time makes the bytes reproducible.
  zipSync(Object.fromEntries(files), { level: 9, mtime: '1990-01-01T12:00:00' });
