import { defineConfig } from 'wxt';
import { addCatalogue, addPacks } from '../../data/build/vite-plugin';

/** The benchmark's build: `wxt build -c tests/bench/wxt.config.ts`. */
export default defineConfig({
  imports: false,
  entrypointsDir: 'tests/bench/entrypoints',
  outDir: '.output/bench',
  modules: ['@wxt-dev/module-react'],
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      await addCatalogue(wxt, files);
      await addPacks(wxt, files);
    },
  },
  manifest: {
    name: 'Sidelight with React on the page',
    default_locale: 'en',
    permissions: ['storage'],
    web_accessible_resources: [
      {
        resources: ['catalogue.ndjson', 'taxonomy.json', 'related.txt', 'words.bin', 'packs.json', 'packs/*'],
        matches: ['*://arxiv.org/*'],
      },
    ],
  },
});
