import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv2'];

describe.each(BUILDS)('%s', (folder) => {
  const isBuilt = existsSync(join(folder, 'manifest.json'));
  const read = (file: string): Buffer => readFileSync(join(folder, file));

  test.skipIf(!isBuilt)('the script that every matching page gets stays within 20 kB, 7 kB packed', () => {
    const script = read('content-scripts/page.js');
    expect(script.length).toBeGreaterThan(1000);
    expect(script.length).toBeLessThanOrEqual(20_000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(7_000);
  });

  test.skipIf(!isBuilt)('what papers’ pages load on top holds no library', () => {
    const script = read('sidebar.js').toString();
    expect(script.length).toBeLessThanOrEqual(30_000);
    for (const name of ['react', 'zod', 'minisearch', 'webextension-polyfill']) {
      expect(script.toLowerCase()).not.toContain(name);
    }
  });

  test.skipIf(!isBuilt)('asks for two hosts and the least of permissions', () => {
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(read('manifest.json').toString());
    const permissions = [manifest['permissions'], manifest['host_permissions'] ?? []].flat();
    expect({
      permissions,
      csp: manifest['content_security_policy'],
      resources: manifest['web_accessible_resources'],
    }).toMatchSnapshot();
  });
});
