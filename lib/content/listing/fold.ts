/**
 * Folding entries of a listing away without moving or removing a node of it.
 * `hidden=until-found` keeps folded text within reach of find-in-page: what is
 * found there unfolds. Taking two attributes and one style sheet away restores
 * the page exactly.
 */
import { createIdleQueue } from '@/lib/dom/idle-queue';

const FOLDED = 'data-sidelight-folded';

/** Value of the attribute while an entry is not drawn at all: on its way to being folded, or to being seen again. */
const OUT = 'out';

/**
 * A folded entry takes no room. Cards leave the flow, or each would leave a hole
 * in its grid. Results stay items of their list, or those that follow would be
 * numbered anew; a number outside keeps its line in Chromium, so it goes inside.
 * The sites' own rules for `hidden` would put the text out of reach.
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
 * More changes than these are made in two steps. Chromium gives a folded box a layer and looks through all that
 * follows it for the layer to put it before, so that 2,000 entries at once take seconds; what is not drawn costs
 * nothing. So entries are first not drawn, then folded in slices from the last one on, each before a layer that is
 * there; on the way back they are drawn in slices from the first one on, and move nothing that is drawn.
 */
const AT_ONCE = 200;

/** Of many entries to be seen again, so many are at once, from the first in sight on; and entries of a slice. */
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
  /** Whether an entry is as it is to be, or on its way there. */
  readonly is: (entry: Element, isFolded: boolean) => boolean;
  /** Forgets what find-in-page found: it may fold again. */
  readonly forget: () => void;
}

/** Keeps entries folded until unfolded or aborted; an entry that find-in-page reached stays unfolded. */
export function createFolder({ signal }: { readonly signal: AbortSignal }): Folder {
  /** All entries that carry our attribute, and whether they are to. */
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
    // Another filter may have been chosen since.
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
      // What is taken out of a map while it is walked through is no trouble to it.
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
