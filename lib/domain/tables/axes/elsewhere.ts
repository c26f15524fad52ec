/**
 * What the rest of a paper says of the names in a table's headers. Its tables name the same systems, data and metrics
 * again: of 161 labelled tables of papers with several, another one has systems of theirs in 54, and on the side of the
 * systems in all but one of these.
 */
import { cleanLabel, isNumberLabel } from '../labels';
import { labelsAt, type Axis, type Line } from '../levels';
import { nameKey } from '../own';
import type { Level } from './tests';

/** Names that are told elsewhere, as `nameKey`; those that are told to be both are in neither. */
export interface Elsewhere {
  readonly systems: ReadonlySet<string>;
  /** Of data, metrics and settings: what systems are tried on or measured by. */
  readonly others: ReadonlySet<string>;
}

/** Nothing is known of any name. */
export const NOTHING_ELSEWHERE: Elsewhere = { systems: new Set(), others: new Set() };

/** The names of a level, as `nameKey`; numbers and single letters are none. */
export const namesAt = (lines: readonly Line[], level: number): readonly string[] =>
  labelsAt(lines, level).filter(isName).map(nameKey);
/** Whether a header is a name: no number, and no single letter. */
export const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && !isNumberLabel(text);

/** The names of a table by what they are in it. */
export function namesIn(
  sides: Readonly<Record<Axis, readonly Line[]>>,
  isOfSystems: (axis: Axis, level: number) => boolean,
): Elsewhere {
  const [systems, others] = [new Set<string>(), new Set<string>()];
  for (const axis of ['rows', 'columns'] as const) {
    const count = Math.max(0, ...sides[axis].flatMap(({ labels }) => labels.map(({ level }) => level + 1)));
    for (let level = 0; level < count; level += 1)
      for (const name of namesAt(sides[axis], level)) (isOfSystems(axis, level) ? systems : others).add(name);
  }
  return { systems, others };
}

/** The names of a table, and whether it is read surely enough to tell others of them. */
export interface Telling extends Elsewhere {
  readonly isSure: boolean;
}

/** For each of some tables, what the others tell of its own names. Linear in all names. */
export function tellEachOther(tables: readonly Telling[]): readonly Elsewhere[] {
  const count = (of: keyof Elsewhere): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { isSure, [of]: names } of tables)
      if (isSure) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const counts = { systems: count('systems'), others: count('others') };
  return tables.map((table) => {
    const names = [...table.systems.union(table.others)];
    const told = (of: keyof Elsewhere): ReadonlySet<string> =>
      new Set(
        names.filter((name) => (counts[of].get(name) ?? 0) > Number(table.isSure && table[of].has(name))),
      );
    return tellTogether({ systems: told('systems'), others: told('others') }, NOTHING_ELSEWHERE);
  });
}

/** What two sources tell together; names of which they tell different things are left out. */
export function tellTogether(one: Elsewhere, other: Elsewhere): Elsewhere {
  const [systems, others] = [one.systems.union(other.systems), one.others.union(other.others)];
  return { systems: systems.difference(others), others: others.difference(systems) };
}

/**
 * What it weighs, in logarithms of odds, that some names of a level are told to be systems or others, and that more than
 * `MANY` are. By cross-validation, where from half to twice of it is as good; fitted together with the tests of the table
 * itself it would get a third, since these were chosen on the same tables.
 */
const WEIGHTS: Readonly<Record<keyof Elsewhere, readonly [some: number, many: number]>> = {
  systems: [1, 1],
  others: [-0.8, -0.8],
};
const MANY = 0.3;

/** How much more likely the names of a level are systems for what is told of them, as a logarithm of odds. */
export function weightOfTold({ labels }: Level, told: Elsewhere): number {
  if (told.systems.size + told.others.size === 0) return 0;
  const names = labels.flatMap(({ text }) => (isName(text) ? [nameKey(cleanLabel(text))] : []));
  const weigh = (of: keyof Elsewhere): number => {
    const share = names.filter((name) => told[of].has(name)).length / Math.max(1, names.length);
    const [some, many] = WEIGHTS[of];
    return (share > 0 ? some : 0) + (share > MANY ? many : 0);
  };
  return weigh('systems') + weigh('others');
}
