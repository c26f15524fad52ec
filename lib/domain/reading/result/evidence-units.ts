/**
 * Whether numbers with a unit are results: a count of parameters, a physical
 * measure, a time, a speed. What they must show beside the unit is each form's own.
 */
import { isNear, phrase, type Context } from '../sentence/context';
import type { FromTo } from '../sentence/groups';
import { isSetAgainst } from './set-against';
import { isChange } from './kinds';
import type { MetricTie } from '../metric/tie';
import type { NumberMention } from '../sentence/number-form';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, REACH_VERBS } from '../sentence/words';

/** What is known about a candidate when it is judged. */
export interface Candidate {
  readonly at: number;
  readonly number: NumberMention;
  readonly near: MetricTie | undefined;
  readonly far: MetricTie | undefined;
  readonly pairs: readonly FromTo[];
  /** True before the abstract first speaks of its own work. */
  readonly background: boolean;
}

/** Whether a candidate is a result; `known` where a metric of quality stands beside it. */
export type Judge = (context: Context, candidate: Candidate, known: boolean) => boolean;

/** Parameters and operations are results only beside a result of quality, or where little of them is the point. */
export function hasCompany(context: Context, at: number): boolean {
  const others = context.tokens.some(
    (token, index) =>
      token.kind === 'number' &&
      index !== at &&
      Math.abs(index - at) < 16 &&
      (token.number.decimal || token.number.form === 'percent' || token.number.form === 'measure'),
  );
  return others || /\b(?:only|just|merely|fewer|less|than|reduc\w*)\b/.test(phrase(context, at - 6, at + 3));
}

/** Parameters, operations or a size, where the words say that few are made do with. */
export const count: Judge = (context, { at, near }) =>
  near !== undefined &&
  /^(?:Parameters|FLOPs|Model size)$/.test(near.name ?? '') &&
  hasCompany(context, at) &&
  // "the fewest parameters (14.05 M)".
  ((near.to === at - 1 && context.tokens[at - 1]?.text === '(') ||
    /\b(?:efficient|only|just|merely|at|using|requires?|requiring|uses|reduc\w*|than)\b/.test(
      phrase(context, at - 4, at),
    ));

/** A length, a level, a size: by its metric, by the change it tells, or by a verdict beside its unit. */
export const measure: Judge = (context, { at, near, far, pairs, number }, known) => {
  if (
    !/\bmemory\b/.test(phrase(context, at + 1, at + 4)) &&
    /\b(?:isotropic|resolution|spacing|thick\w*|voxels?|slices?|field of view|wavelength|magnets?|images?|files?|corpus|dataset|gpu with|gpus?|data|margin of)\b/.test(
      phrase(context, at + 1, at + 3),
    )
  )
    return false;
  if (known || isToldPair(context, pairs, at, near) || isSetAgainst(context, at)) return true;
  // "drift = 0.3 mm": set to it, whatever the verb.
  if (near)
    return (
      /[a-z°]/i.test(number.unit) &&
      (hasVerdict(context, at) || /^[=:]$/.test(context.tokens[at - 1]?.text ?? ''))
    );
  return (
    isChange(context, at, number) ||
    (far !== undefined && number.decimal) ||
    (/^dB$/.test(number.unit) && hasVerdict(context, at)) ||
    (/^[GMK]i?B$/.test(number.unit) &&
      /\b(?:only|just|requir\w*|using|less|than|consum\w*|within|memory)\b/.test(
        phrase(context, at - 5, at + 3),
      ))
  );
};

/** How long something takes or by how much it is off, not how long what was studied lasts. */
export const time: Judge = (context, { at, near, pairs, number }, known) => {
  // "within the first 24 hours": a span of the world's time.
  if (/^(?:first|last|next|past|previous|every)$/.test(context.tokens[at - 1]?.lower ?? '')) return false;
  // "trained on only 960 hours of speech": what there was to learn from.
  if (/\btrained on\b/.test(phrase(context, at - 4, at)) && context.tokens[at + 1]?.lower === 'of')
    return false;
  const around = phrase(context, at - 9, at + 6);
  if (
    /^of (?:\w+ )?(?:data|audio|video|speech|recordings?|footage|\w+ data|training|music|monitoring|annotated|real|teleoperat\w+|human|interaction|robot|eeg|ecg|gameplay|play|follow-up)\b/.test(
      phrase(context, at + 1, at + 5),
    )
  )
    return false;
  if (
    /years?|months?|follow-up|segments?|clips?|windows?|recordings?|epochs? of|horizon|ahead|-long\b/.test(
      phrase(context, at + 1, at + 4),
    )
  )
    return false;
  // "a 2-second forward pass" takes it, "2-minute videos" last it.
  if (/\d-\p{L}/u.test(context.tokens[at]?.text ?? ''))
    return /\b(?:pass|inference|latency|runtime|training|fine-?tuning|optimi[sz]ation|reconstruction|processing|response|delay|computation|adaptation|speed)\b/.test(
      phrase(context, at + 1, at + 4),
    );
  if (known || isToldPair(context, pairs, at, near) || isChange(context, at, number)) return true;
  if (isSetAgainst(context, at)) return true;
  // "reductions in use (-0.37 min/day)": a signed time is a difference.
  if (number.signed && isNear(context, at, 14, CHANGE_NOUNS)) return true;
  if (near?.name && /time|latency|delay|error|cost/i.test(near.name)) return true;
  return (
    /\b(?:takes?|took|taking|takes only|runs?|running|ran|inference|latency|runtime|real-time|per (?:image|scan|volume|frame|slice|sample|query|case|patient|step|token|video|second|iteration|study|inference|subject|prediction|request)|within|under|in (?:only|just|less|under|about|approximately|a few)|less than|train(?:s|ed)? in|complet\w+|requir\w+ (?:only|just|less|nearly|about|approximately|over|around|up to|at least)|generat\w+|fast|faster|speed)\b/.test(
      around,
    ) || isMadeIn(context, at)
  );
};

/** "reconstructs a scene in 30 seconds": how long the making takes, right behind "in". */
function isMadeIn(context: Context, at: number): boolean {
  return (
    /\bin(?: (?:about|approximately|around|roughly|~|≈|<))?$/.test(phrase(context, at - 2, at)) &&
    /\b(?:synthesi[sz]|produc|reconstruct|render|segment|converg|optimi[sz]|reach|achiev|comput|solv|finish|register)(?:e|es|s|ed|ing)?\b/.test(
      phrase(context, at - 14, at),
    )
  );
}

/** How fast something runs, where the words say that it runs. */
export const speed: Judge = (context, { at, number }) =>
  // A frequency is how fast something runs only where the words say so.
  (!number.unit.endsWith('Hz') ||
    /\b(?:runs?|running|ran|operat\w*|real-time|inference|throughput|updat\w*|process\w*|control\w*|speeds?|rates?)\b/.test(
      phrase(context, at - 10, at + 5),
    )) &&
  /\b(?:runs?|running|ran|at|achiev\w*|reach\w*|attain\w*|deliver\w*|sustain\w*|yield\w*|maintain\w*|process\w*|speed|real-time|throughput|operat\w*|inference|up to|over|with|of)\b/.test(
    phrase(context, at - 8, at + 3),
  );

/** "from A to B" tells of a change where a metric or a verb of change governs it, not where it gives a range. */
export function isToldPair(
  context: Context,
  pairs: readonly FromTo[],
  at: number,
  near: MetricTie | undefined,
): boolean {
  const pair = pairs.find((one) => one.from === at || one.to === at);
  if (!pair) return false;
  if (/\b(?:rang\w+|vary|varying|varies)\b/.test(phrase(context, pair.from - 3, pair.from))) return false;
  return (near !== undefined && near.name !== null) || isNear(context, pair.from, 12, CHANGE_VERBS);
}

/** A verb of reaching, changing or winning in the same clause. */
export function hasVerdict(context: Context, at: number): boolean {
  return (
    isNear(context, at, 22, REACH_VERBS) ||
    isNear(context, at, 22, CHANGE_VERBS) ||
    isNear(context, at, 22, BEAT_VERBS)
  );
}
