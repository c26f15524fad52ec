/** How likely a result was read rightly in all that is said of it: what is surest is shown first. */
import type { ResultGroup } from '@/lib/domain/describe/results';
import type { Result } from '@/lib/domain/paper';
import WEIGHTS from './sureness-weights.json';

/** A difference, or a bound of one. */
const isDifference = ({ kind, bounds }: Result): boolean =>
  kind === 'change' || kind === 'ratio' || (kind === 'bound' && (bounds === 'change' || bounds === 'ratio'));

/** Whether the metric's first word stands at the number, and not elsewhere in the text. */
function isMetricAtNumber({ metric, anchor }: Result): boolean {
  const [word] = metric?.toLowerCase().split(' ') ?? [];
  return word !== undefined && anchor.toLowerCase().includes(word);
}

/** A sign of a result that was read rightly or wrongly; its weight is fitted by `npm run train-sureness`. */
interface Sign {
  readonly name: keyof typeof WEIGHTS.signs;
  readonly holds: (result: Result) => boolean;
}

/** The signs, each a fact of the result itself, so that remembered and compiled ones are judged in the same way. */
export const SIGNS: readonly Sign[] = [
  { name: 'metric is known', holds: ({ better }) => better !== undefined },
  { name: 'metric stands at the number', holds: isMetricAtNumber },
  { name: 'decimal point', holds: ({ value }) => value.includes('.') },
  {
    name: 'bare number of no known metric',
    holds: ({ value, better }) => better === undefined && /^[\d.]+$/.test(value),
  },
  {
    name: 'difference of no direction',
    holds: (result) => result.way === undefined && isDifference(result),
  },
  { name: 'said to be better', holds: ({ improves }) => improves === true },
  { name: 'said to be worse', holds: ({ improves }) => improves === false },
  { name: 'of the paper itself', holds: ({ role }) => role === 'own' },
  { name: 'compared', holds: ({ comparedWith }) => comparedWith !== undefined },
  { name: 'names data', holds: ({ data }) => data !== undefined },
  { name: 'names a target', holds: ({ target }) => target !== undefined },
];

/** The log odds that nothing said of a result is wrong, if it was read automatically. */
export const sureness = (result: Result): number =>
  SIGNS.reduce((sum, { name, holds }) => (holds(result) ? sum + WEIGHTS.signs[name] : sum), WEIGHTS.bias);

/**
 * The least odds of a result that is shown at first: 65 to 35. By cross-validation, of those below one in two has something
 * wrong; they are shown on request.
 */
const LEAST_SHOWN = Math.log(65 / 35);

/** Whether a result that was read automatically is sure enough to be shown at first. */
export const isSure = (result: Result): boolean => sureness(result) >= LEAST_SHOWN;

/**
 * The groups without the rows that are not sure enough. Compared values stay only with a value of the paper: alone they
 * would be read as its own.
 */
export const surestRows = (groups: readonly ResultGroup[]): readonly ResultGroup[] =>
  groups.flatMap((group) => {
    const rows = group.rows.filter(({ result }) => isSure(result));
    const isOwnLost =
      group.rows.some(({ result }) => result.role === 'own') &&
      !rows.some(({ result }) => result.role === 'own');
    return rows.length === 0 || isOwnLost ? [] : [{ ...group, rows }];
  });
