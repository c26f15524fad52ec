/**
 * Hides entries of a listing without moving or removing a node. `hidden=until-found` keeps folded text findable by
 * find-in-page, which unfolds it (https://developer.mozilla.org/docs/Web/HTML/Global_attributes/hidden). Removing
 * two attributes and one style sheet restores the page exactly.
 */
import { createIdleQueue } from '@/lib/dom/idle-queue';

const FOLDED = 'data-sidelight-folded';

/** Value of the attribute while an entry is not rendered at all: between unfolded and folded, in either direction. */
const OUT = 'out';

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
  :is(*, li)[${FOLDED}=${OUT}] { display: none !important; }
}
@media print { [${FOLDED}] { content-visibility: visible !important; } }
`;

/**
 * More changes than this are made in two steps. Chromium gives a folded box a paint layer and searches all boxes
 * after it for the next layer, so that folding 2,000 entries at once takes seconds. So entries are first set to
 * `display: none`, which costs no layer, and then folded in slices from the last one backwards, where the next
 * layer is near. They are unfolded in slices from the first one on, so that nothing visible moves.
 */
const AT_ONCE = 200;

/** Number of entries that are unfolded at once, from the first one in view; and number of entries in a slice. */
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

/** Keeps entries folded until unfolded or aborted; an entry that find-in-page reached stays unfolded. */
export function createFolder({ signal }: { readonly signal: AbortSignal }): Folder {
  /** All entries that have our attribute, with the change that they wait for or that was made. */
  const known = new Map<Element, FoldChange>();
  const revealed = new Set<Element>();
  const style = document.createElement('style');
  style.textContent = CSS;

  const takeOut = (change: FoldChange): void => {
    if (!style.isConnected) document.documentElement.append(style);
    known.set(change.entry, change);
    for (const part of change.parts) {
      part.setAttribute(FOLDED, OUT);
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
  const isOut = ({ parts }: FoldChange): boolean => parts.some((part) => part.getAttribute(FOLDED) === OUT);

  const finish = (change: FoldChange): void => {
    // The filter may have changed since.
    if (known.get(change.entry) !== change) return;
    if (change.isFolded) fold(change);
    else unfold(change.entry);
  };
  const queue = createIdleQueue(finish, () => undefined, { signal, most: IN_SIGHT });

  const applyMany = (changes: readonly FoldChange[]): void => {
    const back = changes.filter(({ isFolded }) => !isFolded);
    const first = back.findIndex(({ entry }) => entry.getBoundingClientRect().bottom > 0);
    const inSight = new Set(back.slice(Math.max(0, first), Math.max(0, first) + IN_SIGHT));
    for (const change of changes) {
      if (inSight.has(change)) unfold(change.entry);
      else takeOut(change);
    }
    const waiting = [...known.values()].filter(isOut);
    queue.replace([
      ...waiting.filter(({ isFolded }) => !isFolded),
      ...waiting.filter(({ isFolded }) => isFolded).toReversed(),
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
      if (changes.length > AT_ONCE) applyMany(changes);
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
