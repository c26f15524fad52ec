/** Made by the build (`data/build/vite-plugin.ts`) from the files under `data/papers`. */
declare module 'virtual:catalogue-ids' {
  /** The ids of all papers in the catalogue, separated by spaces. */
  export const ids: string;
}

/** What the popup shows before anything is typed (`data/build/first-papers.ts`). */
declare module 'virtual:first-papers' {
  import type { FirstPapers } from '@/lib/domain/store/first-papers';

  export const firstPapers: FirstPapers;
}
