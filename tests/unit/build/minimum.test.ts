import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MINIMUM } from '@/lib/build/minimum';
import { sinceOf, type BrowserName } from './compat';
import { usesOfCss, usesOfManifest, usesOfScript, type Use } from './uses';

const BUILDS = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv2' } as const;

/** Features that are used if they are available, and not needed otherwise. */
const DONE_WITHOUT: Readonly<Record<'chrome' | 'firefox', Readonly<Record<string, string>>>> = {
  chrome: {
    'browser.commands.openShortcutSettings':
      'asked for first; else the browser’s page is opened by its address',
    'browser.action.openPopup': 'tried; else the same page opens in a tab',
    'browser.sidebarAction': 'Firefox’s; the side panel stands in its place',
    'browser.sidebarAction.open': 'the same',
    'overscroll-behavior': 'looks; the page then scrolls on behind the card',
    '….moveBefore': 'looked for; else nodes are inserted again, which takes longer',
  },
  firefox: {
    '….isVisible': 'Chromium’s; clicks through a layer are then not refused',
    'browser.dom': 'the same: closed shadow trees are not looked into',
    'browser.dom.openOrClosedShadowRoot': 'the same',
    'browser.sidePanel': 'Chromium’s; the sidebar stands in its place',
    'browser.sidePanel.open': 'the same',
    'overscroll-behavior': 'looks; the page then scrolls on behind the card',
    '….moveBefore': 'looked for; else nodes are inserted again, which takes longer',
    'text-wrap: pretty': 'looks; lines then break as they always did',
  },
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** Everything that our own sources use; libraries check before they use a feature. */
const OWN: ReadonlyMap<string, Use> = new Map(
  ['components', 'entrypoints']
    .concat(
      ['background', 'content', 'dom', 'domain', 'extension', 'messages', 'pages', 'shared', 'sites'].map(
        (layer) => join('lib', layer),
      ),
    )
    .flatMap(filesUnder)
    .filter((file) => /\.(?:tsx?|css)$/.test(file))
    .flatMap((file) => (file.endsWith('.css') ? usesOfCss : usesOfScript)(readFileSync(file, 'utf8'), file))
    .map((use) => [use.name, use]),
);

/** The uses that a browser's version does not support. */
function lackedBy(
  browser: BrowserName,
  version: number,
  uses: Iterable<Use> = OWN.values(),
): readonly string[] {
  const since = ({ paths }: Use): number => Math.min(...paths.map((path) => sinceOf(path, browser) ?? 0));
  return [...uses].filter((use) => since(use) > version).map(({ name }) => name);
}

describe.each(['chrome', 'firefox'] as const)('the oldest supported %s', (browser) => {
  const stated = Number.parseFloat(MINIMUM[browser]);

  test('has everything that we use, except for optional features', () => {
    expect(OWN.size).toBeGreaterThan(300);
    expect(lackedBy(browser, stated).toSorted()).toEqual(Object.keys(DONE_WITHOUT[browser]).toSorted());
  });

  const manifestFile = join(BUILDS[browser], 'manifest.json');
  const manifest = (): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(manifestFile, 'utf8'));

  test('is stated in the manifest, and supports the manifest’s other keys', () => {
    expect(JSON.stringify(manifest())).toContain(`_version":"${MINIMUM[browser]}"`);
    const uses = usesOfManifest(manifest());
    expect(uses.length).toBeGreaterThan(8);
    expect(lackedBy(browser, stated, uses)).toEqual([]);
  });

  test('is exactly the minimum that is needed', () => {
    const uses = [...OWN.values(), ...usesOfManifest(manifest())];
    const older = lackedBy(browser, stated - 1, uses).filter((name) => !(name in DONE_WITHOUT[browser]));
    const android = uses.filter(({ paths }) =>
      paths.some((path) => sinceOf(path, 'firefox_android') === stated),
    );
    expect([...older, ...(browser === 'firefox' ? android.map(({ name }) => name) : [])]).not.toEqual([]);
  });
});

describe('a use in a source file', () => {
  test.each([
    ['URL.parse(x)', 126, 'URL.parse'],
    ['[1].toSorted()', 110, '….toSorted'],
    ['browser.action.openPopup()', 127, 'browser.action.openPopup'],
    ['new CSSStyleSheet()', 73, 'new CSSStyleSheet'],
    ['const css = `a { color: light-dark(red, blue) }`', 123, 'light-dark()'],
  ])('is found in a script: %s', (code, since, name) => {
    const uses = usesOfScript(code, 'x.ts');
    expect(lackedBy('chrome', since, uses)).not.toContain(name);
    expect(lackedBy('chrome', since - 1, uses)).toContain(name);
  });

  test.each([
    ['a { color: color-mix(in srgb, red, blue) }', 111, 'color-mix()'],
    ['a:has(b) { top: 0 }', 105, ':has'],
    ['a { text-wrap: pretty }', 117, 'text-wrap: pretty'],
    ['@container (width > 3px) { a { top: 0 } }', 105, '@container'],
    ['@media (prefers-reduced-motion: reduce) { a { top: 0 } }', 74, '@media prefers-reduced-motion'],
  ])('is found in a style sheet: %s', (css, since, name) => {
    expect(lackedBy('chrome', since, usesOfCss(css))).not.toContain(name);
    expect(lackedBy('chrome', since - 1, usesOfCss(css))).toContain(name);
  });
});
