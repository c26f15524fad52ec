/** Keeps controls on Hugging Face's pages reachable beside the sidebar. */

/** The header's row, whose layout follows the window's width and not its own. */
const ROW = '[data-target=MainHeader] header > .container';

/** If the row is too narrow for its links, they wrap to a second line instead of being cut off. */
export function roomRules(): string {
  return `
${ROW} { height: auto !important; min-height: 4rem; flex-wrap: wrap !important; }
${ROW} nav { max-width: 100%; }
${ROW} nav > ul { flex-wrap: wrap !important; }`;
}
