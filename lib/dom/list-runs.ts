/** Finds which items of a page's lists are neighbours, and so can change places. */

/**
 * An item of a list: all elements that it consists of, in order and of one parent, and its rank, the lowest first.
 */
export interface RankedItem {
  readonly parts: readonly Element[];
  readonly rank: number;
}

/** Nodes that move together. */
export interface Unit {
  readonly nodes: readonly ChildNode[];
  /**
   * What follows each node in the page's own order, if only elements move; undefined if the text between them moves
   * along.
   */
  readonly nexts?: readonly (ChildNode | null)[] | undefined;
  readonly rank: number;
}

/** Adjacent items. */
export interface Run {
  readonly parent: Element;
  /** The node that it follows; an element if only elements move. */
  readonly before: ChildNode | null;
  /** Whether white space stays where it is, which takes half of the time and looks the same between blocks. */
  readonly isOfElements: boolean;
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

/** The elements from an item's first part to its last. */
function elementsOf({ parts, rank }: RankedItem): Unit | undefined {
  const last = parts.at(-1);
  const nodes: Element[] = [];
  for (let node = parts[0] ?? null; node; node = node.nextElementSibling) {
    nodes.push(node);
    if (node === last) return { nodes, nexts: nodes.map(({ nextSibling }) => nextSibling), rank };
  }
  return undefined;
}

/** Whether no text stands directly in a list, and its items are blocks, so that white space between them is not seen. */
function hasOnlyBlocks(parent: Element, { parts }: RankedItem): boolean {
  // Counted by the browser: looking at thousands of text nodes from here would take as long as moving them.
  const loose = document.evaluate(
    'count(text()[normalize-space()])',
    parent,
    null,
    XPathResult.NUMBER_TYPE,
  ).numberValue;
  return loose === 0 && parts.every((part) => /^(?:block|list-item)$/.test(getComputedStyle(part).display));
}

/** The runs among a parent's children, found in one pass in document order. */
function runsIn(
  parent: Element,
  byFirst: ReadonlyMap<Node, RankedItem>,
  isOfElements: boolean,
): readonly Run[] {
  const runs: Run[] = [];
  let run: Unit[] | undefined;
  const nextOf = (node: ChildNode): ChildNode | null =>
    isOfElements && node instanceof Element ? node.nextElementSibling : node.nextSibling;
  let previous: ChildNode | null = null;
  let node: ChildNode | null = isOfElements ? parent.firstElementChild : parent.firstChild;
  while (node) {
    const item = byFirst.get(node);
    const unit: Unit | undefined = item && (isOfElements ? elementsOf(item) : unitOf(item));
    if (unit) {
      if (run) run.push(unit);
      else runs.push({ parent, before: previous, isOfElements, units: (run = [unit]) });
    } else run = undefined;
    previous = unit?.nodes.at(-1) ?? node;
    node = nextOf(previous);
  }
  return runs.filter(({ units }) => units.length > 1);
}

/** The runs that these items form, which may be given in any order; a single item forms none. */
export function findRuns(items: readonly RankedItem[]): readonly Run[] {
  const byFirst = new Map<Node, RankedItem>();
  const parents = new Map<Element, RankedItem>();
  for (const item of items) {
    const [first] = item.parts;
    if (!first?.parentElement) continue;
    byFirst.set(first, item);
    if (!parents.has(first.parentElement)) parents.set(first.parentElement, item);
  }
  return Array.from(parents, ([parent, item]) => runsIn(parent, byFirst, hasOnlyBlocks(parent, item))).flat();
}

/** The runs that were moved last, with the rank of each item by its first part. */
export interface Moved {
  readonly runs: readonly Run[];
  readonly ranks: ReadonlyMap<Node, number>;
}

/** The same runs with the ranks of these items, if they are the same items and none has left its list. */
export function rankAgain({ runs, ranks }: Moved, items: readonly RankedItem[]): Moved | undefined {
  const next = ranksOf(items);
  if (next.size !== ranks.size) return undefined;
  for (const first of next.keys()) if (!ranks.has(first)) return undefined;
  for (const { parent, units } of runs)
    for (const { nodes } of units)
      if (nodes.some(({ parentNode }) => parentNode !== parent)) return undefined;
  const rankOf = ({ nodes, rank }: Unit): number => (nodes[0] && next.get(nodes[0])) ?? rank;
  return {
    runs: runs.map((run) => ({
      ...run,
      units: run.units.map((unit) => ({ ...unit, rank: rankOf(unit) })),
    })),
    ranks: next,
  };
}

/** The rank of each item by its first part. */
export const ranksOf = (items: readonly RankedItem[]): ReadonlyMap<Node, number> =>
  new Map(items.flatMap(({ parts: [first], rank }) => (first ? [[first, rank] as const] : [])));
