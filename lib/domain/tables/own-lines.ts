/** Decides which rows or columns of a table are the paper's own systems. */
import type { Surroundings } from './around';
import type { Draft } from './numbers';
import { isVariantLabel, type OwnNames } from './own';

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

/**
 * Marks the results of the paper's own systems: those named so, with their variants; otherwise the
 * highlighted line, if works of others are compared. In an ablation without either, all rows are the paper's
 * own.
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
  if (/\bablat/i.test(around.caption) && !hasRivals) return () => true;
  if ([...signs.values()].includes(true))
    return ({ system, isCited }) => signs.get(system) === true || (!isCited && isVariantLabel(system));
  const byLine = Map.groupBy(drafts, ({ line }) => line);
  const found = findShaded(byLine.keys(), around) ?? (hasRivals ? findLastBold(byLine) : undefined);
  return ({ line, isCited }) => line === found && !isCited;
}
