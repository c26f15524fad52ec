/** A copy of the built extension that does what the extension must not, to show that it would be seen. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION } from './firefox';

/** Makes a copy without a policy whose background asks for this address; returns its folder. */
export function copyThatAsks(address: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
  cpSync(EXTENSION, copy, { recursive: true });
  const { content_security_policy: _, ...manifest } = JSON.parse(
    readFileSync(join(copy, 'manifest.json'), 'utf8'),
  );
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(copy, 'background.js'), `fetch('${address}').catch(() => undefined);`);
  return copy;
}
