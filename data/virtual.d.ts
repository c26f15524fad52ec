/** Made by the build (`data/build/vite-plugin.ts`) from the files under `data/papers`. */
declare module 'virtual:catalogue-ids' {
  /** The ids of all papers in the catalogue, separated by spaces. */
  export const ids: string;
}
