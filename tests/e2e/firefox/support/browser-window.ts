/**
 * The browser's own window: toolbar, popup and sidebar, which are not pages. Accessed through the protocol's system
 * access.
 */
import type { Browser } from 'puppeteer-core';

interface Connection {
  send(method: string, params: object): Promise<unknown>;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'send' in value;
}

/** Follows keys into data of unknown shape. */
function dig(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** Firefox's own window around the pages, with toolbars and popups, which the driver does not show as pages. */
export interface BrowserWindow {
  /**
   * Evaluates an expression with the browser's own rights, awaiting promises; returns strings, numbers and booleans.
   */
  evaluate(expression: string): Promise<unknown>;
  /**
   * Evaluates in the extension page whose address ends like this, in popup or sidebar; returns text, or undefined if
   * there is no such page.
   */
  evaluateIn(pageName: string, expression: string): Promise<string | undefined>;
  /** Whether popup or sidebar shows the extension page whose address ends like this. */
  isShown(pageName: string): Promise<boolean>;
}

/** Popups and sidebars are elements of the current window; a sidebar is nested one document deeper. */
const FIND_BROWSER = (pageName: string) => `
  [...Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('browser'),
   ...(Services.wm.getMostRecentWindow('navigator:browser').document.getElementById('sidebar')?.contentDocument?.querySelectorAll('browser') ?? [])]
    .find((each) => each.currentURI?.spec.startsWith('moz-extension:') && each.currentURI.spec.includes('/${pageName}'))`;

/** The window of a browser that was started with access to its own documents; throws if there is none. */
export async function findBrowserWindow(browser: Browser): Promise<BrowserWindow> {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('The browser has no protocol connection');
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = dig(tree, 'result', 'contexts', 0, 'context');

  const evaluate = async (expression: string): Promise<unknown> => {
    const reply = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    const fault = dig(reply, 'result', 'exceptionDetails', 'text');
    if (fault !== undefined) throw new Error(JSON.stringify(fault));
    return dig(reply, 'result', 'result', 'value');
  };
  let asked = 0;
  return {
    evaluate,
    isShown: async (pageName) => (await evaluate(`(${FIND_BROWSER(pageName)}) !== undefined`)) === true,
    evaluateIn: async (pageName, expression) => {
      // Each question has its own name: the answer to an earlier one may come when nobody waits for it any more.
      asked += 1;
      const name = `sidelight:answer-${asked}`;
      const script = `sendAsyncMessage('${name}', String(((document, window) => (${expression}))(content.document, content)))`;
      const answer = await evaluate(`new Promise((resolve) => {
        const found = ${FIND_BROWSER(pageName)};
        if (!found) return resolve(undefined);
        const { messageManager } = found;
        const listener = ({ data }) => { messageManager.removeMessageListener('${name}', listener); resolve(data); };
        messageManager.addMessageListener('${name}', listener);
        messageManager.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(script)}`)}, false);
        setTimeout(() => resolve(undefined), 3000);
      })`);
      return typeof answer === 'string' ? answer : undefined;
    },
  };
}
