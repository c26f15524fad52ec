/** The browser's own window: toolbar, popup and sidebar, which are no pages. Reached by the protocol's system access. */
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

export interface BrowserWindow {
  /** Evaluates an expression with the browser's own rights, awaiting promises; strings, numbers and booleans come back. */
  evaluate(expression: string): Promise<unknown>;
  /** Evaluates in the extension's page whose address ends so, in popup or sidebar; text comes back, or undefined where no such page is. */
  evaluateIn(pageName: string, expression: string): Promise<string | undefined>;
}

/** Popups and sidebars are elements of the window in front, one document deeper in the sidebar's case. */
const FIND_BROWSER = (pageName: string) => `
  [...Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('browser'),
   ...(Services.wm.getMostRecentWindow('navigator:browser').document.getElementById('sidebar')?.contentDocument?.querySelectorAll('browser') ?? [])]
    .find((each) => each.currentURI?.spec.startsWith('moz-extension:') && each.currentURI.spec.includes('/${pageName}'))`;

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
  return {
    evaluate,
    evaluateIn: async (pageName, expression) => {
      const script = `sendAsyncMessage('sidelight:answer', String(((document, window) => (${expression}))(content.document, content)))`;
      const answer = await evaluate(`new Promise((resolve) => {
        const found = ${FIND_BROWSER(pageName)};
        if (!found) return resolve(undefined);
        const { messageManager } = found;
        const listener = ({ data }) => { messageManager.removeMessageListener('sidelight:answer', listener); resolve(data); };
        messageManager.addMessageListener('sidelight:answer', listener);
        messageManager.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(script)}`)}, false);
        setTimeout(() => resolve(undefined), 3000);
      })`);
      return typeof answer === 'string' ? answer : undefined;
    },
  };
}
