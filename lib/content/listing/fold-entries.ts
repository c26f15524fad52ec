/**
 * Hides entries of a listing without moving or removing a node. `hidden=until-found` keeps folded text findable by
 * find-in-page, which unfolds it (https://developer.mozilla.org/docs/Web/HTML/Global_attributes/hidden). Removing
 * two attributes and one style sheet restores the page exactly.
 */
import { createIdleQueue } from '@/lib/dom/idle-queue';

const FOLDED = 'data-sidelight-folded';

/** Value of the attribute while an entry is not rendered at all: between unfolded and folded, in either direction. */
const UNRENDERED = 'unrendered';

/**
 * A folded entry takes no space. Cards are positioned absolutely, or each would leave a hole in its grid. Search
 * results stay list items, or those that follow would be renumbered; a list marker outside keeps its line in
 * Chromium, so it is set inside. `display` overrides the sites' own rule for `hidden`, which would hide the text
 * from find-in-page.
 */
const CSS = `
[${FOLDED}] { display: block !important; }
li[${FOLDED}] { display: list-item !important; }
@media not print {
  [${FOLDED}] {
    content-visibility: hidden !important; min-height: 0 !important; height: 0 !important; margin-block: 0 !important;
    padding-block: 0 !important; border-block: 0 !important; overflow: clip !important;
  }
  li[${FOLDED}] { list-style-position: inside !important; }
  :is(article, div)[${FOLDED}] { position: absolute !important; width: 1px !important; }
  :is(*, li)[${FOLDED}=${UNRENDERED}] { display: none !important; }
}
@media print { [${FOLDED}] { content-visibility: visible !important; } }
`;

/**
 * More changes than this are made in two steps. Chromium gives a folded box a paint layer and searches all boxes
 * after it for the next layer, so that folding 2,000 entries at once takes seconds. So entries are first set to
 * `display: none`, which costs no layer, and then folded in slices from the last one backwards, where the next
 * layer is near. They are unfolded in slices from the first one on, so that nothing visible moves.
 *
 * It is also the number of entries that are set to `display: none` in one slice: for 2,000 the browser would need
 * one long task for styles and layout.
 */
const AT_ONCE = 200;

/**
 * Number of entries that are unfolded at once, from the first one in view; and that are folded or unfolded in a
 * slice.
 */
const IN_SIGHT = 40;

/** An entry that is to be folded or not: the element that stands for it, and its parts. */
export interface FoldChange {
  readonly entry: Element;
  readonly parts: readonly Element[];
  readonly isFolded: boolean;
}

/** Folds entries of one listing. */
export interface Folder {
  /** Folds and unfolds entries, given in document order; many of them in slices. */
  readonly apply: (changes: readonly FoldChange[]) => void;
  /** Whether an entry is folded or unfolded as given, or about to be. */
  readonly is: (entry: Element, isFolded: boolean) => boolean;
  /** Forgets which entries find-in-page unfolded, so that they may fold again. */
  readonly forget: () => void;
}

/** Splits a list into lists of at most `size` items. */
const batchesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Keeps entries folded until unfolded or aborted; an entry that find-in-page reached stays unfolded. */
export function createFolder({ signal }: { readonly signal: AbortSignal }): Folder {
  /** All entries that have our attribute, with the change that they wait for or that was made. */
  const known = new Map<Element, FoldChange>();
  const revealed = new Set<Element>();
  const style = document.createElement('style');
  style.textContent = CSS;

  const stopRendering = (change: FoldChange): void => {
    if (!style.isConnected) document.documentElement.append(style);
    known.set(change.entry, change);
    for (const part of change.parts) {
      part.setAttribute(FOLDED, UNRENDERED);
      if (part.getAttribute('hidden') === 'until-found') part.removeAttribute('hidden');
    }
  };
  const fold = (change: FoldChange): void => {
    if (!style.isConnected) document.documentElement.append(style);
    known.set(change.entry, change);
    for (const part of change.parts) {
      part.setAttribute(FOLDED, '');
      part.setAttribute('hidden', 'until-found');
    }
  };
  const unfold = (entry: Element): void => {
    for (const part of known.get(entry)?.parts ?? []) {
      part.removeAttribute(FOLDED);
      if (part.getAttribute('hidden') === 'until-found') part.removeAttribute('hidden');
    }
    known.delete(entry);
    if (known.size === 0) style.remove();
  };
  const isUnrendered = ({ parts }: FoldChange): boolean =>
    parts.some((part) => part.getAttribute(FOLDED) === UNRENDERED);
  const isShown = ({ parts }: FoldChange): boolean => !parts.some((part) => part.hasAttribute(FOLDED));
  /** Whether a change is still the one to make: the filter may have changed since. */
  const isCurrent = (change: FoldChange): boolean => known.get(change.entry) === change;

  const finish = (change: FoldChange): void => {
    if (!isCurrent(change)) return;
    if (change.isFolded) fold(change);
    else unfold(change.entry);
  };
  const queue = createIdleQueue<() => void>(
    (step) => step(),
    () => {},
    { signal, most: 1 },
  );

  /**
   * Makes many changes; `all` are the listing's entries in document order, some of which may wait for an earlier
   * change.
   */
  const applyMany = (all: readonly FoldChange[], changes: readonly FoldChange[]): void => {
    // Measured before anything is written, so that nothing forces a layout.
    const top = Math.max(
      0,
      all.findIndex(({ entry }) => entry.getBoundingClientRect().bottom > 0),
    );
    for (const change of changes) known.set(change.entry, change);
    const waitingIn = (entries: readonly FoldChange[]): FoldChange[] =>
      entries
        .flatMap(({ entry }) => known.get(entry) ?? [])
        .filter((change) => !change.isFolded || isUnrendered(change) || isShown(change));
    const fromTop = waitingIn([...all.slice(top), ...all.slice(0, top)]);
    let inSight = 0;
    for (const change of fromTop) {
      if (change.isFolded || (!isShown(change) && inSight >= IN_SIGHT)) continue;
      if (!isShown(change)) inSight += 1;
      unfold(change.entry);
    }
    const [first, ...others] = batchesOf(
      fromTop.filter((change) => isCurrent(change) && !isUnrendered(change)),
      AT_ONCE,
    );
    first?.forEach(stopRendering);
    const waiting = waitingIn(all);
    queue.replace([
      ...others.map((batch) => () => batch.filter(isCurrent).forEach(stopRendering)),
      ...[
        ...batchesOf(
          waiting.filter(({ isFolded }) => !isFolded),
          IN_SIGHT,
        ),
        ...batchesOf(waiting.filter(({ isFolded }) => isFolded).toReversed(), IN_SIGHT),
      ].map((batch) => () => batch.forEach(finish)),
    ]);
  };

  document.addEventListener(
    'beforematch',
    ({ target }) => {
      for (const [entry, { parts }] of known) {
        if (!parts.some((part) => part === target)) continue;
        revealed.add(entry);
        unfold(entry);
        return;
      }
    },
    { signal, capture: true },
  );
  signal.addEventListener(
    'abort',
    () => {
      // Deleting from a map during iteration is well defined.
      for (const entry of known.keys()) unfold(entry);
    },
    { once: true },
  );

  const is = (entry: Element, isFolded: boolean): boolean =>
    isFolded === (known.get(entry)?.isFolded ?? false) || (isFolded && revealed.has(entry));
  return {
    apply: (wanted) => {
      if (signal.aborted) return;
      const changes = wanted.filter(({ entry, isFolded }) => !is(entry, isFolded));
      if (changes.length > AT_ONCE) applyMany(wanted, changes);
      else {
        for (const change of changes) {
          if (change.isFolded) fold(change);
          else unfold(change.entry);
        }
      }
    },
    is,
    forget: () => revealed.clear(),
  };
}
