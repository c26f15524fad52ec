/** Decides whether a table reports results or describes something: data, settings, symbols, prompts. */
import { viewKind, type KindEvidence } from './kind/facts';
import { kindTestsPassed } from './kind/tests';
import fitted from './kind/weights.json';

/** The weights of the tests, and their bias last (`npm run train-kinds`). */
const WEIGHTS: readonly number[] = fitted;

/** Fewer numbers compare nothing. */
const LEAST_NUMBERS = 2;

/** Whether a table reports results: the tests that it passes weigh more for it than against it. */
export function isResultTable(evidence: KindEvidence): boolean {
  const view = viewKind(evidence);
  const hasWords = [...view.headerTexts, ...view.nameTexts].some((text) => /\p{L}/u.test(text));
  if (view.body.numbers < LEAST_NUMBERS || !hasWords) return false;
  return kindTestsPassed(view).reduce((sum, test) => sum + (WEIGHTS[test] ?? 0), WEIGHTS.at(-1) ?? 0) > 0;
}
