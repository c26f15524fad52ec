/**
 * Numbers after a word of comparison: "… 0.81 vs. 0.75", "… compared to 0.75 for U-Net", "outperforming U-Net
 * (0.75".
 */
import { phrase, type Context } from '../../sentence/context';
import {
  ACHIEVE_VERBS,
  BEAT_VERBS,
  CHANGE_VERBS,
  CLAUSE_WORDS,
  OWN_WORDS,
  REACH_VERBS,
} from '../../sentence/words';
import { atWord, type WordTable } from './walk';

const lowerAt = (context: Context, at: number): string => context.tokens[at]?.lower ?? '';
const textAt = (context: Context, at: number): string => context.tokens[at]?.text ?? '';

const COMPARING: ReadonlySet<string> = new Set(
  'v vs versus than against compared comparing contrasted relative unlike'.split(' '),
);
const REFERENCE =
  /^(?:the )?(?:(?:human|expert|manual|clinical|radiologist) (?:annotations?|labels?|ratings?|judge?ments?)|ground[ -]truth)\b/;

/** False for "VS" in a name and for volts ("1.2 V"); true for "vs", and for "v" between two numbers. */
const isComparing = (context: Context, index: number): boolean =>
  (lowerAt(context, index) === 'instead' && lowerAt(context, index + 1) === 'of') ||
  (COMPARING.has(lowerAt(context, index)) &&
    // "a 7% relative gain" is no comparison by itself.
    (lowerAt(context, index) !== 'relative' || lowerAt(context, index + 1) === 'to') &&
    !isOfClasses(context, index) &&
    // "protection against theft with 1% overhead", "rather than assume": no system is compared.
    !(
      lowerAt(context, index) === 'against' &&
      /^(?:protect|robust|defen|resist|resilien|attack|fight|safeguard|guard)/.test(
        lowerAt(context, index - 1),
      )
    ) &&
    !(lowerAt(context, index - 1) === 'rather' && context.tokens[index + 1]?.kind !== 'number') &&
    textAt(context, index) !== 'VS' &&
    (lowerAt(context, index) !== 'v' ||
      (textAt(context, index) === 'v' && isBetweenNumbers(context, index))));

/**
 * True for "83% for MCI vs CN, 75% for", "(ARVC vs control AUROC 0.999": two classes that are distinguished,
 * not two systems.
 */
function isOfClasses(context: Context, index: number): boolean {
  if (!/^(?:vs?|versus)$/.test(lowerAt(context, index))) return false;
  const dot = textAt(context, index + 1) === '.' ? 1 : 0;
  const behind = context.tokens[index + 1 + dot];
  if (!/\p{Lu}/u.test(textAt(context, index - 1)) || behind?.kind !== 'word') return false;
  const isTask = lowerAt(context, index - 2) === 'for' && textAt(context, index + 2 + dot) === ',';
  const isMeasured = /^[(;]$/.test(textAt(context, index - 2)) && context.mentionOf.has(index + 2 + dot);
  return isTask || isMeasured;
}

const isBetweenNumbers = (context: Context, index: number): boolean =>
  context.tokens[index - 1]?.kind === 'number' &&
  [index + 1, index + 2].some((next) => context.tokens[next]?.kind === 'number');

/** The token before the bracket that `close` closes; `close` if it is not nearby. */
function openOf(context: Context, close: number): number {
  for (let index = close - 1; index > close - 30; index -= 1)
    if (textAt(context, index) === '(') return index - 1;
  return close;
}

const resumesSubject = (lower: string): boolean =>
  /^(?:with|our|we|it)$/.test(lower) ||
  CHANGE_VERBS.has(lower) ||
  BEAT_VERBS.has(lower) ||
  ACHIEVE_VERBS.has(lower);

/** The number that "than" limits, as in "more than 90%"; undefined if it compares. */
function limitedBy(context: Context, than: number): number | undefined {
  const comparative =
    /^(?:more|less|greater|fewer|higher|lower|better|worse|larger|smaller|longer|shorter|faster|slower)$/;
  if (!comparative.test(lowerAt(context, than - 1))) return undefined;
  let at = than + 1;
  while (/^(?:an?|the|about|~|us|us\$|\$)$/.test(lowerAt(context, at))) at += 1;
  return context.tokens[at]?.kind === 'number' ? at : undefined;
}

/**
 * True for "Compared to nets, Aton (83%), Bera (65%) and Ceto (89%), ours": an item in a bracket, followed by the
 * next item or the end of the list.
 */
const isListedFurther = (context: Context, at: number): boolean =>
  textAt(context, at - 1) === '(' &&
  textAt(context, at + 1) === ')' &&
  /^(?:,|and)$/.test(lowerAt(context, at + 2)) &&
  !context.tokens.slice(0, at).some(({ lower }) => OWN_WORDS.has(lower) || REACH_VERBS.has(lower));

const FALLS: ReadonlySet<string> = new Set(
  'falls fall fell drops drop dropped rises rise rose increases increased decreases decreased grows grew'.split(
    ' ',
  ),
);

const DECIDING: ReadonlySet<string> = new Set([
  ')',
  ',',
  ';',
  'for',
  'instead',
  'including',
  ...COMPARING,
  ...FALLS,
  ...OWN_WORDS,
  ...REACH_VERBS,
  ...CLAUSE_WORDS,
]);

/** Rules for the words before a number that make it a baseline's, the nearest word first. */
export const COMPARISON: WordTable = {
  aspect: 'role',
  mayDecide: ({ lower }) => DECIDING.has(lower),
  rules: [
    atWord(
      'value that is compared',
      [
        'It saves 40% of it compared to Bera and has a Dice of 0.85 compared to 0.75.',
        '40% own, 0.85 own, 0.75 baseline',
      ],
      (context, index, at) =>
        index === at - 1 && /^(?:compared|relative) (?:to|with)\b/.test(phrase(context, at + 1, at + 3))
          ? 'end'
          : undefined,
    ),
    // A closed bracket does not affect what follows it.
    atWord('closed bracket', ['Aton (unlike Bera) has a Dice of 0.85.', '0.85 own'], (context, index) =>
      textAt(context, index) === ')' ? { to: Math.min(openOf(context, index) + 1, index) } : undefined,
    ),
    // "better than A for this task with 0.9": after the place the sentence returns to its subject.
    atWord(
      'subject again behind a place',
      ['Aton was better than Bera for lungs with 85% recall.', '85% own'],
      (context, index, at) =>
        lowerAt(context, index) === 'than' &&
        /\b(?:for|on|in) .*\bwith [\d.]/.test(phrase(context, index + 1, at + 1))
          ? 'end'
          : undefined,
    ),
    // "is better than others with an accuracy of 0.9": the first value of a sentence is its subject's.
    atWord(
      'first value, behind with',
      ['Aton does better than older nets with an accuracy of 0.85.', '0.85 own'],
      (context, index, at) =>
        lowerAt(context, index) === 'than' &&
        /\bwith (?:an? |the )?(?:[^\s,;()]+ ){0,5}of$/.test(phrase(context, index + 1, at)) &&
        !context.tokens.slice(0, at).some(({ kind }) => kind === 'number')
          ? 'end'
          : undefined,
    ),
    // "higher than any other, with 0.9".
    atWord(
      'subject again behind a comma',
      ['Aton is higher than any other, with a Dice of 0.85.', '0.85 own'],
      (context, index) =>
        textAt(context, index) === ',' && resumesSubject(lowerAt(context, index + 1)) ? 'end' : undefined,
    ),
    // "the distance versus the reference falls to 0.04".
    atWord(
      'verb of the subject',
      ['The error versus the truth falls to 0.04 mm.', '0.04 mm own'],
      (context, index) =>
        FALLS.has(lowerAt(context, index)) && lowerAt(context, index + 1) === 'to' ? 'end' : undefined,
    ),
    // "against human annotations", "validated against statements": the ground truth is not a rival.
    atWord('reference', ['Its accuracy against human annotations is 85%.', '85% own'], (context, index) =>
      lowerAt(context, index) === 'against' &&
      (REFERENCE.test(phrase(context, index + 1, index + 4)) ||
        lowerAt(context, index - 1).startsWith('validat'))
        ? { to: index }
        : undefined,
    ),
    atWord(
      'limit by than',
      ['Aton has an accuracy of no less than 85%.', '85% own'],
      (context, index, at) => {
        const limited = lowerAt(context, index) === 'than' ? limitedBy(context, index) : undefined;
        if (limited === undefined) return undefined;
        // "… versus more than 5 s for Bera": the limit is the rival's.
        if (limited === at && /^(?:vs|versus)$/.test(lowerAt(context, index - 2))) return 'baseline';
        return limited === at ? 'end' : { to: index };
      },
    ),
    // "a win rate of 0.3 against Aton and 0.7 on Surrey": the rival ends at "and".
    atWord(
      'value behind a rival',
      ['It has a win rate of 0.3 against Aton and 0.7 on Surrey.', '0.3 own, 0.7 own'],
      (context, index, at) =>
        lowerAt(context, index) === 'against' && lowerAt(context, at - 1) === 'and' && index < at - 2
          ? 'end'
          : undefined,
    ),
    // Up to the comma the words are about the rival.
    atWord(
      'comparison that opens the sentence, over',
      ['Compared to Bera, which is slow, Aton has a Dice of 0.85.', '0.85 own'],
      (context, index, at) =>
        index === 0 &&
        /^(?:compared|contrasted)$/.test(lowerAt(context, index)) &&
        context.tokens.slice(0, at).some(({ text }) => text === ',') &&
        !isListedFurther(context, at)
          ? 'end'
          : undefined,
    ),
    atWord(
      'word of comparison',
      ['Aton has a Dice of 0.85 compared to 0.75 for Bera.', '0.85 own, 0.75 baseline'],
      (context, index) => (isComparing(context, index) ? 'baseline' : undefined),
    ),
    atWord('words of our own', ['Unlike Bera, we have a Dice of 0.85.', '0.85 own'], (context, index) => {
      const lower = lowerAt(context, index);
      return lower === ';' ||
        OWN_WORDS.has(lower) ||
        lower === 'including' ||
        (REACH_VERBS.has(lower) && !/^(?:with|is|was|are|were|has|had|have|using|use)$/.test(lower))
        ? 'end'
        : undefined;
    }),
    // "compared to 158 mm, while keeping a recall of 0.79".
    atWord(
      'clause of the subject',
      ['It is faster compared to Bera while having a recall of 0.79.', '0.79 own'],
      (context, index) =>
        CLAUSE_WORDS.has(lowerAt(context, index)) && lowerAt(context, index + 1).endsWith('ing')
          ? 'end'
          : undefined,
    ),
  ],
};
