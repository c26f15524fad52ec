/** Decides which direction of a table's metric is better, from the table, its caption and the lexicon. */
import type { Direction } from '../paper';
import { cleanLabel, isQualityLabel, knownDirection, statedDirection } from './labels';
import type { Label } from './levels';

/**
 * The better direction, from the most to the least certain source: arrows and words beside the metric, what
 * the caption says about it, the lexicon, what the caption says about all metrics. Undefined if none gives
 * it.
 */
export function findDirection(
  metric: string | undefined,
  labels: readonly Label[],
  caption: string,
): Direction | undefined {
  for (const { text } of labels.toReversed()) {
    const stated = statedDirection(text);
    if (stated) return stated;
  }
  const name = metric === undefined ? '' : cleanLabel(metric);
  const at = name.length > 1 ? caption.toLowerCase().indexOf(name.toLowerCase()) : -1;
  if (at !== -1) {
    // The words directly after the metric's name: "Sync-D (lower is better)".
    const behind = /^\s*(?:scores?|values?)?\s*\([^)]*\)/i.exec(caption.slice(at + name.length))?.[0];
    const stated = behind === undefined ? undefined : statedDirection(behind);
    if (stated) return stated;
  }
  const known = name === '' ? undefined : knownDirection(name);
  if (known) return known;
  if (isQualityLabel(name)) return 'higher';
  const said = [
    ...caption.matchAll(/\b(higher|larger|lower|smaller)(?:,| is| values? are| are)? (?:the )?better\b/gi),
  ].map(([, word = '']) => (/^[hl][ia][gr]/i.test(word) ? 'higher' : 'lower'));
  return new Set(said).size === 1 ? said[0] : undefined;
}
