/** Metrics named after their number: "0.9 AUC", "16x fewer Gaussians", "1% of the labels". */
import { isModifier, phrase, type Context, type MetricMention } from './context';
import { numberGroup } from './groups';
import { type MetricTie, tied, printed } from './metric-tie';
import { AFTER_NUMBER, COMPARATIVES } from './words';

/** "0.9 AUC", "2.7% top-1 accuracy improvement", "0.9 in SDR", "16x fewer Gaussians". */
export function metricAfter(context: Context, at: number): MetricTie | undefined {
  let index = at + 1;
  // "81.3% and 81.2% F1": the list's last number speaks for all.
  const group = numberGroup(context, at);
  if (group.length > 1 && context.tokens[index]?.lower !== 'of') index = (group.at(-1) ?? at) + 1;
  // "39.2%, and 84% of models": only the last is a share of them.
  if (context.tokens[index]?.lower === 'of') return index === at + 1 ? shareOf(context, index) : undefined;
  let unknown = 0;
  for (let steps = 0; steps < 8; steps += 1, index += 1) {
    const token = context.tokens[index];
    if (!token || (token.kind !== 'word' && token.text !== '(')) return undefined;
    const mention = context.mentionOf.get(index);
    if (mention) return isOtherwiseBound(context, mention) ? undefined : tied(mention, 'near');
    if (
      /^(?:fewer|less|more|increase|reduction|decrease|drop)$/.test(token.lower) ||
      (token.lower === 'improvement' && context.tokens[index + 1]?.lower === 'in')
    ) {
      const noun = nounAfter(context, index + 1, at);
      if (noun) return noun;
    }
    if (token.lower === 'for' && context.mentionOf.has(index + 1)) continue;
    if (AFTER_NUMBER.has(token.lower) || COMPARATIVES.has(token.lower)) continue;
    unknown += 1;
    if (unknown > 3 || !isModifier(token)) return undefined;
    const after = context.tokens[index + 1];
    const phraseEnds =
      !after ||
      after.kind === 'mark' ||
      /^(?:on|in|for|with|across|at|and|while|against|compared|over)$/.test(after.lower);
    if (phraseEnds) return namedByPhrase(context, at, index + 1);
  }
  return undefined;
}

/** "achieves 75% dye removal", "(59.1% case reuse)": the words after a percentage say of what. */
function namedByPhrase(context: Context, at: number, to: number): MetricTie | undefined {
  const token = context.tokens[at];
  const words = context.tokens.slice(at + 1, to);
  const last = words.at(-1);
  if (token?.kind !== 'number' || token.number.form !== 'percent' || !last || !words.every(isModifier))
    return undefined;
  if (words.some((word) => /(?:ed|ing)$/.test(word.lower))) return undefined;
  if (/^\p{Lu}/u.test(last.text) || (last.lower.endsWith('s') && !last.lower.endsWith('ss')))
    return undefined;
  return { name: printed(context, at + 1, to), known: false, tie: 'near', from: at + 1, to };
}

/** "sensitivity of 90% [and] specificity of 80%": a metric that has a number of its own is not the one before's. */
function isOtherwiseBound(context: Context, mention: MetricMention): boolean {
  const next = context.tokens[mention.to];
  if (next?.kind === 'number') return true;
  const after = context.tokens[mention.to + 1];
  return /^(?:of|=|:|is|was)$/.test(next?.lower ?? '') && after?.kind === 'number';
}

/** "16x fewer Gaussians", "10x increase in training data": what there is more or less of. */
function nounAfter(context: Context, from: number, at: number): MetricTie | undefined {
  let index = from;
  while (/^(?:in|of|the|number|total|than)$/.test(context.tokens[index]?.lower ?? '') && index < from + 5) {
    if (context.tokens[index]?.lower === 'than') return undefined;
    index += 1;
  }
  const mention = context.mentionOf.get(index) ?? context.mentionOf.get(index + 1);
  if (mention) return tied(mention, 'near');
  const start = index;
  if (
    /^(?:performance|quality|results?|often|likely|efficient|accurate|effective|stable|robust|compact|expensive|frequent|powerful|diverse)$/.test(
      context.tokens[index]?.lower ?? '',
    )
  )
    return undefined;
  while (index - start < 3 && isModifier(context.tokens[index])) index += 1;
  if (index === start || at < 0) return undefined;
  return { name: printed(context, start, index), known: false, tie: 'near', from: start, to: index };
}

/** "1% of labeled data", "10% of the parameters": a share is named by what it is a share of. */
function shareOf(context: Context, of: number): MetricTie | undefined {
  for (let index = of + 1; index < of + 5; index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return tied(mention, 'near');
    if (
      !/^(?:the|its|their|total|original|all|available|full|this|that|trainable|model|required)$/.test(
        context.tokens[index]?.lower ?? '',
      )
    )
      break;
  }
  // "only 12.9% of the queries": a saving is named by what is saved, a share of cases is not a metric.
  if (!/\b(?:only|just|using|uses|use|merely|as little as|requir\w+)\b/.test(phrase(context, of - 5, of - 1)))
    return undefined;
  let from = of + 1;
  while (/^(?:the|its|their|total|all|original)$/.test(context.tokens[from]?.lower ?? '')) from += 1;
  let to = from;
  while (to - from < 3 && isModifier(context.tokens[to])) to += 1;
  return to === from ? undefined : { name: printed(context, from, to), known: false, tie: 'near', from, to };
}
