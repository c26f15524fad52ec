/** The papers through which a user came by links in our panels, for each tab, until the browser is closed. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { shape, text } from '@/lib/domain/guard';
import { writeStored, readStored } from '@/lib/shared/storage';
import { TRAIL_PREFIX } from '@/lib/shared/storage-keys';

/** One jump. */
interface TrailStep {
  readonly from: PaperId;
  readonly to: PaperId;
}

/** Longest trail; older steps are dropped. */
const LONGEST_TRAIL = 30;

const keyOf = (tabId: number) => `${TRAIL_PREFIX}${tabId}`;

/**
 * Longest id that is read, in UTF-16 units: ids of both schemes are shorter
 * (https://info.arxiv.org/help/arxiv_identifier.html).
 */
const LONGEST_ID = 40;

const isStep = shape<TrailStep>({ from: text(LONGEST_ID), to: text(LONGEST_ID) });

/**
 * The steps that lead to `current`. If the user went back with the browser's button, the trail ends earlier;
 * if they came by other means, it is empty.
 */
export function stepsTo(steps: readonly TrailStep[], current: PaperId): readonly TrailStep[] {
  const last = steps.findLastIndex((step) => step.to === current);
  return last === -1 ? [] : steps.slice(0, last + 1);
}

async function readSteps(tabId: number): Promise<readonly TrailStep[]> {
  const key = keyOf(tabId);
  const { [key]: steps } = await readStored('session', [key]);
  return Array.isArray(steps) ? steps.filter(isStep).slice(-LONGEST_TRAIL) : [];
}

/** The trail of a tab that shows `current`, oldest step first. */
export async function readTrail(tabId: number, current: PaperId): Promise<readonly TrailStep[]> {
  return stepsTo(await readSteps(tabId), current);
}

/** Records a jump before it is made; not in a private window. */
export async function recordJump(tabId: number, step: TrailStep): Promise<void> {
  const steps = [...stepsTo(await readSteps(tabId), step.from), step].slice(-LONGEST_TRAIL);
  await writeStored('session', { [keyOf(tabId)]: steps });
}
