/**
 * Folding entries of a listing away without moving or removing a node of it.
 * `hidden=until-found` keeps folded text within reach of find-in-page: what is
 * found there unfolds. Taking two attributes and one style sheet away restores
 * the page exactly.
 */

const FOLDED = 'data-sidelight-folded';

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
}
@media print { [${FOLDED}] { content-visibility: visible !important; } }
`;

/** Folds entries of one listing. */
export interface Folder {
  /** Folds or unfolds an entry's parts; `entry` is the element that stands for it. */
  readonly set: (entry: Element, parts: readonly Element[], isFolded: boolean) => void;
  /** Whether an entry is as it is to be: folded or not. */
  readonly is: (entry: Element, isFolded: boolean) => boolean;
  /** Forgets what find-in-page found: it may fold again. */
  readonly forget: () => void;
}

/** Keeps entries folded until unfolded or aborted; an entry that find-in-page reached stays unfolded. */
export function createFolder({ signal }: { readonly signal: AbortSignal }): Folder {
  const folded = new Map<Element, readonly Element[]>();
  const revealed = new Set<Element>();
  const style = document.createElement('style');
  style.textContent = CSS;

  const unfold = (entry: Element): void => {
    for (const part of folded.get(entry) ?? []) {
      part.removeAttribute(FOLDED);
      if (part.getAttribute('hidden') === 'until-found') part.removeAttribute('hidden');
    }
    folded.delete(entry);
    if (folded.size === 0) style.remove();
  };
  document.addEventListener(
    'beforematch',
    ({ target }) => {
      for (const [entry, parts] of folded) {
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
      for (const entry of folded.keys()) unfold(entry);
    },
    { once: true },
  );
  return {
    set: (entry, parts, isFolded) => {
      if (isFolded === folded.has(entry)) return;
      if (!isFolded) {
        unfold(entry);
        return;
      }
      if (revealed.has(entry) || signal.aborted) return;
      if (!style.isConnected) document.documentElement.append(style);
      folded.set(entry, parts);
      for (const part of parts) {
        part.setAttribute(FOLDED, '');
        part.setAttribute('hidden', 'until-found');
      }
    },
    is: (entry, isFolded) => isFolded === folded.has(entry) || (isFolded && revealed.has(entry)),
    forget: () => revealed.clear(),
  };
}
