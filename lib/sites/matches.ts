/** Match patterns for the manifest: where the script of a paper's face and that of listings may run. */

const ARXIV_HOSTS = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'];

const onArxiv = (...paths: readonly string[]) =>
  ARXIV_HOSTS.flatMap((host) => paths.map((path) => `*://${host}${path}`));

/**
 * Faces of papers. All of Hugging Face's `/papers` is in, because its pages
 * change from listing to paper without a new document.
 */
export const PAPER_MATCHES: readonly string[] = [
  ...onArxiv('/abs/*', '/pdf/*', '/html/*'),
  '*://huggingface.co/papers*',
];

/** Listings and search pages. */
export const LISTING_MATCHES: readonly string[] = [
  ...onArxiv('/list/*', '/catchup*', '/a/*', '/search*'),
  '*://huggingface.co/papers*',
];
