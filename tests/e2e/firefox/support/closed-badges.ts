/** Reads the badges' closed shadow roots in Firefox, which opens them to the extension's own scripts. */

/** What a badge shows: where its line comes from, and the status of a saved paper. */
interface ShownBadge {
  readonly mark: string | null;
  readonly status: string | null;
}

const IN_PAGE = `[...document.querySelectorAll('sidelight-badge')].map(({ openOrClosedShadowRoot: root }) => ({
  mark: root.querySelector('button').dataset.mark ?? null,
  status: root.querySelector('.marks')?.dataset.status ?? null,
}))`;

/** For one of the extension's pages: an expression for the badges in the tab on arXiv, in document order, as JSON. */
export const READ_BADGES = `browser.tabs.query({ url: 'https://arxiv.org/*' })
  .then(([tab]) => browser.tabs.executeScript(tab.id, { code: ${JSON.stringify(IN_PAGE)} }))
  .then(([badges]) => JSON.stringify(badges))`;

/** The badges that the expression has found. */
export const badgesOf = (answer: unknown): readonly ShownBadge[] => JSON.parse(String(answer));
