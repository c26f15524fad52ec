/**
 * Reorders the items of a page's lists, and restores the original order exactly. Items move only among neighbours
 * without a heading in between, so that the groups of a page stay. An item takes its anchors, access keys and the
 * white space behind it along; items of a numbered list keep their numbers.
 */
import { createIdleQueue } from './idle-queue';

/**
 * An item of a list: all elements that it consists of, in order and of one parent, and its rank, the lowest first.
 */
export interface RankedItem {
  readonly parts: readonly Element[];
  readonly rank: number;
}

/** `move`: nodes are moved. `style`: only the CSS `order` changes, for lists whose nodes a framework renders. */
export type ReorderManner = 'move' | 'style';

/** Orders the items of one page. */
export interface Reorder {
  /**
   * Orders the items, given in document order; items of the last call that are not among them return to their places.
   */
  readonly apply: (items: readonly RankedItem[]) => void;
  /** Restores the original order. */
  readonly restore: () => void;
}

/** Nodes that move together. */
interface Unit {
  readonly nodes: readonly ChildNode[];
  readonly rank: number;
}

/** Adjacent items. */
interface Run {
  readonly parent: Element;
  /** In the page's own order. */
  readonly units: readonly Unit[];
}

const isElement = (node: ChildNode): boolean => node.nodeType === Node.ELEMENT_NODE;

/** The nodes from an item's first part to its last, and what follows up to the next element. */
function unitOf({ parts, rank }: RankedItem): Unit | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first.parentNode === null || first.parentNode !== last.parentNode) return undefined;
  const nodes: ChildNode[] = [];
  let isPast = false;
  for (let node: ChildNode | null = first; node && !(isPast && isElement(node)); node = node.nextSibling) {
    nodes.push(node);
    if (node === last) isPast = true;
  }
  return isPast ? { nodes, rank } : undefined;
}

function findRuns(items: readonly RankedItem[]): readonly Run[] {
  const runs: { readonly parent: Element; readonly units: Unit[] }[] = [];
  for (const item of items) {
    const unit = unitOf(item);
    const parent = item.parts[0]?.parentElement;
    if (!unit || !parent) continue;
    const run = runs.at(-1);
    if (run?.parent === parent && run.units.at(-1)?.nodes.at(-1)?.nextSibling === unit.nodes[0])
      run.units.push(unit);
    else runs.push({ parent, units: [unit] });
  }
  return runs.filter(({ units }) => units.length > 1);
}

/** Moves nodes behind `before` in this order, skipping those that have left the parent. Returns the last one. */
function placeAfter(
  parent: Element,
  before: ChildNode | null,
  nodes: readonly ChildNode[],
): ChildNode | null {
  let last = before;
  for (const node of nodes) {
    if (node.parentNode !== parent) continue;
    const next: ChildNode | null = last ? last.nextSibling : parent.firstChild;
    if (next !== node) parent.insertBefore(node, next);
    last = node;
  }
  return last;
}

/** Fixes the numbers of an ordered list's items as `value` attributes. Returns a function that removes them. */
function holdNumbers({ parent }: Run): () => void {
  if (!(parent instanceof HTMLOListElement)) return () => {};
  let number = parent.start - 1;
  const numbered: Element[] = [];
  for (const item of parent.children) {
    if (!(item instanceof HTMLLIElement)) continue;
    number = item.hasAttribute('value') ? item.value : number + 1;
    if (item.hasAttribute('value')) continue;
    item.value = number;
    numbered.push(item);
  }
  return () => {
    for (const item of numbered) item.removeAttribute('value');
  };
}

/** Sets the CSS `order` of elements of a grid or flex container. Returns a function that removes it. */
function styleOrder({ units }: Run): () => void {
  const sorted = units.toSorted((a, b) => a.rank - b.rank);
  const styled = sorted.flatMap(({ nodes }, at) =>
    nodes.flatMap((node) => {
      if (!(node instanceof HTMLElement)) return [];
      const [written, meant] = [node.getAttribute('style'), node.style.cssText];
      // Below zero: elements that the page adds later have order 0 and come last.
      node.style.setProperty('order', String(at - sorted.length), 'important');
      return [{ node, written, meant }];
    }),
  );
  return () => {
    for (const { node, written, meant } of styled) {
      node.style.removeProperty('order');
      // Restored unless the page has changed the attribute in the meantime.
      if (node.style.cssText !== meant) continue;
      if (written === null) node.removeAttribute('style');
      else node.setAttribute('style', written);
    }
  };
}

/** One step of an idle slice: moves one unit to its place. */
interface Step {
  readonly run: Run;
  readonly unit: Unit;
}

/** Restores the focus, which an element loses when it is moved. */
function keepingFocus(work: () => void): void {
  const { activeElement } = document;
  work();
  if (
    activeElement instanceof HTMLElement &&
    activeElement !== document.activeElement &&
    activeElement.isConnected
  )
    activeElement.focus({ preventScroll: true });
}

/** Orders items until restored or aborted, in idle slices from the top. */
export function createReorder(
  manner: ReorderManner,
  { signal, onDone = () => {} }: { readonly signal: AbortSignal; readonly onDone?: () => void },
): Reorder {
  let undo: (() => void)[] = [];
  let life = new AbortController();

  const restore = (): void => {
    life.abort();
    for (const each of undo.toReversed()) each();
    undo = [];
  };

  const move = (runs: readonly Run[]): void => {
    life = new AbortController();
    /** What each run's next unit follows. */
    const placed = new Map<Run, ChildNode | null>();
    for (const run of runs) {
      const before = run.units[0]?.nodes[0]?.previousSibling ?? null;
      placed.set(run, before);
      undo.push(holdNumbers(run), () =>
        keepingFocus(() => {
          const stays = before?.parentNode === run.parent ? before : null;
          placeAfter(
            run.parent,
            stays,
            run.units.flatMap(({ nodes }) => nodes),
          );
        }),
      );
    }
    const steps = runs.flatMap((run) =>
      run.units.toSorted((a, b) => a.rank - b.rank).map((unit): Step => ({ run, unit })),
    );
    const queue = createIdleQueue<Step>(
      ({ run, unit }) => {
        const last = placed.get(run) ?? null;
        // The page has changed the list in the meantime: left as it is.
        if (last && last.parentNode !== run.parent) return;
        keepingFocus(() => placed.set(run, placeAfter(run.parent, last, unit.nodes)));
      },
      () => {
        if (queue.size() === 0) onDone();
      },
      { signal: AbortSignal.any([signal, life.signal]), most: 64 },
    );
    queue.add(steps);
  };

  signal.addEventListener('abort', restore, { once: true });
  return {
    apply: (items) => {
      restore();
      if (signal.aborted) return;
      const runs = findRuns(items);
      if (manner === 'move') move(runs);
      else {
        undo = runs.map(styleOrder);
        onDone();
      }
    },
    restore,
  };
}
