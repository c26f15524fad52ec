/**
 * Reorders the items of a page's lists, and restores the original order exactly. Items move only among neighbours
 * without a heading in between, so that the groups of a page stay. An item takes its anchors and access keys along, and
 * between anything but blocks the white space behind it; items of a numbered list keep their numbers.
 */
import { createIdleQueue } from './idle-queue';
import { findRuns, rankAgain, ranksOf, type Moved, type RankedItem, type Run, type Unit } from './list-runs';

/** `move`: nodes are moved. `style`: only the CSS `order` changes, for lists whose nodes a framework renders. */
export type ReorderManner = 'move' | 'style';

/** Orders the items of one page. */
interface Reorder {
  /**
   * Orders the items, which may be given in any order; items of the last call that are not among them return to
   * their places. Items that are already in another order move from there, without the original in between.
   */
  readonly apply: (items: readonly RankedItem[]) => void;
  /** Restores the original order in idle slices, since a long list takes too long for one task. */
  readonly restore: () => void;
}

/**
 * Moves a node within its parent. `moveBefore` takes less than half of the time, since nothing in the node is
 * started again, but not every browser has it (https://developer.mozilla.org/docs/Web/API/Element/moveBefore).
 */
function moveNode(parent: Element, node: ChildNode, next: ChildNode | null): void {
  if ('moveBefore' in parent && parent.isConnected) parent.moveBefore(node, next);
  else parent.insertBefore(node, next);
}

/** What follows a node of a run, or begins its list: the next node, or the next element if only elements move. */
function nextOf({ parent, isOfElements }: Run, node: ChildNode | null): ChildNode | null {
  if (!isOfElements) return node ? node.nextSibling : parent.firstChild;
  return node instanceof Element ? node.nextElementSibling : parent.firstElementChild;
}

/** Moves nodes behind `before` in this order, skipping those that have left the list. Returns the last one. */
function placeAfter(run: Run, before: ChildNode | null, nodes: readonly ChildNode[]): ChildNode | null {
  let last = before;
  for (const node of nodes) {
    if (node.parentNode !== run.parent) continue;
    const next = nextOf(run, last);
    if (next !== node) moveNode(run.parent, node, next);
    last = node;
  }
  return last;
}

/**
 * Moves elements back in front of what followed each in the page's own order. Later ones must be back already;
 * `after` is the first of these, in front of which an element comes if what followed it has left the list. Returns the
 * first element.
 */
function placeBack(
  { parent }: Run,
  after: ChildNode | null,
  { nodes, nexts = [] }: Pick<Unit, 'nodes' | 'nexts'>,
): ChildNode | null {
  let first = after;
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const [node, wanted = null] = [nodes[at], nexts[at]];
    if (node?.parentNode !== parent) continue;
    const next = wanted === null || wanted.parentNode === parent ? wanted : first;
    if (node.nextSibling !== next) moveNode(parent, node, next);
    first = node;
  }
  return first;
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

/** One step of an idle slice: moves a few units to their places. */
interface Step {
  readonly run: Run;
  readonly units: readonly Unit[];
}

/** How many units a step has, and how many steps a slice at most. */
const UNITS_AT_ONCE = 16;
const STEPS_AT_ONCE = 4;

const stepsOf = (run: Run, sorted: readonly Unit[]): readonly Step[] =>
  Array.from({ length: Math.ceil(sorted.length / UNITS_AT_ONCE) }, (_, at) => ({
    run,
    units: sorted.slice(at * UNITS_AT_ONCE, (at + 1) * UNITS_AT_ONCE),
  }));

/** What a run follows; null if it begins its list. */
const placeBefore = ({ parent, before }: Run): ChildNode | null =>
  before?.parentNode === parent ? before : null;

const allNodes = (units: readonly Unit[]): readonly ChildNode[] => units.flatMap(({ nodes }) => nodes);

/** Moves units back to their places, given from the last to the first if only elements move. Returns the last moved. */
function moveBack(run: Run, units: readonly Unit[], from: ChildNode | null): ChildNode | null {
  if (!run.isOfElements) return placeAfter(run, from, allNodes(units));
  return units.reduce((first, unit) => placeBack(run, first, unit), from);
}

/** In the order in which they are moved back. */
const unitsBack = ({ isOfElements, units }: Run): readonly Unit[] =>
  isOfElements ? units.toReversed() : units;

/** What the first unit that moves back is placed by. */
const startOfBack = (run: Run): ChildNode | null => (run.isOfElements ? null : placeBefore(run));

/** Moves all units of a run back to their places. */
const putBack = (run: Run): void => keepingFocus(() => void moveBack(run, unitsBack(run), startOfBack(run)));

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

/** Options of `createReorder`. */
interface ReorderOptions {
  readonly signal: AbortSignal;
  /** Runs a step that moves nodes, so that observers of other changes on the page can ignore it. */
  readonly moving?: ((work: () => void) => void) | undefined;
}

/** Orders items until restored or aborted, in idle slices from the top. */
export function createReorder(
  manner: ReorderManner,
  { signal, moving = (work) => work() }: ReorderOptions,
): Reorder {
  let undo: (() => void)[] = [];
  let life = new AbortController();
  let moved: Moved | undefined;

  const restoreAtOnce = (): void => {
    life.abort();
    const putAllBack = (): void => undo.toReversed().forEach((each) => each());
    if (moved) moving(putAllBack);
    else putAllBack();
    undo = [];
    moved = undefined;
  };

  /** Moves the units of each run in idle slices; `move` returns the node by which the next units are placed. */
  const moveInSlices = (
    runs: readonly Run[],
    {
      order,
      start,
      moveUnits,
    }: {
      readonly order: (run: Run) => readonly Unit[];
      readonly start: (run: Run) => ChildNode | null;
      readonly moveUnits: (run: Run, units: readonly Unit[], from: ChildNode | null) => ChildNode | null;
    },
    onEnd = (): void => undefined,
  ): void => {
    life.abort();
    life = new AbortController();
    const placed = new Map<Run, ChildNode | null>(runs.map((run) => [run, start(run)]));
    const steps = runs.flatMap((run) => stepsOf(run, order(run)));
    const queue = createIdleQueue<Step>(
      ({ run, units }) => {
        const last = placed.get(run) ?? null;
        // The page has changed the list in the meantime: left as it is.
        if (last && last.parentNode !== run.parent) return;
        moving(() => keepingFocus(() => placed.set(run, moveUnits(run, units, last))));
      },
      () => {
        if (queue.size() === 0) onEnd();
      },
      { signal: AbortSignal.any([signal, life.signal]), most: STEPS_AT_ONCE },
    );
    queue.add(steps);
  };

  const move = (items: readonly RankedItem[]): void => {
    const again = moved && rankAgain(moved, items);
    if (!again) {
      restoreAtOnce();
      moved = { runs: findRuns(items), ranks: ranksOf(items) };
      undo = moved.runs.flatMap((run) => [holdNumbers(run), () => putBack(run)]);
    } else moved = again;
    moveInSlices(moved.runs, {
      order: ({ units }) => units.toSorted((a, b) => a.rank - b.rank),
      start: placeBefore,
      moveUnits: (run, units, from) => placeAfter(run, from, allNodes(units)),
    });
  };

  signal.addEventListener('abort', restoreAtOnce, { once: true });
  return {
    apply: (items) => {
      if (signal.aborted) return;
      if (manner === 'move') move(items);
      else {
        restoreAtOnce();
        undo = findRuns(items).map(styleOrder);
      }
    },
    restore: () => {
      if (moved)
        moveInSlices(
          moved.runs,
          { order: unitsBack, start: startOfBack, moveUnits: moveBack },
          restoreAtOnce,
        );
      else restoreAtOnce();
    },
  };
}
