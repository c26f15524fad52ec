/**
 * Numbers whose subject is a baseline: "the baseline achieves 0.7", "human performance of 88%", "previous
 * best (0.7)".
 */
import { phrase, type Context } from '../../sentence/context';
import { isOf, TRAIT } from '../../sentence/word-traits';
import { ACHIEVE_VERBS, BEAT_VERBS, CHANGE_VERBS, OWN_WORDS, REACH_VERBS } from '../../sentence/words';
import { atWord, type WordTable } from './walk';

const lowerAt = (context: Context, at: number): string => context.tokens[at]?.lower ?? '';
const textAt = (context: Context, at: number): string => context.tokens[at]?.text ?? '';
const isOther = (context: Context, index: number): boolean =>
  isOf(context.tokens[index], TRAIT.baseline) || isPlainOne(context, index);

/** True for "the standard Aton model", "random routing" at the start of a clause: the unmodified variant. */
const isPlainOne = (context: Context, index: number): boolean =>
  isOf(context.tokens[index], TRAIT.plain) &&
  !/^(?:deviations?|errors?|forests?|practice|care|test|tests|walks?|effects?|seeds?|split|splits)$/.test(
    lowerAt(context, index + 1),
  ) &&
  (index === 0 || /^(?:the|while|whereas|where|that|,)$/.test(lowerAt(context, index - 1)));

/**
 * True for "Compared with the baselines, ours reaches", "improves on the baseline, reaches": after the comma
 * the sentence returns to its subject.
 */
const endsAside = (context: Context, comma: number): boolean =>
  REACH_VERBS.has(lowerAt(context, comma + 1)) ||
  /^(?:compared|unlike|relative|against|beyond|over|versus|in|with|among|despite|without)$/.test(
    lowerAt(context, 0),
  );

/** True for the second comma of "the previous best, Aton, reaches": the name stands beside its subject. */
const closesName = ({ tokens }: Context, comma: number): boolean => {
  let from = comma - 1;
  while (comma - from < 5 && /[\p{Lu}\d]/u.test(tokens[from]?.text ?? '')) from -= 1;
  return from < comma - 1 && tokens[from]?.text === ',';
};

const hasReached = (context: Context, from: number, to: number): boolean =>
  context.tokens.slice(from, to).some((token) => isOf(token, TRAIT.reach));

const WAY_TO_MEASURE =
  /^(?:evaluat|stud|annotat|preference|judg|rat|feedback|assess|motion|pose|agreement|label|align|review|validat|verif|distribut|knowledge|curat|craft|oversight|intervention|correction|demonstration)/;
const NAMED_AS_MEASURE =
  /^(?:over|with|than|to|by|between|for|on|against|of|from|among|beyond|new|all|in|and|the best)$/;
const NAMED_FURTHER = /^(?:over|with|than|to|by|between|for|on|against|of|from|among|all)$/;

const BEATING =
  /\b(?:outperform|surpass|exceed|beat|approach|match)(?:s|es|ed|ing)?\b(?!.*\b(?:which|that|who)\b)/;

const PERFORMS =
  /^(?:performances?|accurac|baseline|level|score|rater|reader|annotator|observer|grader|reviewer|operator|player|pilot|doctor|rating|expert|inter-|intra-|consensus|average|mean|error|reliab|agreement|can|could|would|who|only|still|win|success|children|participants|subjects|essays|texts|teams|counterparts|authors|users|students)|ists?$|ians?$|ers?$|ors?$/;

/** True for a noun behind "human" or "expert" that is nobody who performs and no performance. */
const isKindOfThing = (context: Context, at: number): boolean => {
  const lower = lowerAt(context, at);
  return (
    context.tokens[at]?.kind === 'word' &&
    /^\p{L}{3,}/u.test(lower) &&
    !PERFORMS.test(lower) &&
    !REACH_VERBS.has(lower) &&
    !CHANGE_VERBS.has(lower) &&
    !/^(?:and|the|for|with|from|while|but|has|have|was|were|are|tops?|on|in|at|of|to|is)$/.test(lower)
  );
};

const DECIDING: ReadonlySet<string> = new Set([
  ')',
  ',',
  ':',
  'whose',
  'with',
  'and',
  'baseline',
  ...OWN_WORDS,
  ...BEAT_VERBS,
  ...[...REACH_VERBS, ...CHANGE_VERBS].filter((verb) => verb.endsWith('ing')),
]);

/** Rules for the words before a number that name its subject, the nearest word first. */
export const OWNER: WordTable = {
  aspect: 'role',
  mayDecide: (token) =>
    token.kind === 'number' || isOf(token, TRAIT.baseline | TRAIT.plain) || DECIDING.has(token.lower),
  rules: [
    // "in line with experts (tau = 0.7)": experts are what is agreed with.
    atWord(
      'agreement with others',
      ['Aton is in line with experts (kappa 0.71).', '0.71 own'],
      (context, index, at) =>
        index === at - 1 &&
        /correlation|tau$|kappa|^ICC$/.test(
          (context.mentionOf.get(at - 1) ?? context.mentionOf.get(at - 2))?.name ?? '',
        )
          ? 'end'
          : undefined,
    ),
    atWord(
      'another clause',
      ['The baseline is slow but has a Dice of 0.85.', '0.85 own'],
      (context, index, at) => (context.clauses[index] === context.clauses[at] ? undefined : 'end'),
    ),
    // "…, achieving 0.9": the subject is the sentence's, not the noun before the comma.
    atWord(
      'participle of the subject',
      ['It follows human experts, achieving a Dice of 0.85.', '0.85 own'],
      (context, index) => {
        const lower = lowerAt(context, index);
        return lower.endsWith('ing') &&
          (REACH_VERBS.has(lower) || (CHANGE_VERBS.has(lower) && textAt(context, index - 1) === ','))
          ? 'end'
          : undefined;
      },
    ),
    atWord('colon', ['Prior work aside: a Dice of 0.85.', '0.85 own'], (context, index) =>
      textAt(context, index) === ':' ? 'end' : undefined,
    ),
    atWord(
      'end of an aside',
      ['Despite human noise, Aton has a Dice of 0.85.', '0.85 own'],
      (context, index, at) =>
        textAt(context, index) === ',' &&
        hasReached(context, index + 1, at) &&
        endsAside(context, index) &&
        !closesName(context, index)
          ? 'end'
          : undefined,
    ),
    // "outperforms the baselines with only 3.6M": belongs to the subject.
    atWord('with only', ['It tops prior nets with only 3.6M parameters.', '3.6M own'], (context, index) =>
      lowerAt(context, index) === 'with' && /^(?:only|just|merely)$/.test(lowerAt(context, index + 1))
        ? 'end'
        : undefined,
    ),
    // "surpasses existing multimodal baselines with an accuracy of 74%": the value after "with" is the
    // subject's.
    atWord(
      'with, behind the beaten',
      ['Aton surpasses existing multimodal baselines with an accuracy of 74%.', '74% own'],
      (context, index) =>
        lowerAt(context, index) === 'with' &&
        /\b(?:outperform|surpass|exceed|beat)\w* (?:[^\s,]+ ){0,5}\S+$/.test(
          phrase(context, index - 7, index),
        )
          ? 'end'
          : undefined,
    ),
    atWord(
      'our own subject',
      ['While readers agree, we have a Dice of 0.85.', '0.85 own'],
      (context, index) => {
        const lower = lowerAt(context, index);
        return OWN_WORDS.has(lower) || BEAT_VERBS.has(lower) || lower === ')' ? 'end' : undefined;
      },
    ),
    atWord('number between', ['Prior work has 3 stages and a Dice of 0.85.', '0.85 own'], (context, index) =>
      context.tokens[index]?.kind === 'number' ? 'end' : undefined,
    ),
    // "comparable with local pathologists' accuracy of 86.6%".
    atWord(
      'possessive of another',
      ["It is close to the pathologists' accuracy of 86%.", '86% baseline'],
      (context, index, at) =>
        isOther(context, index) &&
        (/^'s?$/.test(textAt(context, index + 1)) || lowerAt(context, index).endsWith("'s"))
          ? lowerAt(context, at - 1) === 'to'
            ? 'end'
            : 'baseline'
          : undefined,
    ),
    // "the F1 of the radiologist is 42%": the verb follows the person.
    atWord(
      'person before the verb',
      ['The F1 of the radiologist is 42%.', '42% baseline'],
      (context, index) =>
        isOther(context, index) &&
        lowerAt(context, index - 1) === 'the' &&
        lowerAt(context, index - 2) === 'of' &&
        /^(?:is|are|was|were)$/.test(lowerAt(context, index + 1))
          ? 'baseline'
          : undefined,
    ),
    // "our trained baseline reaches".
    atWord('baseline of our own', ['In our baseline the Dice is 0.85.', '0.85 own'], (context, index) =>
      isOther(context, index) && /\bour\b/.test(phrase(context, index - 3, index)) ? 'end' : undefined,
    ),
    atWord(
      'baseline that is set',
      ['Aton sets a strong baseline at 27% accuracy.', '27% own'],
      (context, index) =>
        lowerAt(context, index) === 'baseline' &&
        /\b(?:sets?|setting|establish(?:es|ed|ing)?)(?: (?:an?|the))?(?: \S+)?$/.test(
          phrase(context, index - 3, index),
        )
          ? 'end'
          : undefined,
    ),
    atWord(
      'subject behind a comma',
      ['Under evaluation on expert paths, Aton reports a recall of 62%.', '62% own'],
      (context, index) =>
        textAt(context, index) === ',' &&
        /^\p{Lu}/u.test(textAt(context, index + 1)) &&
        REACH_VERBS.has(lowerAt(context, index + 2)) &&
        !closesName(context, index) &&
        !isOther(context, index - 1)
          ? 'end'
          : undefined,
    ),
    atWord(
      'further verb of the winner',
      ['Aton outperformed human pilots and achieved a recall of 62%.', '62% own'],
      (context, index) =>
        lowerAt(context, index) === 'and' &&
        REACH_VERBS.has(lowerAt(context, index + 1)) &&
        BEATING.test(phrase(context, index - 9, index))
          ? 'end'
          : undefined,
    ),
    // "human evaluation", "expert annotations", "human severity ratings".
    atWord('way to measure', ['Human evaluation gives an accuracy of 85%.', '85% own'], (context, index) =>
      isOther(context, index) &&
      (WAY_TO_MEASURE.test(lowerAt(context, index + 1)) ||
        /^(?:ratings?|judg\w+|annotations?|preferences?|labels?)$/.test(lowerAt(context, index + 2)))
        ? { to: index }
        : undefined,
    ),
    atWord(
      'matched or beaten',
      ['Aton matches expert skill at a Dice of 0.85.', '0.85 own'],
      (context, index) =>
        isOther(context, index) && /^match(?:es|ed|ing)?$/.test(lowerAt(context, index - 1))
          ? 'end'
          : undefined,
    ),
    // "…, and humans reach 92%": the subject of a further clause.
    atWord(
      'subject of a further clause',
      ['Nets have an accuracy of 41%, and humans reach 92%.', '41% own, 92% baseline'],
      (context, index) =>
        isOther(context, index) &&
        /^(?:and|while|but|whereas)$/.test(lowerAt(context, index - 1)) &&
        ACHIEVE_VERBS.has(lowerAt(context, index + 1))
          ? 'baseline'
          : undefined,
    ),
    // "a human team's plan", "expert trajectories": people say what kind of thing it is.
    atWord(
      'kind of thing',
      ["It infers a human team's plan with 83% accuracy.", '83% own'],
      (context, index) =>
        isOther(context, index) &&
        /^(?:human|expert)$/.test(lowerAt(context, index)) &&
        isKindOfThing(context, index + 1)
          ? { to: index }
          : undefined,
    ),
    // "over the best baseline", "on par with experts", "agreement with radiologists": compared with, not the
    // owner.
    atWord(
      'named as the measure',
      ['On par with experts in Kent, the Dice is 0.85.', '0.85 own'],
      (context, index) =>
        isOther(context, index) &&
        (NAMED_AS_MEASURE.test(lowerAt(context, index - 1)) ||
          NAMED_FURTHER.test(lowerAt(context, index - 2)) ||
          /^(?:over|than|beyond|against) (?:the|an?) /.test(phrase(context, index - 3, index)))
          ? 'end'
          : undefined,
    ),
    atWord(
      'another as the subject',
      ['The baseline achieves a Dice of 0.75.', '0.75 baseline'],
      (context, index) => (isOther(context, index) ? 'baseline' : undefined),
    ),
  ],
};
