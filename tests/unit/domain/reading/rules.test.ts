import { describe, expect, it } from 'vitest';
import type { Located, Result } from '@/lib/domain/paper';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import type { Aspect } from '@/lib/domain/reading/aspect';
import { REFUSED } from '@/lib/domain/reading/result/refused';
import { mayMatch } from '@/lib/domain/reading/rule';
import { RULE_TABLES } from '@/lib/domain/reading/rules';
import { splitSentences } from '@/lib/domain/reading/sentence';
import { createContext } from '@/lib/domain/reading/sentence/context';

/** A result in the form of a table's examples: its value, then the field that the table decides. */
function show(result: Located<Result>, aspect: Aspect): string {
  if (aspect === 'refused' || aspect === 'accepted') return result.value;
  return `${result.value} ${String(result[aspect] ?? 'none')}`;
}

describe('the reading rules', () => {
  it('have unique names in their table', () => {
    for (const { rules } of RULE_TABLES) {
      const names = rules.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  const examples = RULE_TABLES.flatMap(({ aspect, rules }) => rules.map((rule) => ({ aspect, ...rule })));

  it('match in no sentence without the cues that they need', () => {
    const wrong = examples.flatMap(({ example: [text] }) =>
      splitSentences(text).flatMap((sentence) => {
        const context = createContext(sentence);
        return context.tokens.flatMap((token, at) =>
          token.kind !== 'number'
            ? []
            : REFUSED.rules
                .filter((rule) => !mayMatch(rule, context) && rule.match(context, at, token.number))
                .map(({ name }) => `${name}: ${text}`),
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(examples)(
    'include "$name" ($aspect), which decides its own example',
    ({ aspect, name, example }) => {
      const [text, expected] = example;
      const fired: string[] = [];
      const results = findResults(cleanText(text), (decided, rule) => fired.push(`${decided}: ${rule}`));
      expect(results.map((result) => show(result, aspect)).join(', ')).toBe(expected);
      expect(fired).toContain(`${aspect}: ${name}`);
    },
  );
});
