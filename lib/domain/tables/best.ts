/** Which of the compared numbers is the best, and which way is better where only the page's bold type tells. */
import type { Direction } from '../paper';

/** A number among those that it is compared with. */
export interface Compared {
  readonly value: number;
  readonly system: string;
  readonly better?: Direction | undefined;
  /** What is the same for all that are compared: metric, data, direction. */
  readonly group: string;
  /** A bound or an estimate is compared with none. */
  readonly isExact: boolean;
}

/** A number with what the page shows of it. */
interface Shown extends Compared {
  readonly isBold: boolean;
}

/**
 * Which way is better in groups of which nothing says it, told by what the page prints in bold: the one number above
 * or below all others, of three at least. By group; groups that are set otherwise are absent.
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
 * For each number whether it is the best of its group; ties are all. Undefined where no direction is known, or
 * nothing is compared: fewer than two systems.
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
