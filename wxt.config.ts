import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest: {
    name: 'Sidelight',
    description:
      'Tags, reported results, code links and related papers beside every arXiv and Hugging Face paper.',
  },
});
