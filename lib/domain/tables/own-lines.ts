/** Decides which rows or columns of a table are the paper's own systems. */
import type { Surroundings } from './shared-facts';
import { isNumberLabel } from './labels';
import { cornerOf } from './levels';
import type { Draft } from './numbers';
import { isNamelessLabel, isVariantLabel, nameKey, proposedIn, type OwnNames } from './own';

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

/** Lines that no paper proposes: people, bounds and references. */
const NOBODYS =
  /\b(?:humans?|experts?|oracle|upper[ -]?bound|ground[ -]?truth|gt|random|majority|baselines?|original|vanilla|base|teacher|full (?:model|precision)|fp(?:16|32))\b/i;

/**
 * The last line or two if they alone cite no work and all the others, three at least, cite one; none if a line is
 * one that no paper proposes.
 */
function findUncited(byLine: ReadonlyMap<number, readonly Draft[]>): readonly number[] {
  const systems = [...byLine].map(([line, [first]]) => ({ line, ...first }));
  const last = systems.findLastIndex(({ isCited }) => isCited === true) + 1;
  const own = systems.slice(last);
  const isAlone = last > 2 && systems.slice(0, last).every(({ isCited }) => isCited === true);
  const isProposed = own.every(({ system = '' }) => !NOBODYS.test(system));
  return isAlone && isProposed && own.length > 0 && own.length < 3 ? own.map(({ line }) => line) : [];
}

/**
 * The last lines, two at least, if they alone cite no work, and are variants of one name: "CLIP-RN50", "CLIP-ViT" below
 * the works of others.
 */
function findUncitedFamily(byLine: ReadonlyMap<number, readonly Draft[]>): readonly number[] {
  const systems = [...byLine].map(([line, [first]]) => ({ line, ...first }));
  const own = systems.slice(systems.findLastIndex(({ isCited }) => isCited === true) + 1);
  const families = new Set(own.map(({ system = '' }) => /^\p{L}{3,}(?=[-_ +(]|$)/u.exec(system)?.[0]));
  const [family] = families;
  const isOfOthers = systems.length === own.length || own.some(({ system = '' }) => NOBODYS.test(system));
  return own.length > 1 && families.size === 1 && family !== undefined && !isOfOthers
    ? own.map(({ line }) => line)
    : [];
}

/** The name that the only system marked as the paper's own has without the mark: "Full LumNet (ours)" is "LumNet". */
function baseOfOwn(said: readonly string[]): string | undefined {
  const [only, more] = said.map((system) =>
    system
      .replace(/\s?\((?:ours?|proposed)\)/i, '')
      .replace(/^(?:full|complete|final)\s/i, '')
      .trim(),
  );
  return more === undefined && only !== undefined && /\p{Lu}.*[\p{Lu}\d]/u.test(only) ? only : undefined;
}

/** Whether a system is that of a name without one of its parts: "LumNet (w/o mixing)". */
const isWithout = (system: string, base: string | undefined): boolean =>
  base !== undefined &&
  system.startsWith(`${base} `) &&
  /^\(?(?:w\/o|without|no)\b/i.test(system.slice(base.length + 1));

/** What a full system is without: "Drop noise". */
const isLeftOut = (system: string): boolean => /^(?:drop|random|fixed|replace|remove)\b/i.test(system);

/** Systems of others have names; a size alone ("BASE") beside them is one of the paper's own. */
const isSized = ({ system, isCited }: Draft): boolean =>
  !isCited && /^(?:tiny|small|base|medium|large|huge|xl|xxl)$/i.test(system);

const hasOthers = (drafts: readonly Draft[], lines: ReadonlySet<number>): boolean =>
  drafts.some(({ line }) => !lines.has(line));

/** Whether all systems are also what the other headers name: one model trained on each of some data and tested on all. */
function isTransfer(systems: readonly string[], { axes }: Surroundings): boolean {
  const others = new Set(
    axes[axes.systems === 'rows' ? 'columns' : 'rows'].flatMap(({ labels }) =>
      labels.map(({ text }) => text.trim()),
    ),
  );
  return systems.length > 1 && systems.every((system) => others.has(system));
}

/** True if no system has a name of its own; one with a number is called by it and its header: "#queries 300". */
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
 * Marks the results of the paper's own systems: those named so, with their variants; otherwise the highlighted line,
 * or the last lines without a citation, if works of others are compared. In an ablation without either, and if no
 * line has a name, all are the paper's own.
 */
export function findOwnLines(
  drafts: readonly Draft[],
  around: Surroundings,
  own: OwnNames,
): (draft: Draft) => boolean {
  // Systems under a heading that says so are own whatever their names: "Our method", then "small", "large".
  const underOwn = new Set(
    drafts.flatMap(({ line, isCited }) =>
      around.axes.systems === 'rows' &&
      !isCited &&
      own.signOf(around.body.headingOf[line] ?? '', false) === 'said'
        ? [line]
        : [],
    ),
  );
  if (underOwn.size > 0 && hasOthers(drafts, underOwn)) return ({ line }) => underOwn.has(line);
  const signs = new Map<string, boolean>();
  const proposed = proposedIn(around.caption);
  for (const { system, isCited } of drafts)
    if (!signs.has(system))
      signs.set(system, own.signOf(system, isCited) !== undefined || proposed.has(nameKey(system)));
  const base = baseOfOwn([...signs.keys()].filter((system) => own.signOf(system, false) === 'said'));
  for (const { system, isCited } of drafts) if (!isCited && isWithout(system, base)) signs.set(system, true);
  const hasRivals = drafts.some(({ isCited, system }) => isCited && !signs.get(system));
  const corner = around.axes.systems === 'rows' ? cornerOf(around.body, around.axes.level) : '';
  const systems = [...signs.keys()];
  // "Full model" stands beside what it is without one of its parts.
  const isOfFull =
    systems.some((system) => /^full\s/i.test(system)) &&
    systems.filter((system) => isNamelessLabel(system) || isLeftOut(system)).length * 2 >= systems.length;
  // "Baselines and ablations" has the systems of others too.
  const isOfBoth =
    /\b(?:baselines?|comparisons?) and (?:an )?ablat|\bablations? and (?:baselines?|comparisons?)\b/i.test(
      around.caption,
    );
  const isAblation =
    isOfFull ||
    (!isOfBoth && /\bablat|\bcomponent-wise\b|\beach component\b/i.test(`${around.caption} ${corner}`));
  // If the paper's own additions are marked ("+ mixing (ours)"), the other additions are those of others.
  const areMarked = systems.some((system) => isVariantLabel(system) && own.signOf(system, false) === 'said');
  if (!hasRivals && !areMarked && (isAblation || areNameless(systems, around) || isTransfer(systems, around)))
    return ({ system }) => !isOfFull || !/\bbaselines?\b/i.test(system);
  if ([...signs.values()].includes(true)) {
    // Alone, "No injection" is what there is without the paper; beside "w/o mixing" it is a part left out.
    const isNothing = (system: string): boolean =>
      /^no\s/i.test(system) && systems.filter(isVariantLabel).length === 1 && !isAblation;
    return ({ system, isCited }) =>
      signs.get(system) === true || (!isCited && !areMarked && isVariantLabel(system) && !isNothing(system));
  }
  if (hasRivals && drafts.some(isSized)) return isSized;
  // Works of others beside the variants of an ablation are cited.
  if (isAblation) return ({ isCited }) => !isCited;
  const byLine = Map.groupBy(drafts, ({ line }) => line);
  const found = findShaded(byLine.keys(), around) ?? (hasRivals ? findLastBold(byLine) : undefined);
  const [uncited, family] = [findUncited(byLine), findUncitedFamily(byLine)];
  const isOfFamily = found === undefined || family.includes(found);
  const lines = new Set(isOfFamily && family.length > 0 ? family : found === undefined ? uncited : [found]);
  return ({ line, isCited }) => lines.has(line) && !isCited;
}
