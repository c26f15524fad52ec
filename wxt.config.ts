import { defineConfig } from 'wxt';
import {
  addCatalogue,
  addPacks,
  catalogueIds,
  firstPapers,
  followCatalogue,
  readFirstPapers,
} from './data/build/vite-plugin';
import { contentPolicy } from './lib/build/content-policy';
import { leaveOutExplanations } from './lib/build/explanations';
import { firstView } from './lib/build/first-view';
import { panelOpening } from './lib/build/panel-opening';
import { refuseManifest3 } from './lib/build/manifest-version';
import { minified } from './lib/build/minify';
import { narrowScripts } from './lib/build/narrow-scripts';
import { buildTarget, MINIMUM } from './lib/build/minimum';
import { tokenColours } from './lib/build/tokens';
import { sharedChunks } from './lib/build/chunks';
import { readPackageFacts } from './lib/build/package-facts';
import { preactForReact } from './lib/build/preact';
import { PAPER_MATCHES } from './lib/sites/matches';

/** Where the project is on the web, where that is known. */
const PACKAGE = readPackageFacts();

/** The two hosts, with arXiv's own mirrors: where our scripts run, and nowhere else. */
const HOST_MATCHES = [...new Set(PAPER_MATCHES.map((match) => match.replace(/(?<=:\/\/[^/]*)\/.*$/, '/*')))];

/** Firefox draws the toolbar's icon from its source; Chromium takes no SVG there, and no 96 pixels. */
const DRAWING = 'icon/sidelight.svg';
const ICONS = {
  firefox: { 48: DRAWING, 96: DRAWING },
  chromium: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`])),
};

export default defineConfig({
  imports: false,
  hooks: {
    'build:before': ({ config }) => refuseManifest3(config.browser, config.manifestVersion),
    'server:started': followCatalogue,
    // Firefox takes modules in the background of either manifest version; WXT knows it of version 3 only.
    'entrypoints:resolved': ({ config }, entrypoints) => {
      for (const entry of entrypoints) if (entry.type === 'background') entry.options.type = 'module';
      // Firefox's popup has no first view. Left out here, not by the script's own `exclude`: WXT would leave the script out
      // of the package of sources too, which it makes with Firefox's and from which the others are built.
      const opening = entrypoints.findIndex(({ name }) => name === 'first-view');
      if (config.browser === 'firefox' && opening >= 0) entrypoints.splice(opening, 1);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Content scripts are built one by one, each as a single file.
      const isBackgroundIn = entrypoints.length > 1;
      if (isBackgroundIn) config.plugins = [...(config.plugins ?? []), sharedChunks()];
      config.build = { ...config.build, ...minified(isBackgroundIn) };
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.background) Object.assign(manifest.background, { type: 'module' });
      // WXT takes the popup's title for it, which is a page's: the same in every language.
      for (const button of [manifest.action, manifest.browser_action])
        if (button) button.default_title = '__MSG_popup_button__';
    },
    'build:publicAssets': async (wxt, files) => {
      // The stores' and README's pictures lie under public/, but are no part of the extension.
      const isLeftOut =
        wxt.config.browser === 'firefox' ? /^screenshots|^icon.*\.png$/ : /^screenshots|^icon.*\.svg$/;
      const shipped = files.filter(({ relativeDest }) => !isLeftOut.test(relativeDest));
      files.splice(0, files.length, ...shipped);
      await addCatalogue(wxt, files);
      await addPacks(wxt, files);
    },
  },
  vite: ({ browser }) => ({
    plugins: [
      catalogueIds(),
      firstPapers(),
      tokenColours(),
      preactForReact(),
      leaveOutExplanations(),
      panelOpening(),
      narrowScripts(),
      ...(browser === 'firefox' ? [] : [firstView(readFirstPapers)]),
    ],
    build: { target: buildTarget(browser) },
    define: { 'import.meta.env.BUGS_ADDRESS': JSON.stringify(PACKAGE.bugs ?? '') },
  }),
  manifest: ({ browser, command }) => ({
    // Texts: public/_locales, one folder a language.
    default_locale: 'en',
    ...(PACKAGE.homepage !== undefined && { homepage_url: PACKAGE.homepage }),
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    // The sites' pages are never fetched: the permission lets a tab's address be read, no more.
    // A list of its own: WXT adds to it in development, and a resource takes no match with a path.
    host_permissions: [...HOST_MATCHES],
    // Firefox itself returns to the tabs that are open.
    permissions: ['storage', 'contextMenus', ...(browser === 'firefox' ? [] : ['scripting'])],
    icons: browser === 'firefox' ? ICONS.firefox : ICONS.chromium,
    web_accessible_resources: [
      {
        resources: ['panel.html', 'card.html'],
        matches: HOST_MATCHES,
        // Loaded by an address that is chosen again at each start: a page cannot ask at the known one who is there.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
      // Firefox's background brings the later stages to the page itself. Chrome since 130 refuses a content
      // script the import of a dynamic address (https://issues.chromium.org/issues/363027634).
      ...(browser === 'firefox'
        ? []
        : [{ resources: ['sidebar.js', 'full-text.js'], matches: HOST_MATCHES }]),
    ],
    content_security_policy: {
      extension_pages: contentPolicy(command === 'serve'),
    },
    // In the address bar: the keyword, a space, and the words to search for.
    omnibox: { keyword: 'sl' },
    // Neither browser nor site uses these; arXiv's access keys are f, n and p. Readers can change them.
    commands: {
      [browser === 'firefox' ? '_execute_browser_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_search__',
      },
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_toggleSidebar__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              // For good: what users stored belongs to it. It names no domain that could be lost.
              id: '{085cb011-a1cd-46f4-8cbe-fd18d6d4bfef}',
              strict_min_version: MINIMUM.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: MINIMUM.chrome }),
  }),
});
