/** Runs steps side by side, each as soon as it can, and says in the end what held. */
import { availableParallelism } from 'node:os';
import { failed, skipped, type Step, type StepOutcome, type Totals } from './steps';

/** A step that has ended. */
interface Ended {
  readonly step: Step;
  readonly outcome: StepOutcome;
}

/** So many of the slowest tests are named. */
const SLOWEST = 10;

/** Steps wait for browsers and disks as well: one more than there are processors keeps those busy. */
const SIDE_BY_SIDE = availableParallelism() + 1;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What a step counted, shortest. */
function counted({ passed, failed: failures, skipped: left }: Totals): string {
  const parts = [
    passed > 0 ? `${passed} passed` : '',
    failures > 0 ? `${failures} failed` : '',
    left > 0 ? `${left} skipped` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export interface RunOptions {
  /** The command that runs one step alone, by the step's name. */
  readonly repeat: (name: string) => string;
  /** Most steps at once; one more than processors unless told. */
  readonly sideBySide?: number;
  /** Where lines go; standard output unless told. */
  readonly print?: (line: string) => void;
}

async function runOne(step: Step, { repeat, print = console.log }: RunOptions): Promise<StepOutcome> {
  const started = performance.now();
  // A step that breaks is a step that fails; the others still run.
  const outcome = await step
    .run()
    .catch((error: unknown) =>
      failed(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  const took = seconds(performance.now() - started);
  if (outcome.failed === 0) print(`--- ${step.name}: ${counted(outcome)} in ${took}`);
  else {
    print(`\n=== ${step.name} FAILED: ${counted(outcome)} in ${took}. Alone: ${repeat(step.name)}`);
    print(`${outcome.output ?? ''}\n`);
  }
  return outcome;
}

/** Prints failures first, then what was not run and what took longest. */
function printSummary(ended: readonly Ended[], { repeat, print = console.log }: RunOptions): void {
  const failures = ended.filter(({ outcome }) => outcome.failed > 0);
  if (failures.length > 0) {
    print(`\nFailed:\n${failures.map(({ step }) => `  ${step.name}: ${repeat(step.name)}`).join('\n')}`);
  }
  const notes = ended.flatMap(({ step, outcome }) => outcome.notes.map((note) => `  ${step.name}: ${note}`));
  if (notes.length > 0) print(`\nNot run:\n${notes.join('\n')}`);
  const tries = ended.flatMap(({ step, outcome }) =>
    (outcome.secondTries ?? []).map((name) => `  ${step.name}: ${name}`),
  );
  if (tries.length > 0) print(`\nPassed at the second try only:\n${tries.join('\n')}`);
  const samples = ended.flatMap(({ step, outcome }) =>
    (outcome.samples ?? []).map((line) => `  ${step.name}: ${line}`),
  );
  if (samples.length > 0) print(`\nTried in part (whole by npm run test:full):\n${samples.join('\n')}`);
  const slowest = ended
    .flatMap(({ step, outcome }) => (outcome.times ?? []).map((time) => ({ ...time, step: step.name })))
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, SLOWEST);
  if (slowest.length > 0) {
    const lines = slowest.map(
      ({ step, name, milliseconds }) => `  ${seconds(milliseconds).padStart(7)}  ${step}: ${name}`,
    );
    print(`\nSlowest:\n${lines.join('\n')}`);
  }
}

/** Each step's needs must stand before it in the list, so that none waits for ever. */
function checkOrder(steps: readonly Step[]): void {
  const names = steps.map(({ name }) => name);
  for (const [at, { name, needs = [] }] of steps.entries()) {
    const late = needs.find((need) => names.indexOf(need) >= at);
    if (late !== undefined) throw new Error(`"${name}" needs "${late}", which comes later`);
  }
}

/**
 * Runs every step, those earlier in the list first, several at once. A step is skipped where one that it
 * needs did not pass; all others run to their end, so that one run tells everything. A needed step that is
 * not in the list counts as passed. Of a step that fails all output is printed, in one piece, of others a line.
 */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<Totals> {
  checkOrder(steps);
  const { sideBySide = SIDE_BY_SIDE } = options;
  const outcomes = new Map<string, StepOutcome>();
  const running = new Set<Promise<void>>();
  let waiting = [...steps];
  const isOpen = (name: string): boolean => !outcomes.has(name) && steps.some((step) => step.name === name);
  const isBroken = (name: string): boolean => outcomes.has(name) && outcomes.get(name)?.passed === 0;
  const hasFailed = (name: string): boolean => (outcomes.get(name)?.failed ?? 0) > 0;

  while (waiting.length + running.size > 0) {
    for (const step of waiting) {
      const needs = step.needs ?? [];
      const broken = needs.find((name) => isBroken(name) || hasFailed(name));
      if (broken !== undefined) outcomes.set(step.name, skipped(`needs "${broken}"`));
      else if (!needs.some(isOpen) && running.size < sideBySide) {
        waiting = waiting.filter((each) => each !== step);
        const run = runOne(step, options).then((outcome) => {
          outcomes.set(step.name, outcome);
          running.delete(run);
        });
        running.add(run);
      }
    }
    waiting = waiting.filter(({ name }) => !outcomes.has(name));
    if (running.size > 0) await Promise.race(running);
  }
  const ended = steps.flatMap((step) => {
    const outcome = outcomes.get(step.name);
    return outcome ? [{ step, outcome }] : [];
  });
  printSummary(ended, options);
  const sum = (part: keyof Totals): number => ended.reduce((total, { outcome }) => total + outcome[part], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
