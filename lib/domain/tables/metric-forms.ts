/** Forms of known metrics that only headers and captions of tables print. */
import { isMetric } from '../metrics';

/**
 * The known metric of which a name prints a variant: "ARI" of "ARI0" (after how many steps), "LPIPS" of "Intra-LPIPS".
 * Undefined for all other names.
 */
export function baseMetric(name: string): string | undefined {
  const [, numbered, kind] = /^(?:(\p{Lu}{3,})\d|\p{Lu}\p{Ll}+-(\p{Lu}{3,}))$/u.exec(name) ?? [];
  const base = numbered ?? kind;
  return base !== undefined && isMetric(base) ? base : undefined;
}

/** The metric whose mean over classes a name is: "IoU" of "mIoU"; undefined for all others. */
export const overClasses = (name: string): string | undefined =>
  /^m(IoU|AP|Acc|Dice|DSC|F1)$/.exec(name)?.[1];

/** A header with the spaces that code writes as other signs: "goal_accuracy", "Top1". */
export const spacedOut = (label: string): string =>
  /^[a-z\d]+(?:_[a-z\d]+)+$/.test(label)
    ? label.replaceAll('_', ' ')
    : label.replace(/^(top)([15])$/i, '$1-$2');
