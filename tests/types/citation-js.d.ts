/** The part of Citation.js that tests use; it has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Entries in any supported format as CSL items. */
      readonly chain: (input: string, options: { readonly generateGraph: boolean }) => unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';

declare module '@citation-js/plugin-ris';
