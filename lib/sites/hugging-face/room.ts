/** What must stay reachable on Hugging Face's pages while the sidebar stands beside them. */

/** The header's row, which is laid out by the window's width and not by its own. */
const ROW = '[data-target=MainHeader] header > .container';

/** Where the row is too narrow for its links, they take a second line instead of leaving the page. */
export function roomRules(): string {
  return `
${ROW} { height: auto !important; min-height: 4rem; flex-wrap: wrap !important; }
${ROW} nav { max-width: 100%; }
${ROW} nav > ul { flex-wrap: wrap !important; }`;
}
