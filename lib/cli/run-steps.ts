/** Runs steps concurrently, each as soon as possible, and prints a summary. */
import { availableParallelism } from 'node:os';
import { failed, skipped, type Step, type StepOutcome, type Totals } from './steps';

/** A step with its outcome. */
interface Ended {
  readonly step: Step;
  readonly outcome: StepOutcome;
}

/** How many of the slowest tests are printed. */
const SLOWEST = 10;

/** Not more: the longest steps have as many workers each, and would only slow each other's pages. */
const SIDE_BY_SIDE = availableParallelism();

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Totals as a short text, without those that are zero. */
function counted({ passed, failed: failures, skipped: left }: Totals): string {
  const parts = [
    passed > 0 ? `${passed} passed` : '',
    failures > 0 ? `${failures} failed` : '',
    left > 0 ? `${left} skipped` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface RunOptions {
  /** Returns the command that runs one step alone, by the step's name. */
  readonly repeat: (name: string) => string;
  /** How many steps run at once; default: as many as there are processors. */
  readonly sideBySide?: number;
  /** Prints a line; default: standard output. */
  readonly print?: (line: string) => void;
}

async function runOne(step: Step, { repeat, print = console.log }: RunOptions): Promise<StepOutcome> {
  const started = performance.now();
  // A step that throws counts as failed, so that the others still run.
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

/** Prints the failures first, then what was skipped, flaky or sampled, and the slowest tests. */
function printSummary(ended: readonly Ended[], { repeat, print = console.log }: RunOptions): void {
  const failures = ended.filter(({ outcome }) => outcome.failed > 0);
  if (failures.length > 0) {
    const lines = failures.flatMap(({ step, outcome }) => [
      `  ${step.name}: ${repeat(step.name)}`,
      ...(outcome.failures ?? []).map((failure) => `    ${failure}`),
    ]);
    print(`\nFailed:\n${lines.join('\n')}`);
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

/** Throws if a step is listed before one that it needs, since it would wait for ever. */
function checkOrder(steps: readonly Step[]): void {
  const names = steps.map(({ name }) => name);
  for (const [at, { name, needs = [] }] of steps.entries()) {
    const late = needs.find((need) => names.indexOf(need) >= at);
    if (late !== undefined) throw new Error(`"${name}" needs "${late}", which comes later`);
  }
}

/**
 * Runs every step, several at once, those earlier in the list first. A step is skipped if one that it needs did
 * not pass; all others run to the end, so that one run shows every failure. A needed step that is not in the
 * list counts as passed. Failed steps print all their output in one piece, the others one line.
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
