/**
 * Computes what an element paints at a point of the window, as the share of the contrast below that is left: 1
 * if it paints nothing there, 0 if it hides everything. Whatever cannot be measured counts as hiding.
 */

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Elements that paint something regardless of their style, and SVG shapes. */
const REPLACED = /^(?:img|canvas|video|iframe|object|embed|input|select|textarea|progress|meter)$/;
const SHAPES = /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|tspan|image|use|foreignObject)$/;

const pixels = (css: string): number => Number.parseFloat(css) || 0;

/**
 * The sum of all lengths in the value of a shadow or outline: an upper limit of how far from its box it paints.
 */
const reach = (css: string): number =>
  [...css.matchAll(/(-?[\d.]+)px/g)].reduce((sum, [, length]) => sum + Math.abs(Number(length)), 0);

function isWithin({ x, y }: Point, box: DOMRect, outset = 0): boolean {
  return (
    box.left - outset <= x && x <= box.right + outset && box.top - outset <= y && y <= box.bottom + outset
  );
}

/** The alpha of a colour from 0 to 1, and its channels if it is an RGB colour. */
function parseColour(css: string): { readonly alpha: number; readonly channels: readonly number[] } {
  if (css === 'transparent') return { alpha: 0, channels: [] };
  const numbers = (css.match(/[\d.]+/g) ?? []).map(Number);
  if (/^rgba?\(/.test(css))
    return { alpha: numbers[3] ?? 1, channels: numbers.slice(0, 3).map((channel) => channel / 255) };
  const alpha = /\/\s*([\d.]+)(%?)\)$/.exec(css);
  return { alpha: alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1, channels: [] };
}

/** How far apart black and white remain under one channel of a colour, by blend mode; 0 for all other modes. */
const SPREADS: Readonly<Record<string, (channel: number) => number>> = {
  multiply: (channel) => channel,
  darken: (channel) => channel,
  screen: (channel) => 1 - channel,
  lighten: (channel) => 1 - channel,
  difference: (channel) => 1 - 2 * channel,
};

/**
 * The share of the contrast between black and white that is left under a colour. Blend modes are supported
 * because extensions that tint or invert pages put such a colour over the whole page
 * (https://www.w3.org/TR/compositing-1/#blending).
 */
export function contrastUnder(css: string, blendMode = 'normal'): number {
  const { alpha, channels } = parseColour(css);
  const spread = SPREADS[blendMode];
  if (!spread || channels.length === 0) return 1 - alpha;
  return Math.max(...channels.map((channel) => Math.abs(1 - alpha + alpha * spread(channel))));
}

/** The share of the contrast that each function of a `backdrop-filter` leaves; all others count as hiding. */
const FILTERS: Readonly<Record<string, (amount: number) => number>> = {
  'hue-rotate': () => 1,
  sepia: () => 1,
  grayscale: () => 1,
  saturate: () => 1,
  invert: (amount) => Math.abs(1 - 2 * amount),
  brightness: (amount) => Math.min(amount, 1 / amount),
  contrast: (amount) => Math.min(amount, 1),
};

/** The share of the contrast that is left behind an element with this `backdrop-filter`. */
export function contrastBehindFilter(css: string): number {
  if (css === '' || css === 'none') return 1;
  return [...css.matchAll(/([a-z-]+)\(([\d.]*)(%?)[^)]*\)/g)].reduce(
    (left, [, name = '', amount, percent]) =>
      left * (FILTERS[name]?.(Number(amount) / (percent ? 100 : 1)) ?? 0),
    1,
  );
}

/** The share that is left inside the border box: background, border, images, and a filter of the backdrop. */
function contrastInBox(element: Element, style: CSSStyleDeclaration, point: Point, box: DOMRect): number {
  if (REPLACED.test(element.localName) || style.backgroundImage !== 'none') return 0;
  if (SHAPES.test(element.localName) && (style.fill !== 'none' || style.stroke !== 'none')) return 0;
  // A blend mode only affects the page below if it is on the outermost element, since other elements blend
  // within their group.
  const mode = element.parentElement === document.documentElement ? style.mixBlendMode : 'normal';
  let left = contrastUnder(style.backgroundColor, mode) * contrastBehindFilter(style.backdropFilter);
  const borders = [
    [point.y - box.top, style.borderTopWidth, style.borderTopColor],
    [box.right - point.x, style.borderRightWidth, style.borderRightColor],
    [box.bottom - point.y, style.borderBottomWidth, style.borderBottomColor],
    [point.x - box.left, style.borderLeftWidth, style.borderLeftColor],
  ] as const;
  for (const [distance, width, colour] of borders)
    if (distance < pixels(width)) left = Math.min(left, contrastUnder(colour));
  return left;
}

/** The share that is left around the border box: shadows, an outline, and effects that may paint anywhere. */
function contrastAroundBox(style: CSSStyleDeclaration, point: Point, box: DOMRect): number {
  const { boxShadow, outlineStyle, outlineWidth, outlineOffset, outlineColor, filter } = style;
  let left = 1;
  if (!isWithin(point, box)) {
    for (const shadow of boxShadow === 'none' ? [] : boxShadow.split(/,(?![^(]*\))/))
      if (isWithin(point, box, reach(shadow))) left *= contrastUnder(colourIn(shadow));
    if (outlineStyle !== 'none' && isWithin(point, box, pixels(outlineWidth) + pixels(outlineOffset)))
      left *= contrastUnder(outlineColor);
    if (filter.includes('drop-shadow') && isWithin(point, box, reach(filter))) left = 0;
  }
  const reflection = style.getPropertyValue('-webkit-box-reflect');
  const isAnywhere =
    /url\(/.test(filter) || style.borderImageSource !== 'none' || !/^(?:none)?$/.test(reflection);
  return isAnywhere ? 0 : left;
}

const colourIn = (shadow: string): string => /[a-z]+\([^)]*\)/.exec(shadow)?.[0] ?? '';

/** Whether text of this very element, with its shadow, lines and outline, covers the point. */
function hasTextAt(element: Element, style: CSSStyleDeclaration, point: Point): boolean {
  const outset =
    reach(style.textShadow) + pixels(style.textDecorationThickness) + pixels(style.webkitTextStrokeWidth);
  return [...element.childNodes].some((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((box) => isWithin(point, box, outset));
  });
}

/**
 * Whether a list marker or pseudo-element, whose position cannot be queried, paints something and lets clicks
 * through.
 */
function hasPseudoElement(element: Element, style: CSSStyleDeclaration, isInert: boolean): boolean {
  if (style.display === 'list-item' && style.listStyleType !== 'none') return true;
  return ['::before', '::after'].some((name) => {
    const { content, pointerEvents, visibility, backgroundColor, backgroundImage, boxShadow } =
      getComputedStyle(element, name);
    if (/^(?:none|normal|)$/.test(content) || visibility !== 'visible') return false;
    if (!isInert && pointerEvents !== 'none') return false;
    const isBlank = content === '""' && backgroundImage === 'none' && boxShadow === 'none';
    return !isBlank || contrastUnder(backgroundColor) < 1;
  });
}

/**
 * The share of the contrast below that is left at the point; `opacity` is the product of the element's and its
 * ancestors'.
 */
export function contrastBelow(
  element: Element,
  style: CSSStyleDeclaration,
  point: Point,
  { opacity, isInert }: { readonly opacity: number; readonly isInert: boolean },
): number {
  if (style.visibility !== 'visible') return 1;
  const box = element.getBoundingClientRect();
  let left = contrastAroundBox(style, point, box);
  // An element that takes clicks would have received this one, so it is not checked.
  if (isInert || style.pointerEvents === 'none') {
    if (isWithin(point, box)) left *= contrastInBox(element, style, point, box);
    if (left > 0 && (hasTextAt(element, style, point) || hasPseudoElement(element, style, isInert))) left = 0;
  }
  return 1 - opacity * (1 - left);
}

/** The share of the contrast that is left below the backdrop of an element in the top layer. */
export function contrastBelowBackdrop(element: Element): number {
  const { display, backgroundColor, backgroundImage, backdropFilter, opacity } = getComputedStyle(
    element,
    '::backdrop',
  );
  if (display === 'none') return 1;
  const left =
    backgroundImage === 'none' ? contrastUnder(backgroundColor) * contrastBehindFilter(backdropFilter) : 0;
  return 1 - Number(opacity) * (1 - left);
}
