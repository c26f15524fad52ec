/** An upright rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Distance to the anchor and to the window's edges, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * Where to put something beside its anchor so that all of it is seen: below
 * where it fits, else above, else on the roomier side and no higher than that.
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
