/** Whose the number is and what it was measured on, where the sentence says so. */
import type { ResultRole } from '../../paper';
import { printed } from '../metric/tie';
import type { Context } from '../sentence/context';
import { REACH_VERBS, CHANGE_VERBS, BEAT_VERBS } from '../sentence/words';

export interface Subject {
  readonly system?: string | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
}

/** System, data and target of the number at `at`; undefined where the text names none. */
export function findSubject(context: Context, at: number, role: ResultRole): Subject {
  const place = findOn(context, at);
  return {
    system: role === 'own' ? ownSystem(context, at) : otherSystem(context, at),
    ...(place === undefined ? {} : isData(place) ? { data: place } : { target: place }),
  };
}

/** "MIMIC-CXR", "the internal test set", "a cohort of 40 patients": a place that holds data, or a name with capitals or digits. */
const isData = (place: string): boolean =>
  /\b(?:data|datasets?|benchmarks?|cohorts?|corpus|corpora|challenges?|leaderboards?|(?:test|validation|held-out|hold-out) (?:set|split)s?|suites?)$/i.test(
    place,
  ) || place.split(' ').some((word) => /^\p{Lu}\S*[\p{Lu}\d]/u.test(word));

const isName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}+.-]*\p{Lu}|^\p{Lu}\p{L}+-?\d|^[^\P{L}\p{Lu}]+\p{Lu}\p{L}*-?\p{N}*$/u.test(text);

/** "AMINN achieves …": a name right before the verb that governs the number. */
function ownSystem(context: Context, at: number): string | undefined {
  for (let index = at - 1; index > 0 && at - index < 30; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (!(REACH_VERBS.has(lower) || CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower))) continue;
    const name = context.tokens[index - 1];
    if (name?.kind !== 'word' || !isName(name.text) || context.mentionOf.has(index - 1)) continue;
    if (!isPlaced(context, index - 1)) return name.text;
  }
  return undefined;
}

/** "on HDTF and VFHQ show", "an ensemble of ResNet and DenseNet-169 reaches": the name ends a list of places or parts. */
function isPlaced(context: Context, at: number): boolean {
  let index = at - 1;
  // "On CIFAR-10, EGTA improves": behind the comma the sentence begins.
  if (context.tokens[index]?.text === ',') return false;
  while (
    at - index < 12 &&
    (/^(?:,|and|the)$/.test(context.tokens[index]?.lower ?? '') || isName(context.tokens[index]?.text ?? ''))
  )
    index -= 1;
  return /^(?:on|across|in|of|over|from)$/.test(context.tokens[index]?.lower ?? '');
}

/** "0.75 for U-Net", "U-Net (0.75)", "than U-Net": a name beside the other side's number. */
function otherSystem(context: Context, at: number): string | undefined {
  for (let index = at + 1; index < at + 10; index += 1) {
    const token = context.tokens[index];
    if (!token || token.text === ';') break;
    if (/^(?:for|by|with)$/.test(token.lower))
      for (let next = index + 1; next < index + 4; next += 1) {
        const name = context.tokens[next];
        if (name?.kind === 'word' && isName(name.text)) return name.text;
      }
  }
  const before = context.tokens[at - 1]?.text === '(' ? context.tokens[at - 2] : undefined;
  return before?.kind === 'word' && isName(before.text) ? before.text : undefined;
}

const STOP =
  /^(?:[,;.()]|and|while|compared|with|using|respectively|which|when|outperforming|surpassing|over|versus|vs|by|at|from|as|in|to|for|that)$/;

/** Words with which the clause goes on behind the place where something was measured. */
const CLAUSE =
  /^(?:our|we|it|this|these|its|(?:achiev|reach|obtain|show|attain|outperform|surpass)(?:e?s|ed|ing)?)$/;
const UNPLACED =
  /^(?:(?:two|three|four|five|six|seven|eight|nine|ten|all|several|various|different|multiple)$|proposed )/i;

/** "… on the CXR dataset", "On multimodal tasks, …": after the number first, else at the head of the sentence. */
function findOn(context: Context, at: number): string | undefined {
  for (let index = at + 1; index < at + 9; index += 1) {
    const token = context.tokens[index];
    if (!token || token.kind === 'number' || /^[,;.]$/.test(token.text)) break;
    if (/^(?:on|for|across)$/.test(token.lower)) return take(context, index + 1);
  }
  const opens =
    context.tokens[0]?.lower === 'on' ||
    context.tokens[0]?.lower === 'for' ||
    context.tokens[0]?.lower === 'across';
  return opens ? take(context, 1) : undefined;
}

function take(context: Context, from: number): string | undefined {
  let start = from;
  while (/^(?:the|a|an|our|its|both)$/.test(context.tokens[start]?.lower ?? '')) start += 1;
  let end = start;
  while (
    end - start < 8 &&
    context.tokens[end] &&
    !STOP.test(context.tokens[end]?.lower ?? '') &&
    // "on the test set our model reaches": the clause begins.
    !(end > start && CLAUSE.test(context.tokens[end]?.lower ?? '')) &&
    !(context.tokens[end]?.kind === 'number' && end > start)
  )
    end += 1;
  if (end === start) return undefined;
  const name = printed(context, start, end);
  // "on four 7B models", "for the proposed approach", "for a BLEU-1 cost of": no place is told.
  return UNPLACED.test(name) || context.tokens[end - 1]?.lower === 'of' ? undefined : name;
}
