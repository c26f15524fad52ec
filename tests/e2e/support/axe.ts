/** What a document without layout cannot tell: contrast, sizes of targets, and whether everything fits. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule but the advice of the highest grade. */
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules among them that look at colours: another theme changes these and nothing else of a document. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The faults that axe finds by all rules, or by those of colours alone, as "rule: element". */
export async function faultsIn(
  frame: Page | Frame,
  { ofColours = false }: { readonly ofColours?: boolean } = {},
): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  return frame.evaluate(
    async (runOnly) => {
      // What passes is not listed, which takes longer than finding it out.
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

/** By how many CSS pixels a document is wider than its window. */
export const overflowOf = (frame: Page | Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
