/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width and height in CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Distance to the anchor and to the window's edges, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** Smallest useful height, in CSS pixels. */
const LEAST = 120;

/**
 * Where to put a box that belongs to `anchor` and must not cover the text `kept`: above the anchor if it
 * fits, otherwise below all of that text, otherwise on the side of these with more space if that is at least
 * `LEAST`, otherwise as `placeNear` does.
 */
export function placeBeside(
  anchor: Box,
  kept: Box,
  size: Size,
  window: Size,
): { readonly left: number; readonly top: number; readonly height: number } {
  const above = Math.min(anchor.top, kept.top) - GAP - EDGE;
  const below = window.height - EDGE - (kept.bottom + GAP);
  if (size.height > above && Math.max(above, below) < Math.min(size.height, LEAST))
    return placeNear(anchor, size, window);
  const isAbove = size.height <= above || (size.height > below && above > below);
  const height = Math.min(size.height, isAbove ? above : below);
  const { left } = placeNear(anchor, size, window);
  const top = isAbove ? Math.min(anchor.top, kept.top) - GAP - height : kept.bottom + GAP;
  return { left, top, height };
}

/**
 * Where to put a box next to its anchor so that all of it is visible: below if it fits, otherwise above,
 * otherwise on the side with more space, with its height limited to that.
 */
export function placeNear(
  anchor: Box,
  size: Size,
  window: Size,
): { readonly left: number; readonly top: number; readonly height: number } {
  const below = window.height - EDGE - (anchor.bottom + GAP);
  const above = anchor.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  const height = Math.max(0, Math.min(size.height, isBelow ? below : above));
  const rightmost = Math.max(EDGE, window.width - EDGE - size.width);
  return {
    left: Math.min(Math.max(EDGE, anchor.left), rightmost),
    top: isBelow ? anchor.bottom + GAP : anchor.top - GAP - height,
    height,
  };
}
