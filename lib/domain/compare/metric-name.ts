/** The name by which a metric is compared: tables print it in more ways than abstracts are read. */
import { findMetric, isMetric } from '@/lib/domain/metrics';

/** A unit or a direction in brackets behind a name: "DSC (%)", "HD95 (mm)", "Dice (↑)". */
const UNIT = /\s*[([](?:%|‰|mm|cm|µm|ms|s|sec|min|h|px|GB|MB|M|B|G|K|[↑↓]|higher|lower|in %|×)[)\]]/giu;

const ARROWS = /[↑↓⬆⬇%]/gu;

/** A last word that adds nothing: "BLEU scores", "F1 score". */
const SCORE = /\s+(?:scores?|values?)$/i;

/**
 * The standard name of a metric ("Dice" for "DSC (%)") if nothing else is in the printed name; otherwise the name as
 * printed without its unit, since "average accuracy" is not accuracy.
 */
export function metricName(printed: string): string {
  const bare = printed.replaceAll(UNIT, '').replaceAll(ARROWS, '').replaceAll(/\s+/g, ' ').trim();
  const short = bare.replace(SCORE, '');
  const known = [bare, short].find((name) => isMetric(name));
  return (known === undefined ? undefined : findMetric(known)?.name) ?? (short || printed);
}
