/** Metrics named elsewhere in the clause: as its subject, as what a bracket explains, or in the unit. */
import { findMetric, singular } from '../../metrics';
import { headOf } from '../names/words';
import { isCost, isNear, phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { numberGroup } from '../sentence/groups';
import { UNMEASURED } from './objects';
import { asPrinted, UNNAMED, COUNTS, type MetricTie, tied, printed, isFiller } from './metric-tie';
import { BASELINE_WORDS, BEAT_VERBS, CHANGE_VERBS, CLAUSE_WORDS, COMPARATIVES } from '../sentence/words';

/** Verbs that assign a value to their subject. */
const AMOUNTS =
  /^(?:is|was|were|are|reach(?:es|ed)|averag(?:es|ed)|amount(?:s|ed)|remain(?:s|ed)|stays|stayed)$/;

/**
 * "mean errors for the test sets were 0.16 mm", "the reuse rate of our plans reaches 96%": the metric is the
 * subject.
 */
export function subjectOfCopula(context: Context, at: number): MetricTie | undefined {
  const first = numberGroup(context, at)[0] ?? at;
  let index = first - 1;
  while (index > first - 4 && isFiller(context, index) && !AMOUNTS.test(context.tokens[index]?.lower ?? ''))
    index -= 1;
  if (!AMOUNTS.test(context.tokens[index]?.lower ?? '')) return undefined;
  const clause = context.clauses[at];
  for (index -= 1; index >= 0 && first - index < 16 && context.clauses[index] === clause; index -= 1) {
    const mention = context.mentionOf.get(index);
    // "coverage (>=95% P@1 each) reaches 47%": the bracket says how it was taken.
    const open = context.tokens[index]?.text === ')' ? openingOf(context, index) : undefined;
    if (open !== undefined && context.mentionOf.has(open - 1)) {
      index = open;
      continue;
    }
    if (mention) return tied(mention, 'near');
    if (context.tokens[index]?.kind === 'number' || context.tokens[index]?.text === ',') return undefined;
  }
  return undefined;
}

/** The bracket that opens what the one at `close` ends; undefined if it is not nearby. */
function openingOf({ tokens }: Context, close: number): number | undefined {
  for (let index = close - 1; close - index < 12; index -= 1) if (tokens[index]?.text === '(') return index;
  return undefined;
}

/** "-2.5 BLEU points", "4.1 accuracy points": the unit names the metric. */
export function metricOfUnit(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || token.number.form !== 'points') return undefined;
  const word = /^(\S+?)[\s-]points?$/i.exec(token.number.unit)?.[1];
  const metric = word === undefined ? undefined : findMetric(word);
  return metric && { ...metric, known: true, tie: 'near', from: at, to: at + 1 };
}

/**
 * "exposure with the new protocol was reduced to one-sixth", "the average rises by 7 points": the subject of
 * a verb of change directly before the number is what changes. Its head is the phrase that begins the clause.
 */
export function subjectOfChange(context: Context, at: number): MetricTie | undefined {
  const first = numberGroup(context, at)[0] ?? at;
  let verb = first - 1;
  while (
    verb > first - 5 &&
    (isFiller(context, verb) || /^(?:by|factor)$/.test(context.tokens[verb]?.lower ?? ''))
  ) {
    if (
      /^(?:ris|rose|fall|fell|drop|declin|grow|grew|increas|decreas|reduc|improv)/.test(
        context.tokens[verb]?.lower ?? '',
      )
    )
      break;
    verb -= 1;
  }
  const lower = context.tokens[verb]?.lower ?? '';
  const auxiliary = context.tokens
    .slice(Math.max(0, verb - 3), verb)
    .some((token) => /^(?:is|was|are|were|be|been|has|have)$/.test(token.lower));
  const isIntransitive = /^(?:rises?|rose|falls?|fell|drops?|dropped|declines?|declined|grows?|grew)$/.test(
    lower,
  );
  // "sufficiency improves (+2.3%)": the verb has no object.
  const isAlone = context.tokens[verb + 1]?.text === '(' && first === verb + 2;
  if (!CHANGE_VERBS.has(lower) || lower.endsWith('ing') || !(auxiliary || isIntransitive || isAlone))
    return undefined;
  // In "yields smaller drops of 2%" the word is a noun.
  if (context.tokens[verb + 1]?.lower === 'of') return undefined;
  const clause = context.clauses[at];
  let from = verb - 1;
  while (
    from >= 0 &&
    verb - from < 16 &&
    context.clauses[from] === clause &&
    !/^[,;.:()]$|^(?:and|that|which|who|then)$/.test(context.tokens[from]?.lower ?? '') &&
    context.tokens[from]?.kind !== 'number'
  )
    from -= 1;
  // "agents that excel at plans fall below 50%": the relative clause does not name what falls.
  if (/^(?:that|which|who)$/.test(context.tokens[from]?.lower ?? '')) return undefined;
  from += 1;
  while (
    from < verb - 1 &&
    /^(?:the|a|an|our|its|their|this|while|whereas|but|although|though)$/.test(
      context.tokens[from]?.lower ?? '',
    )
  )
    from += 1;
  // "the number of parameters is reduced": the parameters are what is counted.
  if (COUNTS.test(context.tokens[from]?.lower ?? '') && context.tokens[from + 1]?.lower === 'of') from += 2;
  let to = from;
  while (to < verb && to - from < 4 && isModifier(context.tokens[to])) to += 1;
  const last = context.tokens[to - 1]?.text ?? '';
  // "the accuracy on A, B and Ceto datasets is improved by": the end of a list of places.
  if (/^(?:datasets?|benchmarks?|corpora|cohorts?|sets?)$/i.test(last)) return undefined;
  // "Aton rises by 3 points": a subject that is a name, or empty, names no metric.
  if (to === from && verb - from < 1) return undefined;
  // "… but drops to 22%": the subject is that of the clause before.
  if (from === verb - 1 && CLAUSE_WORDS.has(context.tokens[from]?.lower ?? '')) return undefined;
  // "Detectors drop to 54%": who drops is not what was measured.
  const isWho = headOf(singular(last.toLowerCase())) === 'system' && /[^s]s$/.test(last);
  if (to === from || isWho || /^\p{Lu}|performance|results?$/u.test(last))
    return isIntransitive ? UNNAMED : undefined;
  const named = context.mentionOf.get(to - 1);
  return named ? tied(named, 'near') : asPrinted(context, from, to);
}

/** "faithfulness (3.9 out of 5)": the words before a bracket name its number, unless they are a name or a place. */
export function beforeBracket(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  let open = at - 1;
  // "efficiency (~90%)", "diversity (up to 70%)".
  while (at - open < 4 && IN_BRACKET.test(context.tokens[open]?.lower ?? '')) open -= 1;
  if (context.tokens[open]?.text !== '(' || token?.kind !== 'number') return undefined;
  if (token.number.form !== 'percent' && !(token.number.form === 'bare' && token.number.decimal))
    return undefined;
  // "retries (+3%)": the cause of a difference is not its measure.
  if (token.number.signed || COMPARATIVES.has(context.tokens[at + 1]?.lower ?? '')) return undefined;
  // If the sentence names a metric or compares systems, the words before the bracket belong to a system.
  let from = open;
  while (open - from < 3 && isModifier(context.tokens[from - 1])) from -= 1;
  const words = context.tokens.slice(from, open);
  const before = context.tokens[from - 1]?.lower ?? '';
  // "the highest utilization (78%)": a superlative shows that it was measured, whatever else the sentence
  // names.
  const isExtreme = EXTREME.test(before) && !UNMEASURED.test(words.at(-1)?.text ?? '');
  // "domain shift (63%)": what occurs so often is not measured, unless a limit or a word tells that it changed.
  if (
    !isExtreme &&
    token.number.form === 'percent' &&
    open === at - 1 &&
    !/^(?:[↑↓]|relative|absolute|improvement|increase|gain|reduction|decrease)$/.test(
      context.tokens[at + 1]?.text ?? '',
    )
  )
    return undefined;
  if (
    !isExtreme &&
    !goesOnBrackets(context, from) &&
    (context.mentions.some((mention) => mention.known && !isCost(mention.name)) ||
      isNear(context, at, 20, BEAT_VERBS))
  )
    return undefined;
  if (
    words.length === 0 ||
    words.some((word) => /^\p{Lu}/u.test(word.text) || BASELINE_WORDS.has(word.lower)) ||
    /^(?:performance|model|method|network|approach|system|chance)$/.test(words.at(-1)?.lower ?? '')
  )
    return undefined;
  if (/[^s]s$/.test(words.at(-1)?.lower ?? '')) return undefined;
  const lead = /^(?:the|its|our|their)$/.test(before) ? (context.tokens[from - 2]?.lower ?? '') : before;
  if (/^(?:on|for|over|with|than|to|by|from|against|across|using|of)$/.test(lead)) return undefined;
  // "in patients (2.8; 1.7)": several numbers measure several things, so none is named.
  if (/^[,;]$/.test(context.tokens[at + 1]?.text ?? '') && context.tokens[at + 2]?.kind === 'number')
    return UNNAMED;
  return asPrinted(context, from, open);
}

/**
 * "higher novelty (74%), diversity (70%)": true if the bracket before, separated by a comma, had such a
 * measure too.
 */
function goesOnBrackets(context: Context, from: number): boolean {
  let close = from - 1;
  while (/^(?:,|and)$/.test(context.tokens[close]?.lower ?? '')) close -= 1;
  const value = context.tokens[close - 1];
  return (
    close < from - 1 &&
    context.tokens[close]?.text === ')' &&
    value?.kind === 'number' &&
    (beforeBracket(context, close - 1)?.name ?? null) !== null
  );
}

/** Words of a limit inside a bracket, which are skipped. */
const IN_BRACKET = /^(?:~|≈|<|>|up|to|about|approximately|nearly|over|mean|average|median)$/;
const EXTREME = /^(?:highest|lowest|higher|lower|greatest|largest|smallest|best|better)$/;

/** True for "costs less than $0.50", "$0.003 per query": money is a result if something costs it. */
export function isPrice(context: Context, at: number): boolean {
  return (
    /\$$|^USD?$/.test(context.tokens[at - 1]?.text ?? '') &&
    (/\b(?:costs?|costing|priced?|cheap|for as little as)\b/.test(phrase(context, at - 8, at + 4)) ||
      /^(?:\/|per)$/.test(context.tokens[at + 1]?.lower ?? ''))
  );
}

/** "3rd in Macro F1": the metric of a rank is the rank, whatever it is a rank in. */
export function rankOf(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  return token?.kind === 'number' && token.number.form === 'rank'
    ? { name: 'Rank', better: 'lower', known: true, tie: 'unit' }
    : undefined;
}

/** Units that are the metric themselves: frames per second, money. */
export function ofUnit(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number') return undefined;
  const { form, unit } = token.number;
  if (isPrice(context, at)) return { name: 'Cost', better: 'lower', known: true, tie: 'unit' };
  // "a 2-second forward pass": the noun after the time is what takes it.
  if (form === 'time' && /\d-\p{L}/u.test(token.text)) {
    let to = at + 1;
    while (to - at < 3 && isModifier(context.tokens[to])) to += 1;
    if (to > at + 1)
      return {
        name: printed(context, at + 1, to),
        better: 'lower',
        known: false,
        tie: 'near',
        from: at + 1,
        to,
      };
  }
  if (
    form === 'time' &&
    /\b(?:complet|finish)\w+ (?:the )?training in|\btraining (?:takes|took|requires|completes in)/.test(
      phrase(context, at - 5, at),
    )
  )
    return { name: 'Training time', better: 'lower', known: true, tie: 'unit' };
  if (form === 'time' && /\binference\b/.test(phrase(context, at - 6, at)))
    return { name: 'Inference time', better: 'lower', known: false, tie: 'unit' };
  if (form !== 'speed') return undefined;
  if (/^(?:fps|frame)/i.test(unit)) return { name: 'FPS', better: 'higher', known: true, tie: 'unit' };
  return /^(?:tok|image|sample|slide|quer|request|sentence|[tq]ps)/i.test(unit)
    ? { name: 'Throughput', better: 'higher', known: true, tie: 'unit' }
    : undefined;
}

/**
 * The metric of a number that has none beside it: the one that its clause names explicitly ("in terms of AUC,
 * …"); otherwise undefined.
 */
export function metricFar(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  // Shares and scores have no unit of time, speed or count, so a metric named elsewhere does not apply to
  // such a number.
  if (token?.kind === 'number' && /^(?:time|speed|count)$/.test(token.number.form)) return undefined;
  const clause = context.clauses[at];
  const here = context.mentions.filter(
    (mention) => mention.known && !isCost(mention.name) && context.clauses[mention.from] === clause,
  );
  const announced = here.find((mention) =>
    /\b(?:in|of) (?:terms of )?(?:the )?$/.test(`${phrase(context, mention.from - 4, mention.from)} `),
  );
  const before = here.filter((mention) => mention.to <= at && at - mention.to < 25).at(-1);
  const chosen = before ?? announced;
  return chosen && tied(chosen, 'far');
}
