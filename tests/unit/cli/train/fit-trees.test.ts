import { expect, test } from 'vitest';
import { fitTrees } from '@/lib/cli/train/fit-trees';
import { LIMIT, likelihood } from '@/lib/domain/reading/names/trees';

/** Two facts that say nothing apart, and one that says nothing at all: right where exactly one is above 3. */
const CASES = Array.from({ length: 400 }, (_, at) => {
  const [one, other] = [at % 20, Math.floor(at / 20)];
  return { facts: [(7 * at) % 11, one, other - LIMIT], isRight: one > 3 !== other > 3 };
});

test('trees tell apart what only two facts together do', () => {
  const trees = fitTrees(CASES);
  const wrong = CASES.filter(({ facts, isRight }) => likelihood(trees, facts) > 0.5 !== isRight);
  expect(wrong).toEqual([]);
});

test('the same cases give the same trees', () => {
  expect(fitTrees(CASES)).toEqual(fitTrees(CASES));
});

test('without anything to tell by, all are as likely as cases are right', () => {
  const trees = fitTrees(CASES.map((_, at) => ({ facts: [0], isRight: at % 4 === 0 })));
  expect(likelihood(trees, [0])).toBeCloseTo(0.25, 2);
});
