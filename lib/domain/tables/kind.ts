/** Decides whether a table reports results or describes something: data, settings, symbols, prompts. */
import { viewKind, type KindEvidence, type KindView } from './kind/facts';
import { kindTestsPassed } from './kind/tests';
import fitted from './kind/weights.json';

/** The weights of the tests, and their bias last (`npm run train-kinds`). */
const WEIGHTS: readonly number[] = fitted;

/** Fewer numbers compare nothing. */
const LEAST_NUMBERS = 2;

/** Whether nothing says what the numbers are: no caption, no header beside the names, and no name of a metric. */
const isUntitled = ({ caption, headers, names }: KindView): boolean =>
  caption === '' && headers.count === 0 && names.metrics === 0;

/** Whether a table reports results: the tests that it passes weigh more for it than against it. */
export function isResultTable(evidence: KindEvidence): boolean {
  const view = viewKind(evidence);
  const hasWords = [...view.headerTexts, ...view.nameTexts].some((text) => /\p{L}/u.test(text));
  if (view.body.numbers < LEAST_NUMBERS || !hasWords || isUntitled(view)) return false;
  return kindTestsPassed(view).reduce((sum, test) => sum + (WEIGHTS[test] ?? 0), WEIGHTS.at(-1) ?? 0) > 0;
}
