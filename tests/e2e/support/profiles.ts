/** Vitest's global set-up of the browser tests: one folder for all profiles, deleted after the run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROFILES_FOLDER } from './profiles-folder';

/** A browser shared by files ends with its process, which leaves no time to delete its profile. */
export default function keepProfilesTogether(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-profiles-'));
  process.env[PROFILES_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
