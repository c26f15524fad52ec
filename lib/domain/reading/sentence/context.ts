/**
 * One sentence with everything the rules ask of it: its tokens and numbers, the metrics it names, and its
 * clauses.
 */
import { isMetricFact, metricAt } from '../../metrics';
import type { Aspect } from '../aspect';
import type { Sentence, Token } from '.';
import { flatten } from './lexicon-words';
import { findHeads } from './heads';
import { isModifier, type MetricMention } from './mention';
import { shareUnits } from './shared-units';
import { cutOf, joinAcronyms, shortNamed, spelledOut } from './spelled-out';
import { isOf, TRAIT } from './word-traits';
import { CHANGE_NOUNS } from './words';

/**
 * Called with each rule that decided an aspect of the number that begins at character `start` of the clean
 * text.
 */
export type Trace = (aspect: Aspect, rule: string, start: number) => void;

/** A sentence as the rules look at it. */
export interface Context {
  readonly tokens: readonly Token[];
  /** Those of all tokens together, see `TRAIT`. */
  readonly traits: number;
  readonly index: number;
  readonly mentions: readonly MetricMention[];
  /** The mention that covers a token. */
  readonly mentionOf: ReadonlyMap<number, MetricMention>;
  /** For every token, the number of its clause. */
  readonly clauses: readonly number[];
  /**
   * The lower-case words of all tokens, with spaces between them; `starts` holds where each begins. `phrase` cuts its
   * answers from it.
   */
  readonly lowered: string;
  readonly starts: readonly number[];
  /**
   * Lists of numbers found so far, under each of their members, so that `numberGroup` walks every list only
   * once.
   */
  readonly groups: Map<number, readonly number[]>;
  /** Set only when somebody asks why: `annotate --explain`, tests, counts. */
  readonly trace?: Trace | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Builds the context of a sentence in time linear in its tokens. `others` are short forms that mean something
 * else than a metric in this abstract, `measures` those that the abstract defines as one.
 */
export function createContext(
  sentence: Sentence,
  others: ReadonlySet<string> = NONE,
  measures: ReadonlySet<string> = NONE,
  trace?: Trace,
): Context {
  const tokens = shareUnits(sentence.tokens);
  const mentions = findMentions(tokens, others, measures);
  const mentionOf = new Map<number, MetricMention>();
  for (const mention of mentions)
    for (let at = mention.from; at < mention.to; at += 1) mentionOf.set(at, mention);
  const { lowered, starts } = joinWords(tokens);
  let traits = 0;
  for (const token of tokens) traits |= token.traits;
  return {
    tokens,
    traits,
    index: sentence.index,
    mentions,
    mentionOf,
    clauses: findClauses(tokens),
    lowered,
    starts,
    groups: new Map(),
    trace,
  };
}

function findClauses(tokens: readonly Token[]): number[] {
  let clause = 0;
  return tokens.map((token) => {
    if (token.text === ';' || (token.kind === 'word' && isOf(token, TRAIT.clause))) clause += 1;
    return clause;
  });
}

function findMentions(
  tokens: readonly Token[],
  others: ReadonlySet<string>,
  measures: ReadonlySet<string>,
): MetricMention[] {
  const { words, printed, owner, openings } = flatten(tokens);
  const mentions: MetricMention[] = [];
  let next = 0;
  for (const at of openings) {
    const from = owner[at] ?? 0;
    if (at < next || others.has(tokens[from]?.text ?? '')) continue;
    const match = metricAt(words, printed, at);
    if (!match) continue;
    const lastToken = owner[match.to - 1] ?? 0;
    if (isOrdinary(tokens, from, lastToken, match.name)) continue;
    const cut = cutOf(tokens, match.name, lastToken + 1);
    mentions.push({
      name: cut?.name ?? match.name,
      better: match.better,
      known: true,
      from,
      to: cut?.to ?? lastToken + 1,
    });
    next = match.to;
    while (owner[next] === lastToken) next += 1;
  }
  const taken = new Set<number>();
  const take = (more: readonly MetricMention[]): readonly MetricMention[] => {
    for (const mention of more) for (let at = mention.from; at < mention.to; at += 1) taken.add(at);
    return more;
  };
  const all = [
    ...take(mentions),
    ...take(spelledOut(tokens, taken)),
    ...take(shortNamed(tokens, taken, measures)),
    ...findHeads(tokens, taken),
  ];
  return joinAcronyms(
    tokens,
    all.toSorted((a, b) => a.from - b.from),
  );
}

/**
 * True for words of metrics in their everyday sense: "map the input", "in recall of", "return", "to rank".
 */
function isOrdinary(tokens: readonly Token[], from: number, to: number, name: string): boolean {
  const text = tokens[from]?.text ?? '';
  if (from === to && text.includes('-') && isAdjective(tokens, from, name)) return true;
  // "100% in the test set, 98% in the training set": says where something was measured, not what.
  if (name === 'Training data') {
    const article = tokens[from - 1]?.lower === 'the' ? 1 : 0;
    const isPlace = /^(?:in|on|over|across|for)$/.test(tokens[from - 1 - article]?.lower ?? '');
    if (isPlace && !CHANGE_NOUNS.has(tokens[from - 2 - article]?.lower ?? '')) return true;
  }
  // "speeds up training" says what a method does; only "a speed up of 3x" names a measure.
  if (name === 'Speedup' && from + 1 === to && text.toLowerCase().startsWith('speed'))
    return (
      /s$/i.test(text) ||
      /^(?:to|and|can|could|will|we|that|which|also|\w+ly)$/.test(tokens[from - 1]?.lower ?? '')
    );
  // "the cross correlation method" is a method.
  if (/^(?:methods?|algorithms?|approach|approaches|filters?)$/.test(tokens[to + 1]?.lower ?? ''))
    return true;
  if (from !== to) return false;
  // "they agree within 2%", "agreement to within 3%": how far they differ.
  if (name === 'Agreement' && /^(?:to|is|was|within)$/.test(tokens[to + 1]?.lower ?? ''))
    return [to + 1, to + 2].some((at) => tokens[at]?.lower === 'within');
  // "a bias of 0.4 mL" is a measure; "selection bias (57%)" and "missing data (29%)" are findings.
  if ((name === 'Bias' || name === 'Training data') && isShareInBracket(tokens, to + 1)) return true;
  // "4 FPs per image" are false positives, not frames per second.
  if (text === 'FPs') return true;
  if (name === 'mAP') return !/(?:^|-)m?AP$|^MAP$/.test(text);
  if (name === 'Rank') return true;
  // A statistic's symbol with an index is a setting, and with a hyphen part of a name: "ρ_T = 1.0", "R-CNN (0.3)".
  if (name === 'Correlation' && /^(?:[rρ][_-]|R-[A-Z])|.-[rRρ]$/.test(text)) return true;
  // A single letter, or a word in capitals, is a statistic only if a value is assigned to it: "r = 0.8", "OR
  // = 2.1".
  if (/^(?:r|R|ρ|rho|OR|HR)$/.test(text)) {
    const next = tokens[to + 1];
    // "(OR 1.9": within a bracket the value may follow directly.
    const isBracketed = tokens[from - 1]?.text === '(' && next?.kind === 'number' && next.number.decimal;
    const value = tokens[to + 2];
    // "R = 50 orders": no statistic of this kind is a whole number.
    if (value?.kind === 'number' && next?.text === '=' && !value.number.decimal && value.number.figure > 1)
      return true;
    return !isBracketed && !/^(?:=|:|of|≥|≈|~|>|ranging|up)$/.test(next?.text ?? '');
  }
  // In "HD map" and "HD video" it means high definition.
  if (text === 'HD' && /^(?:maps?|videos?|images?|mapping)$/.test(tokens[to + 1]?.lower ?? '')) return true;
  // In "Focal Loss" and "the supervised SAM" it is part of a method's name; SAM the spectral angle is named
  // beside other measures of images.
  if (text === 'Loss' && /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '')) return true;
  if (text === 'SAM')
    return !tokens.some(({ lower }) => /^(?:psnr|ssim|ergas|rmse|spectral|scc|uiqi|q)$/.test(lower));
  if (name === 'KID') return text !== 'KID';
  if (name === 'mAP50') return !/^m?AP/i.test(text);
  const next = tokens[to + 1]?.lower ?? '';
  return (name === 'Training data' || name === 'Cost') && next === 'set';
}

/** True if a bracket with a share follows, as in "(57%". */
function isShareInBracket(tokens: readonly Token[], at: number): boolean {
  const value = tokens[at + 1];
  return (
    tokens[at]?.text === '(' && value?.kind === 'number' && !value.number.decimal && !value.number.signed
  );
}

/** "memory-efficient", "token-level", "higher-speed roads": compounds that describe something else. */
function isAdjective(tokens: readonly Token[], at: number, name: string): boolean {
  const text = tokens[at]?.lower ?? '';
  // "the full-precision baseline" is about the width of numbers.
  if (/^(?:full|half|mixed|low|single|double)-precision$/.test(text)) return true;
  // "test-time scaling", "real-time use": a compound with "time" before a noun says when something happens.
  if (text.endsWith('-time') && isModifier(tokens[at + 1])) return true;
  if (/-(?:aware|efficient|level|based|free|wise|optimal|driven|guided|sensitive|agnostic)$/.test(text))
    return true;
  const next = tokens[at + 1];
  return (
    isCost(name) &&
    next?.kind === 'word' &&
    isModifier(next) &&
    !/^(?:usage|consumption|cost|costs|rate|savings?)$/.test(next.lower)
  );
}

/** True for metrics whose names are also everyday words: they count only directly beside the number. */
export const isCost = (name: string | null): boolean => isMetricFact(name, 'everyday');

function joinWords(tokens: readonly Token[]): Pick<Context, 'lowered' | 'starts'> {
  const starts = [0];
  let length = 0;
  for (const { lower } of tokens) {
    length += lower.length + 1;
    starts.push(length);
  }
  return { lowered: tokens.map(({ lower }) => lower).join(' '), starts };
}

/** The lower-case words of tokens `from` to `to` (exclusive), for patterns over a few words. */
export function phrase({ lowered, starts, tokens }: Context, from: number, to: number): string {
  const begin = Math.max(0, from);
  const end = Math.min(to, tokens.length);
  return end <= begin ? '' : lowered.slice(starts[begin], (starts[end] ?? 0) - 1);
}

/** True if a word of `words` stands in the same clause within `reach` tokens of `at`. */
export function isNear(context: Context, at: number, reach: number, words: ReadonlySet<string>): boolean {
  const clause = context.clauses[at];
  const end = Math.min(context.tokens.length, at + reach + 1);
  for (let index = Math.max(0, at - reach); index < end; index += 1)
    if (index !== at && context.clauses[index] === clause && words.has(context.tokens[index]?.lower ?? ''))
      return true;
  return false;
}
