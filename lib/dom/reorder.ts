/**
 * Puts the items of a page's lists into another order, and back exactly. Items change places only among those that
 * stand beside them without a heading in between, so that the groups of a page stay. An item takes its anchors, access
 * keys and the blanks behind it along; items of a numbered list keep their numbers.
 */
import { createIdleQueue } from './idle-queue';

/** An item of a list: all elements that it consists of, in order and of one parent, and its rank, the lowest first. */
export interface RankedItem {
  readonly parts: readonly Element[];
  readonly rank: number;
}

/** `move`: nodes change places. `style`: they look as if they did, for lists whose nodes a framework counts on. */
export type ReorderManner = 'move' | 'style';

/** Orders the items of one page. */
export interface Reorder {
  /** Orders items, which are in document order; those ordered before and not among them go back. */
  readonly apply: (items: readonly RankedItem[]) => void;
  /** Puts everything where it was. */
  readonly restore: () => void;
}

/** Nodes that change places together. */
interface Unit {
  readonly nodes: readonly ChildNode[];
  readonly rank: number;
}

/** Items that stand side by side. */
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

/** Moves nodes to follow `before` in this order; those that have left the parent are passed over. Gives the last one. */
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

/** Numbers of a list's items as attributes, where its items are counted; gives back what takes them away. */
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

/** Gives elements an `order`, which the boxes of a grid or a row stand by; gives back what takes it away. */
function styleOrder({ units }: Run): () => void {
  const sorted = units.toSorted((a, b) => a.rank - b.rank);
  const styled = sorted.flatMap(({ nodes }, at) =>
    nodes.flatMap((node) => {
      if (!(node instanceof HTMLElement)) return [];
      const [written, meant] = [node.getAttribute('style'), node.style.cssText];
      // Below zero: what the page adds later has no order, and stands behind.
      node.style.setProperty('order', String(at - sorted.length), 'important');
      return [{ node, written, meant }];
    }),
  );
  return () => {
    for (const { node, written, meant } of styled) {
      node.style.removeProperty('order');
      // As it was written, unless the page has changed it meanwhile.
      if (node.style.cssText !== meant) continue;
      if (written === null) node.removeAttribute('style');
      else node.setAttribute('style', written);
    }
  };
}

/** Work of one idle slice: a unit that goes to its place. */
interface Step {
  readonly run: Run;
  readonly unit: Unit;
}

/** Keeps the keyboard on the element that has it, which loses it when it is moved. */
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
        // A page that has changed the list meanwhile has it as it likes.
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
