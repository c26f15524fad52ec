/** What tests use of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Entries of any known form as CSL items. */
      readonly chain: (input: string, options: { readonly generateGraph: boolean }) => unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';

declare module '@citation-js/plugin-ris';
