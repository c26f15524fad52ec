import { describe, expect, test } from 'vitest';
import { runSteps } from '@/lib/cli/run-steps';
import { failed, passed, skipped, type Step, type StepOutcome } from '@/lib/cli/steps';

/** Runs steps and returns the counts and the output. */
async function ran(steps: readonly Step[], sideBySide = 2) {
  const lines: string[] = [];
  const totals = await runSteps(steps, {
    repeat: (name) => `npm test -- ${name}`,
    sideBySide,
    print: (line) => lines.push(line),
  });
  return { totals, printed: lines.join('\n') };
}

/** A step that ends when its turn comes, and records when it starts and ends. */
function step(
  name: string,
  log: string[],
  {
    outcome = passed(),
    needs = [],
  }: { readonly outcome?: StepOutcome; readonly needs?: readonly string[] } = {},
): Step {
  return {
    name,
    needs,
    run: async () => {
      log.push(`+${name}`);
      await Promise.resolve();
      log.push(`-${name}`);
      return outcome;
    },
  };
}

describe('steps', () => {
  test('run in parallel, up to the limit', async () => {
    const log: string[] = [];
    const names = ['a', 'b', 'c', 'd'];
    const { totals } = await ran(names.map((name) => step(name, log)));
    expect(totals).toEqual({ passed: 4, failed: 0, skipped: 0 });
    let [now, most] = [0, 0];
    for (const each of log) {
      now += each.startsWith('+') ? 1 : -1;
      most = Math.max(most, now);
    }
    expect(most).toBe(2);
  });

  test('start after the steps that they need', async () => {
    const log: string[] = [];
    await ran([step('build', log), step('unit', log, { needs: ['build'] })]);
    expect(log).toEqual(['+build', '-build', '+unit', '-unit']);
  });

  test('are skipped if a step that they need failed, and all others run', async () => {
    const log: string[] = [];
    const { totals, printed } = await ran([
      step('build', log, { outcome: failed('no such file') }),
      step('unit', log, { needs: ['build'] }),
      step('later', log, { needs: ['unit'] }),
      step('types', log),
    ]);
    expect(totals).toEqual({ passed: 1, failed: 1, skipped: 2 });
    expect(log).not.toContain('+unit');
    expect(printed).toContain('unit: needs "build"');
    expect(printed).toContain('later: needs "unit"');
  });

  test('are listed first if they failed, with their complete output and the command that repeats them', async () => {
    const { printed } = await ran([
      step('lint', [], { outcome: { ...passed(), output: 'nothing to see' } }),
      step('unit', [], {
        outcome: { ...failed('expected 1 to be 2', 'in a.test.ts'), failures: ['adds up: 1 is not 2'] },
      }),
    ]);
    expect(printed).toMatch(
      /unit FAILED: 1 failed in [\d.]+ s\. Alone: npm test -- unit\nexpected 1 to be 2\nin a/,
    );
    expect(printed).toContain('Failed:\n  unit: npm test -- unit\n    adds up: 1 is not 2');
    expect(printed).not.toContain('nothing to see');
  });

  test('count as failed if they throw, with the reason', async () => {
    const { totals, printed } = await ran([
      { name: 'odd', run: () => Promise.reject(new Error('out of memory')) },
    ]);
    expect(totals).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(printed).toContain('out of memory');
  });

  test('list what was not run, and their ten slowest tests', async () => {
    const times = Array.from({ length: 12 }, (_, at) => ({ name: `test ${at}`, milliseconds: at * 1000 }));
    const { printed } = await ran([
      step('unit', [], { outcome: { ...passed(), times } }),
      step('firefox', [], { outcome: skipped('No firefox found') }),
    ]);
    expect(printed).toContain('Not run:\n  firefox: No firefox found');
    expect(printed).toMatch(/Slowest:\n\s+11\.0 s {2}unit: test 11\n[^]*test 2$/);
  });

  test('list the tests that needed a second try', async () => {
    const { printed } = await ran([
      step('firefox', [], { outcome: { ...passed(), secondTries: ['opens by a click'] } }),
    ]);
    expect(printed).toContain('Passed at the second try only:\n  firefox: opens by a click');
  });

  test('say of which tables only some rows were tested', async () => {
    const { printed } = await ran([
      step('unit', [], { outcome: { ...passed(), samples: ['unit/sites/contract: 8 of 74 rows'] } }),
    ]);
    expect(printed).toContain('  unit: unit/sites/contract: 8 of 74 rows');
  });

  test('are refused immediately if they need a later step', async () => {
    await expect(ran([step('unit', [], { needs: ['build'] }), step('build', [])])).rejects.toThrow(
      'comes later',
    );
  });
});
