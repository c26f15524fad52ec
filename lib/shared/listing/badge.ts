/**
 * The badge beside an entry: a host element with a closed shadow root and one button in it. It is placed at
 * the end of the entry's line without taking part in its layout, so no entry becomes higher or wider.
 */
import { accent, inkSoft, lamp, line as edge, paper, surfaceHover } from 'virtual:tokens';
import { lineParts, type EntryLine, type LinePart } from '@/lib/domain/entry';
import type { BadgePlace } from '@/lib/sites/listings';
import { t } from '@/lib/shared/texts';
import { lineLabel, markOf, partWords } from './line-texts';

/** The theme of the page around a badge. */
type Theme = 'light' | 'dark';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const BADGE = 'sidelight-badge';

/**
 * In pixels, never rem, because the page sets the root's font size. Without insets, an absolutely positioned
 * inline box is placed where the text before it ends, and its width is limited to the rest of the line: the
 * grid's column may shrink to nothing. The margin after it leaves space for the save button, which would
 * otherwise make a narrow page wider.
 */
const CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  position: absolute !important;
  display: inline-grid !important;
  grid-template-columns: minmax(0, max-content) !important;
  margin: 0 var(--save) 0 10px !important;
  z-index: 1 !important;
  font: 11px/1.364 system-ui, sans-serif !important;
  user-select: none !important;
  --save: 20px;
  color-scheme: light !important;
}
:host([data-theme=dark]) { color-scheme: dark !important; }
:host([data-place=tags]) { margin: 4px var(--save) 0 6px !important; }
:host([data-place=corner]), :host([data-place=band]) {
  inset: 8px auto auto 8px !important;
  max-width: calc(100% - 16px - var(--save)) !important;
  margin: 0 !important;
}
:host([data-place=band]) {
  inset: var(--top, 0) auto auto calc(var(--left, 0px) - 3px) !important;
  max-width: calc(100% - 2 * var(--left, 0px) - var(--save)) !important;
}
:host([hidden]) { display: none !important; }
@media print { :host { display: none !important; } }
button {
  all: unset; box-sizing: border-box; display: flex; flex-wrap: wrap; min-width: 0; height: max(15px, 1lh); padding: 0 4px 0 3px;
  border-radius: 3px; overflow: hidden; cursor: pointer; color: ${inkSoft};
}
/* Parts that do not fit wrap to a hidden line: half a number would be read as another number. */
span { flex: none; max-width: 100%; white-space: pre; }
[hidden] { display: none; }
:host([data-place=corner]) button { height: max(18px, 1lh + 2px); line-height: 1.455; padding: 0 7px 0 5px; border: 1px solid ${edge}; border-radius: 9px; background: color-mix(in srgb, ${paper} 94%, transparent); }
/* As high as a line, also alone in one: the next line would begin within the button. */
button::before {
  content: ''; flex: none; box-sizing: border-box; width: 7px; height: 7px; margin-block: calc((1lh - 7px) / 2); margin-inline-end: 5px;
  border: 1.5px solid ${lamp}; border-radius: 50%;
}
button[data-mark=curated]::before { background: ${lamp}; }
button[data-mark=automatic]::before { background: linear-gradient(90deg, ${lamp} 50%, transparent 50%); }
button[data-mark=met]::before { background: radial-gradient(circle, ${lamp} 30%, transparent 40%); }
button[data-mark=title]::before { border-style: dotted; }
.marks { font-weight: 600; color: ${accent}; }
.marks::before { content: '★ '; }
.marks[data-status=read]::before { content: '✓ '; }
/* Shown beside the badge on hover and focus only; otherwise it has no width. */
.save { position: absolute; inset: 0 auto auto 100%; display: none; max-width: var(--save); padding: 0 4px; color: ${accent}; }
.save::before { content: none !important; }
:host(:hover) .save, :host(:focus-within) .save { display: flex; }
.watched { font-weight: 600; color: ${accent}; }
.near { color: ${accent}; }
.best { font-weight: 600; color: ${accent}; }
.code { color: ${accent}; }
button:hover, button[aria-expanded=true] { background: ${surfaceHover}; }
button:focus-visible { outline: 2px solid ${accent}; outline-offset: -2px; }
@media (pointer: coarse) { button::after { content: ''; position: absolute; inset: -5px 0; } }
@media (forced-colors: active) { button { border: 1px solid; } button::before { border-color: CanvasText; } }
`;

/** A badge; the page cannot reach its elements. */
export interface Badge {
  readonly host: HTMLElement;
  readonly setTheme: (theme: Theme) => void;
  readonly setOpen: (isOpen: boolean) => void;
  /** How many parts fit into the line. */
  readonly countSeen: () => number;
  /** Leaves out the parts after this many, so that the badge ends after the last whole part. */
  readonly showParts: (count: number) => void;
  /**
   * For a badge in a corner: places it in this strip above the card's text, in CSS pixels from its corner.
   */
  readonly setBand: (band: { readonly left: number; readonly top: number } | undefined) => void;
  readonly focus: () => void;
  /** Shows another line: the user saved the paper, or removed it. */
  readonly setLine: (line: EntryLine) => void;
  /** Whether a click or key was on the badge's save button. */
  readonly isOnSave: (event: MouseEvent) => boolean;
}

/** Builds a badge, not yet inserted. */
export function createBadge(
  line: EntryLine,
  { place, theme }: { readonly place: BadgePlace; readonly theme: Theme },
): Badge {
  const host = document.createElement(BADGE);
  host.setAttribute('data-nosnippet', '');
  host.setAttribute('data-place', place);
  host.setAttribute('data-theme', theme);
  const style = document.createElement('style');
  style.textContent = CSS;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  const save = document.createElement('button');
  save.type = 'button';
  save.className = 'save';
  let wasSaved: boolean | undefined;
  const setLine = (next: EntryLine): void => {
    // For tests. The page can read it, so it is the same for every user: what is saved, met or added stays inside.
    host.toggleAttribute('data-known', next.provenance === 'curated');
    button.setAttribute('data-mark', markOf(next));
    const parts = lineParts(next);
    const words = parts.map(partWords);
    button.setAttribute('aria-label', lineLabel(next, words));
    button.replaceChildren(...parts.map((part, at) => drawPart(part, words[at] ?? '', at)));
    // In an ordered list thousands are drawn again that are saved as before.
    const isSaved = next.marks !== undefined;
    if (isSaved === wasSaved) return;
    wasSaved = isSaved;
    save.textContent = isSaved ? '★' : '☆';
    save.title = t(isSaved ? 'badge_remove' : 'badge_save');
    save.setAttribute('aria-label', save.title);
    save.setAttribute('aria-pressed', String(isSaved));
    save.setAttribute('aria-keyshortcuts', 's');
  };
  setLine(line);
  const root = host.attachShadow({ mode: 'closed' });
  root.append(style, button, save);
  return {
    host,
    setTheme: (next) => host.setAttribute('data-theme', next),
    setBand: (band) => {
      host.setAttribute('data-place', band ? 'band' : place);
      host.style.setProperty('--left', `${band?.left ?? 0}px`);
      host.style.setProperty('--top', `${band?.top ?? 0}px`);
    },
    countSeen: () => {
      const parts = [...button.children].filter((part) => part instanceof HTMLElement);
      return parts.filter(({ offsetTop }) => offsetTop === parts[0]?.offsetTop).length;
    },
    showParts: (count) => {
      [...button.children].forEach((part, index) => part.toggleAttribute('hidden', index >= count));
    },
    setOpen: (isOpen) => button.setAttribute('aria-expanded', String(isOpen)),
    focus: () => button.focus({ preventScroll: true }),
    setLine,
    // Not every browser focuses a button at a click, and a click by keyboard has no position.
    isOnSave: ({ clientX, clientY, detail }) =>
      (detail === 0 ? root.activeElement : root.elementFromPoint(clientX, clientY)) === save,
  };
}

/** One part of a line with its words; all but the first follow a separating dot. */
function drawPart(linePart: LinePart, words: string, index: number): HTMLElement {
  const part = document.createElement('span');
  part.className = linePart.kind;
  if (linePart.kind === 'marks') part.dataset['status'] = linePart.marks.status;
  part.textContent = index === 0 ? words : ` · ${words}`;
  return part;
}
