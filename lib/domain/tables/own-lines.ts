/** Decides which rows or columns of a table are the paper's own systems. */
import type { Surroundings } from './shared-facts';
import { isNumberLabel } from './labels';
import type { Draft } from './numbers';
import { isNamelessLabel, isVariantLabel, type OwnNames } from './own';

/** The only line of which every cell has a background; undefined if there is none. */
function findShaded(lines: Iterable<number>, { axes, body }: Surroundings): number | undefined {
  const shaded = [...lines].filter((line) => {
    const cells = axes.systems === 'rows' ? (body.grid[line] ?? []) : body.grid.map((row) => row[line]);
    return cells.every((cell) => cell?.isShaded === true);
  });
  return shaded.length === 1 ? shaded[0] : undefined;
}

/** The last line if its numbers are bold and those of no other line are. */
function findLastBold(byLine: ReadonlyMap<number, readonly Draft[]>): number | undefined {
  const bold = [...byLine].filter(
    ([, drafts]) => drafts.filter(({ isBold }) => isBold).length * 2 > drafts.length,
  );
  const last = [...byLine.keys()].at(-1);
  return byLine.size > 1 && bold.length === 1 && bold[0]?.[0] === last ? last : undefined;
}

/** True if no system is called by a name; one under a number is called by that and its head: "#queries 300". */
function areNameless(systems: readonly string[], { axes }: Surroundings): boolean {
  const numbers = new Set(
    axes[axes.systems].flatMap(({ labels }) =>
      labels.flatMap(({ level, text }) => (level === axes.level && isNumberLabel(text) ? text.trim() : [])),
    ),
  );
  const isNumbered = (system: string): boolean => numbers.has(system.slice(system.lastIndexOf(' ') + 1));
  // A bare "Baseline" is the paper's own where other lines only add to it.
  const isVaried = systems.some(isVariantLabel);
  return (
    systems.length > 1 &&
    systems.every(
      (system) => isNamelessLabel(system) || isNumbered(system) || (isVaried && /^baseline$/i.test(system)),
    )
  );
}

/**
 * Marks the results of the paper's own systems: those named so, with their variants; otherwise the
 * highlighted line, if works of others are compared. In an ablation without either, and where no line has a name,
 * all are the paper's own.
 */
export function findOwnLines(
  drafts: readonly Draft[],
  around: Surroundings,
  own: OwnNames,
): (draft: Draft) => boolean {
  const signs = new Map<string, boolean>();
  for (const { system, isCited } of drafts)
    if (!signs.has(system)) signs.set(system, own.signOf(system, isCited) !== undefined);
  const hasRivals = drafts.some(({ isCited, system }) => isCited && !signs.get(system));
  const areVariants = /\bablat/i.test(around.caption) || areNameless([...signs.keys()], around);
  if (areVariants && !hasRivals) return () => true;
  if ([...signs.values()].includes(true))
    return ({ system, isCited }) => signs.get(system) === true || (!isCited && isVariantLabel(system));
  const byLine = Map.groupBy(drafts, ({ line }) => line);
  const found = findShaded(byLine.keys(), around) ?? (hasRivals ? findLastBold(byLine) : undefined);
  return ({ line, isCited }) => line === found && !isCited;
}
