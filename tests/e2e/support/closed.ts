/** Reads closed shadow roots of the extension, which only the DevTools protocol can access. */
import type { CDPSession, Page } from 'playwright-core';

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

const partsOf = (node: DomNode): readonly DomNode[] => [
  ...(node.shadowRoots ?? []),
  ...(node.children ?? []),
];

const findAll = (node: DomNode, accepts: (node: DomNode) => boolean): readonly DomNode[] =>
  accepts(node) ? [node] : partsOf(node).flatMap((part) => findAll(part, accepts));

function find(node: DomNode, accepts: (node: DomNode) => boolean): DomNode | undefined {
  if (accepts(node)) return node;
  for (const part of partsOf(node)) {
    const found = find(part, accepts);
    if (found) return found;
  }
  return undefined;
}

const textOf = (node: DomNode): string =>
  node.nodeName === 'STYLE' ? '' : node.nodeValue + partsOf(node).map(textOf).join('');

const attributeOf = ({ attributes = [] }: DomNode, name: string): string | undefined => {
  const at = attributes.findIndex((each, index) => index % 2 === 0 && each === name);
  return at === -1 ? undefined : attributes[at + 1];
};

async function look<Seen>(
  page: Page,
  see: (root: DomNode, session: CDPSession) => Promise<Seen>,
): Promise<Seen> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return await see(root, session);
  } finally {
    await session.detach();
  }
}

/** The text of the first element with a class in one of the extension's hosts; undefined if it is missing or hidden. */
export function textInClosed(page: Page, host: string, className: string): Promise<string | undefined> {
  return look(page, async (root) => {
    const within = find(root, ({ nodeName }) => nodeName === host.toUpperCase());
    const element = within && find(within, (node) => attributeOf(node, 'class') === className);
    return element && attributeOf(element, 'hidden') === undefined ? textOf(element).trim() : undefined;
  });
}

/** What a badge shows: where its line comes from, and the status of a saved paper. */
interface ShownBadge {
  readonly mark: string | undefined;
  readonly status: string | undefined;
}

/** The badges of a page in document order. */
export const badgesInClosed = (page: Page): Promise<readonly ShownBadge[]> =>
  look(page, async (root) =>
    findAll(root, ({ nodeName }) => nodeName === 'SIDELIGHT-BADGE').map((badge) => {
      const valueOf = (name: string): string | undefined => {
        const holder = find(badge, (node) => attributeOf(node, name) !== undefined);
        return holder && attributeOf(holder, name);
      };
      return { mark: valueOf('data-mark'), status: valueOf('data-status') };
    }),
  );

const ofClass = (root: DomNode, host: string, className: string): DomNode => {
  const within = find(root, ({ nodeName }) => nodeName === host.toUpperCase());
  const element = within && find(within, (node) => attributeOf(node, 'class') === className);
  if (!element) throw new Error(`Nothing of class “${className}” in ${host}`);
  return element;
};

/**
 * The upper and lower edge of the first element with a class in one of the extension's hosts, in CSS pixels of the
 * window.
 */
export function edgesInClosed(
  page: Page,
  host: string,
  className: string,
): Promise<{ readonly top: number; readonly bottom: number }> {
  return look(page, async (root, session) => {
    const { nodeId } = ofClass(root, host, className);
    const [, top = 0, , , , bottom = 0] = (await session.send('DOM.getBoxModel', { nodeId })).model.border;
    return { top, bottom };
  });
}

/** A computed style of the first element with a class in one of the extension's hosts. */
export function styleInClosed(page: Page, host: string, className: string, name: string): Promise<string> {
  return look(page, async (root, session) => {
    const { nodeId } = ofClass(root, host, className);
    await session.send('CSS.enable');
    const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId });
    return computedStyle.find((each) => each.name === name)?.value ?? '';
  });
}

/**
 * The middle of the first element with exactly this text in one of the extension's hosts, in CSS pixels of the
 * window.
 */
export function placeInClosed(page: Page, host: string, text: string): Promise<[x: number, y: number]> {
  return look(page, async (root, session) => {
    const within = find(root, ({ nodeName }) => nodeName === host.toUpperCase());
    const element =
      within &&
      find(
        within,
        (node) =>
          ['A', 'BUTTON'].includes(node.nodeName) &&
          textOf(node)
            .replace(/[A-Z]$/, '')
            .trim() === text,
      );
    if (!element) throw new Error(`No control “${text}” in ${host}`);
    const { model } = await session.send('DOM.getBoxModel', { nodeId: element.nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return [(left + right) / 2, (top + bottom) / 2];
  });
}
