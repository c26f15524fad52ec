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
  readonly rank: number;
}

/** Adjacent items. */
export interface Run {
  readonly parent: Element;
  /** The node that it follows. */
  readonly before: ChildNode | null;
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

/** The runs among a parent's children, found in one pass in document order. */
function runsIn(parent: Element, byFirst: ReadonlyMap<Node, RankedItem>): readonly Run[] {
  const runs: Run[] = [];
  let run: Unit[] | undefined;
  let node: ChildNode | null = parent.firstChild;
  while (node) {
    const item = byFirst.get(node);
    const unit = item && unitOf(item);
    if (unit) {
      if (run) run.push(unit);
      else runs.push({ parent, before: node.previousSibling, units: (run = [unit]) });
    } else run = undefined;
    node = (unit?.nodes.at(-1) ?? node).nextSibling;
  }
  return runs.filter(({ units }) => units.length > 1);
}

/** The runs that these items form, which may be given in any order; a single item forms none. */
export function findRuns(items: readonly RankedItem[]): readonly Run[] {
  const byFirst = new Map<Node, RankedItem>();
  const parents = new Set<Element>();
  for (const item of items) {
    const [first] = item.parts;
    if (!first?.parentElement) continue;
    byFirst.set(first, item);
    parents.add(first.parentElement);
  }
  return [...parents].flatMap((parent) => runsIn(parent, byFirst));
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
