/**
 * Decides which of the compared numbers is the best, and which direction is better if only bold type shows
 * it.
 */
import type { Direction } from '../paper';

/** A number with what is needed to compare it. */
export interface Compared {
  readonly value: number;
  readonly system: string;
  readonly better?: Direction | undefined;
  /** Equal for all numbers that are compared: metric, data and direction. */
  readonly group: string;
  /** False for bounds and estimates, which are not compared. */
  readonly isExact: boolean;
}

/** A number with its formatting. */
interface Shown extends Compared {
  readonly isBold: boolean;
}

/**
 * The better direction of groups for which nothing else gives it, from bold type: in a group of at least
 * three, the single bold number is above or below all others. By group; undecided groups are absent.
 */
export function directionsByBold(numbers: readonly Shown[]): ReadonlyMap<string, Direction> {
  const groups = Map.groupBy(
    numbers.filter(({ better }) => better === undefined),
    ({ group }) => group,
  );
  const found = new Map<string, Direction>();
  for (const [group, members] of groups) {
    const values = members.map(({ value }) => value);
    const bold = new Set(members.filter(({ isBold }) => isBold).map(({ value }) => value));
    const [only] = bold;
    if (members.length < 3 || bold.size !== 1 || only === undefined || new Set(values).size < 2) continue;
    if (values.every((value) => value <= only)) found.set(group, 'higher');
    else if (values.every((value) => value >= only)) found.set(group, 'lower');
  }
  return found;
}

/**
 * For each number whether it is the best of its group, ties included. Undefined if the direction is unknown,
 * or fewer than two systems are compared.
 */
export function findBest(numbers: readonly Compared[]): readonly (boolean | undefined)[] {
  const groups = new Map<string, { best: number; systems: Set<string> }>();
  const isBetter = ({ value, better }: Compared, than: number): boolean =>
    better === 'higher' ? value > than : value < than;
  for (const number of numbers) {
    if (number.better === undefined || !number.isExact) continue;
    const group = groups.get(number.group);
    if (!group) groups.set(number.group, { best: number.value, systems: new Set([number.system]) });
    else {
      group.systems.add(number.system);
      if (isBetter(number, group.best)) group.best = number.value;
    }
  }
  return numbers.map(({ better, group, value, isExact }) => {
    const found = groups.get(group);
    if (better === undefined || !isExact || !found || found.systems.size < 2) return undefined;
    return value === found.best;
  });
}
