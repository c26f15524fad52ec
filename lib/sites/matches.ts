/** Match patterns for the manifest: where the script of a paper's face and that of listings may run. */

/** arXiv's live hosts; what else the address rules take redirects to one of them. */
const HOSTS = ['', 'www.', 'export.', 'browse.'];

function onArxiv(...paths: readonly string[]): string[] {
  return paths.flatMap((path) => HOSTS.map((host) => `*://${host}arxiv.org/${path}*`));
}

/** Hugging Face changes from listing to paper without a new document: both scripts run on both. */
const HUGGING_FACE = '*://huggingface.co/papers*';

/** Faces of papers. */
export const PAPER_MATCHES: readonly string[] = [...onArxiv('abs/', 'pdf/', 'html/'), HUGGING_FACE];

/** Listings and search pages. */
export const LISTING_MATCHES: readonly string[] = [
  ...onArxiv('list/', 'catchup', 'a/', 'search'),
  HUGGING_FACE,
];
