/** Below this share of full brightness a background counts as dark. */
const DARK = 0.4;

function brightnessOf(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = [...colour.matchAll(/[\d.]+/g)].map(Number);
  // A colour that is mostly see-through says nothing of what is seen.
  return alpha < 0.5 ? undefined : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/**
 * Whether what stands directly on the page stands on a dark ground: as it is
 * painted now, by the site, by its reader's style sheets or by another
 * extension. A page that paints no ground has the browser's, which is light
 * unless the page agreed to a dark one.
 */
export function isOnDark(document: Document): boolean {
  for (const element of [document.body, document.documentElement]) {
    const style = getComputedStyle(element);
    const brightness = brightnessOf(style.backgroundColor);
    if (brightness !== undefined) return brightness < DARK;
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  return /\bdark\b/.test(colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches;
}
