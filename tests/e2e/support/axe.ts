/** Checks that need a layout: contrast, sizes of targets, and whether everything fits. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule except those of level AAA. */
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules about colours: another theme can change the result of these only. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Lists the violations that axe finds, with all rules or only those for colours, as "rule: element". */
export async function faultsIn(
  frame: Page | Frame,
  { ofColours = false }: { readonly ofColours?: boolean } = {},
): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  return frame.evaluate(
    async (runOnly) => {
      // Passes are not reported, which would take longer than the check itself.
      const { violations } = await Reflect.get(window, 'axe').run(document, {
        runOnly,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
      );
    },
    ofColours ? COLOUR_RULES : ALL_RULES,
  );
}

/** How many CSS pixels a document exceeds its window by. */
export const overflowOf = (frame: Page | Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Violations, and how far what is shown in a tab exceeds its window: in light colours and then in dark ones. */
export async function faultsInBothThemes(tab: Page, shown: Page | Frame): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await faultsIn(shown, { ofColours: colorScheme === 'dark' });
    found.push(...faults.map((fault) => ({ colorScheme, fault })));
    const overflow = await overflowOf(shown);
    if (overflow > 0) found.push({ colorScheme, overflow });
  }
  return found;
}
