/**
 * Elements over the sidebar, and whether they hide what is below and let clicks pass. Our own examples, for both
 * browsers.
 */

/** Adds an element to the page as its script would; `all` is a style that fills the window. */
const HELPERS = `
  const all = 'position:fixed;inset:0;width:100%;height:100%;margin:0;padding:0;border:0;';
  const top = 'z-index:2147483647;';
  const through = 'pointer-events:none;';
  const add = (style, { to = document.documentElement, name = 'div', text = '' } = {}) => {
    const element = document.createElement(name);
    element.dataset.layer = '';
    element.style.cssText = style;
    element.textContent = text;
    to.append(element);
    return element;
  };
  const addRule = (css) => add('', { name: 'style', text: css });
  const showPopover = (element) => { element.popover = 'manual'; element.showPopover(); return element; };
`;

/** Removes what a layer's script added. */
const REMOVE_LAYER = `(async () => {
  for (const element of document.querySelectorAll('[data-layer]')) element.remove();
  document.activeViewTransition?.skipTransition();
  window.transition?.skipTransition();
  // Its picture of the page is gone only once it has finished.
  await window.transition?.finished.catch(() => undefined);
  window.transition = undefined;
})()`;

const layer = (name: string, script: string): { readonly name: string; readonly script: string } => ({
  name,
  script: `(async () => { ${HELPERS} ${script} })()`,
});

/** Layers through which a click must neither copy nor save. */
export const COVERING = [
  layer('a popover', `showPopover(add(all + through + 'background:#fff'))`),
  layer('a popover’s backdrop', `showPopover(add('width:1px')); addRule('::backdrop { background: red }')`),
  layer(
    'a popover in a closed shadow tree',
    `const shadow = add('').attachShadow({ mode: 'closed' });
     showPopover(add(all + through + 'background:#fff', { to: shadow }))`,
  ),
  layer('an element after the sidebar', `add(all + top + through + 'background:#fff')`),
  layer('an inert element', `add(all + top + 'background:#fff').inert = true`),
  layer('a picture', `add(all + top + through, { name: 'canvas' })`),
  layer(
    'a shape of a picture',
    `add(all + top + through).innerHTML = '<svg style="width:100%;height:100%"><rect width="9999" height="9999"/></svg>'`,
  ),
  layer('text', `add(all + top + through + 'font-size:1500px;line-height:1', { text: '\\u2588\\u2588' })`),
  layer('a border', `add('position:fixed;left:0;top:0;border:2000px solid red;' + top + through)`),
  layer(
    'a shadow of an element elsewhere',
    `add('position:fixed;left:0;top:0;width:1px;height:1px;box-shadow:0 0 0 3000px red;' + top)`,
  ),
  layer(
    'an outline of an element elsewhere',
    `add('position:fixed;left:0;top:0;width:1px;height:1px;outline:3000px solid red;' + top)`,
  ),
  layer(
    'a pseudo-element of the root element',
    `addRule('html::after { content: ""; ' + all + top + through + ' background: red }')`,
  ),
  layer(
    'a pseudo-element of an element elsewhere',
    `add('position:fixed;left:0;top:0;width:1px;height:1px;' + top + through).id = 'layer';
     addRule('#layer::before { content: ""; position: fixed; inset: 0; background: red }')`,
  ),
  layer('what blurs all behind it', `add(all + top + through + 'backdrop-filter:blur(30px)')`),
  layer(
    'two tints, each of which lets half through',
    `for (const _ of [1, 2]) add(all + top + through + 'background:rgb(0 0 0 / .45)')`,
  ),
  layer(
    'a page that draws its body after the sidebar',
    `addRule('html { display: flex } body { order: 1 }'); add(all + top + through + 'background:#fff', { to: document.body })`,
  ),
  layer(
    'a picture of the page that stays',
    `addRule('::view-transition { pointer-events: none } ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 1000s }');
     window.transition = document.startViewTransition(() => undefined);
     await window.transition.ready`,
  ),
];

/** Harmless elements over pages or near the sidebar, which do not block its clicks. */
const HARMLESS = [
  layer('nothing', ''),
  layer('a filter of the whole page', `addRule('html { filter: invert(1) hue-rotate(180deg) }')`),
  layer('an extension’s tint', `add(all + top + through + 'background:rgb(255 120 0 / .4)')`),
  layer(
    'an extension’s warm light',
    `add(all + top + through + 'background:#ff9329;mix-blend-mode:multiply')`,
  ),
  layer('an extension’s inversion', `add(all + top + through + 'background:#fff;mix-blend-mode:difference')`),
  layer(
    'an extension’s inversion of what is behind',
    `add(all + top + through + 'backdrop-filter:invert(1) hue-rotate(180deg)')`,
  ),
  layer(
    'an extension’s button in a box of the window’s size that paints nothing',
    `add('position:fixed;left:0;bottom:0;pointer-events:auto', { to: add(all + top + through), name: 'button', text: 'X' })`,
  ),
  layer('a frame round the window', `add('position:fixed;inset:0;border:4px solid red;' + top + through)`),
  layer(
    'a notice that is not shown yet',
    `add(all + 'background:#000', { to: add(all + top + through + 'opacity:0') })`,
  ),
  layer(
    'a popover elsewhere, with its shadow',
    `showPopover(add('inset:auto auto 0 0;width:200px;height:50px;background:#fff;box-shadow:0 4px 20px #000'))`,
  ),
  layer(
    'the page’s decoration below the sidebar',
    `add(all + through + 'z-index:99999;background:linear-gradient(red,blue)', { to: document.body })`,
  ),
  layer('the page’s highest element', `add(all + top + through + 'background:#fff', { to: document.body })`),
];

/** Finds the tab of the paper's page, in an extension page, which has access to the whole API. */
export const FIND_TAB =
  "(globalThis.browser ?? chrome).tabs.query({ url: 'https://arxiv.org/*' }).then(([tab]) => tab.id)";

/** Asks the script on that tab's page, on behalf of the panel, whether something covers the panel's middle. */
export const ask = (
  tabId: unknown,
): string => `(globalThis.browser ?? chrome).tabs.sendMessage(${Number(tabId)},
  { protocol: 'sidelight/1', to: 'page', name: 'isCovered', data: { x: 0.5, y: 0.5 } }, { frameId: 0 })
  .then((answer) => answer.covered)`;

/** A page of a browser, or a frame in it, in which scripts can be run. */
interface Scriptable {
  readonly evaluate: (script: string) => Promise<unknown>;
}

/** Draws every layer on the page in turn, and returns the names of those that the question, asked in the panel, finds. */
export async function findLayers(page: Scriptable, panel: Scriptable, question: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, script } of [...COVERING, ...HARMLESS]) {
    await page.evaluate(script);
    if (await panel.evaluate(question)) found.push(name);
    await page.evaluate(REMOVE_LAYER);
  }
  return found;
}
