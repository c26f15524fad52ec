import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGETS, fileSizes } from '@/lib/cli/package-size';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv2'];

const HOSTS = [
  '*://arxiv.org/*',
  '*://www.arxiv.org/*',
  '*://export.arxiv.org/*',
  '*://browse.arxiv.org/*',
  '*://huggingface.co/*',
];

/** What a build asks for, by README's table of permissions. */
function explainedFor(folder: string): ReadonlySet<string> {
  const [, table = ''] = readFileSync('README.md', 'utf8').split('### Permissions');
  const rows = [...table.matchAll(/^\| (\S.*?)\s+\| (\S.*?)\s+\|$/gm)].slice(1);
  const own = rows.filter(([, name = '']) => !name.includes('(Chromium)') || folder.includes('chrome'));
  return new Set(
    own.flatMap(([, name = '', why = '']) => {
      expect(why.length).toBeGreaterThan(10);
      if (name.startsWith('`')) return [name.split('`')[1] ?? ''];
      // "arxiv.org (with its www, export and browse hosts), huggingface.co"
      const more = [...name.matchAll(/(\S+\.\w+) \(with its (.+?) hosts\)/g)].flatMap(
        ([, host = '', names = '']) => names.split(/, | and /).map((prefix) => `${prefix}.${host}`),
      );
      return [...more, ...(name.match(/[\w-]+\.(?:org|co)\b/g) ?? [])];
    }),
  );
}

describe.each(BUILDS)('the package %s', (folder) => {
  const read = (file: string): Buffer => readFileSync(join(folder, file));

  test('keeps the script of every matching page within 14 kB, 5 kB packed', () => {
    const { raw, gzip } = fileSizes(join(folder, 'content-scripts/page.js'));
    expect(raw).toBeGreaterThan(1000);
    expect(raw).toBeLessThanOrEqual(BUDGETS.pageScript.raw);
    expect(gzip).toBeLessThanOrEqual(BUDGETS.pageScript.gzip);
  });

  test('has no library in a script on a page', () => {
    const scripts = ['content-scripts/page.js', 'content-scripts/listing.js', 'sidebar.js', 'full-text.js'];
    for (const file of scripts) {
      const script = read(file).toString();
      expect(script.length).toBeGreaterThan(1000);
      for (const name of ['dangerouslysetinnerhtml', 'zod', 'minisearch', 'webextension-polyfill']) {
        expect(script.toLowerCase()).not.toContain(name);
      }
    }
  });

  test('loads the later stages of papers’ pages in the way that the browser allows', () => {
    expect(read('content-scripts/page.js').toString().includes('import(')).toBe(folder.includes('chrome'));
  });

  test('requests two hosts and a minimum of permissions', () => {
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(read('manifest.json').toString());
    const asked = [manifest['permissions'], manifest['host_permissions'] ?? []].flat();
    // The side panel is an entry of its own in Chrome; Firefox opens its sidebar without a permission.
    const chromium = folder.includes('chrome') ? ['scripting', 'sidePanel'] : [];
    expect(new Set(asked)).toEqual(new Set([...HOSTS, ...chromium, 'storage', 'contextMenus']));
    for (const optional of ['optional_permissions', 'optional_host_permissions']) {
      expect(manifest).not.toHaveProperty(optional);
    }
    const scripts = manifest['content_scripts'];
    const matches = Array.isArray(scripts) ? scripts.flatMap((script) => script.matches) : [];
    expect(matches.length).toBeGreaterThan(1);
    expect(matches.filter((match) => !HOSTS.some((host) => match.startsWith(host.slice(0, -1))))).toEqual([]);
  });

  test('requests exactly the permissions that README explains', () => {
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(read('manifest.json').toString());
    const asked = [manifest['permissions'], manifest['host_permissions'] ?? []].flat().map(String);
    const hosts = asked
      .filter((each) => each.includes('://'))
      .map((match) => new URL(match.replace('*:', 'x:')).host);
    const names = asked.filter((each) => !each.includes('://'));
    expect(new Set([...hosts, ...names])).toEqual(explainedFor(folder));
  });

  test('lets pages load only what is shown in them, and its own pages run only its own scripts', () => {
    const manifest = read('manifest.json').toString();
    const shared = [...manifest.matchAll(/"(?:resources|web_accessible_resources)":(\[".*?"\])/g)].map(
      (match) => match[1],
    );
    // Chromium's page script imports its later stages; in Firefox the background injects them.
    const imported = folder.includes('chrome') ? ['["sidebar.js","full-text.js"]'] : [];
    expect(shared).toEqual(['["panel.html","card.html"]', ...imported]);
    // Firefox generates the extension's address for each profile.
    expect(manifest.includes('"use_dynamic_url":true')).toBe(folder.includes('chrome'));
    expect(manifest).toContain("script-src 'self';");
    expect(manifest).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test('runs in no page, and is visible to none, outside the two hosts', () => {
    const patterns = [
      ...read('manifest.json')
        .toString()
        .matchAll(/"matches":\[(.*?)\]/g),
    ].flatMap(([, list = '']) => list.split(','));
    expect(patterns.length).toBeGreaterThan(10);
    const host = /^"\*:\/\/(?:(?:www\.|export\.|browse\.)?arxiv\.org|huggingface\.co)\//;
    expect(patterns.filter((pattern) => !host.test(pattern))).toEqual([]);
  });
});
