/** Records the rules that decided each result, for `annotate --explain`. */
import type { Located, Result } from '@/lib/domain/paper';
import { MAX_ABSTRACT } from '@/lib/domain/reading';
import type { Aspect } from '@/lib/domain/reading/aspect';
import { explainResults } from '@/lib/domain/reading/explain';

/** The rule that decided each aspect of a result. */
type Why = Readonly<Partial<Record<Aspect, string>>>;

/** Knows only results that were noted while they were read; results annotated by hand have no rules. */
interface Explainer {
  readonly note: (abstract: string, results: readonly Located<Result>[]) => void;
  readonly whyOf: (result: Result) => Why | undefined;
}

/** Creates an explainer without any results. */
export function createExplainer(): Explainer {
  const noted = new WeakMap<Result, Why>();
  return {
    note: (abstract, results) => {
      const explained = explainResults(abstract.slice(0, MAX_ABSTRACT));
      for (const result of results) {
        const found = explained.find((one) => one.result.span.start === result.span.start);
        if (found)
          noted.set(result, Object.fromEntries(found.reasons.map(({ aspect, rule }) => [aspect, rule])));
      }
    },
    whyOf: (result) => noted.get(result),
  };
}
