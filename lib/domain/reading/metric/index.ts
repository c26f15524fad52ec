/**
 * Decides to which metric a number belongs. Papers connect the two in a handful of ways: "AUC of 0.9", "0.9
 * AUC", "improves AUC by 3%", "AUC, recall and F1 of …". Each way is a rule; the first that finds a metric
 * beside the number decides.
 */
import { decide, type Rule, type RuleTable } from '../rule';
import type { Context } from '../sentence/context';
import { TRAIT } from '../sentence/word-traits';
import { bracketedAfter, metricAfter } from './after';
import { betterIn, byMeasure, leftLoose, leftTight } from './beside';
import { beforePlacedBracket, behindNamedList, fallBeforeBracket } from './brackets';
import { changedPhrase } from './changed';
import { ofLabelledItem } from './labelled-items';
import { gainedIn } from './gained-items';
import { listedBracket } from './bracket-lists';
import { scoreOf } from './scores';
import { sizeOf, speedInBracket, speedOf } from './factors';
import { sharedHead } from './shared-head';
import { beforeBracket, metricOfUnit, ofUnit, rankOf, subjectOfChange, subjectOfCopula } from './clause';
import { KNOWN_DATA, KNOWN_SYSTEMS } from '../names/known-names';
import { neverSeen } from './never';
import { metricOfList } from './lists';
import { objectOfVerb, objectTo } from './objects';
import { subjectThatGoes } from './pairs';
import {
  comparedBeforeBracket,
  effectSize,
  ofRate,
  preferredIn,
  shortFormOfDifference,
  thingsCounted,
} from './phrases';
import type { MetricTie } from './metric-tie';
import { performanceChanged } from './performance';

const rule = (
  name: string,
  match: (context: Context, at: number) => MetricTie | undefined,
  text: string,
  expected: string,
  cues?: number,
): Rule<MetricTie> => ({ name, example: [text, expected], match, ...(cues === undefined ? {} : { cues }) });

/** The ways in which a metric can stand beside its number, in the order in which they are tried. */
export const METRICS: RuleTable<MetricTie> = {
  aspect: 'metric',
  rules: [
    rule('what never happened', neverSeen, 'Our tool runs with zero merge failures.', 'zero merge failures'),
    rule('rank', rankOf, 'Our model ranks 3rd in the KITE challenge.', '3rd Rank'),
    rule(
      'metric of the unit',
      metricOfUnit,
      'Our model gains 4.1 accuracy points.',
      '4.1 accuracy points Accuracy',
    ),
    rule(
      'of its place in a list',
      metricOfList,
      'Our model reaches a precision, recall and F1 of 0.91, 0.84 and 0.81, respectively.',
      '0.91 Precision, 0.84 Recall, 0.81 F1',
    ),
    rule(
      'noun behind two numbers',
      sharedHead,
      'Our model reaches 97% training and 93% test accuracy.',
      '97% Accuracy, 93% Accuracy',
    ),
    rule(
      'bracket behind the number',
      bracketedAfter,
      'Our model reaches 0.85 (Dice) on kites.',
      '0.85 Dice',
      TRAIT.bracket,
    ),
    rule(
      'by a measure',
      byMeasure,
      'Our model finds kites at 75.9% by average precision.',
      '75.9% Average precision',
    ),
    rule(
      'size of an effect',
      effectSize,
      'Readers were faster with our tool (d = 0.41, p < 0.01).',
      '0.41 Effect size',
    ),
    rule('score or mean', scoreOf, 'Our model reaches a total score of 87.3%.', '87.3% total score'),
    rule('happens at a rate', ofRate, 'Our model shows deception at a rate of 43%.', '43% deception'),
    rule(
      'labelled in the bracket of a metric',
      ofLabelledItem,
      'Our model reaches a Dice of 0.90 (ET = 0.87, TC = 0.91).',
      '0.90 Dice, 0.87 Dice, 0.91 Dice',
      TRAIT.bracket,
    ),
    rule(
      'so much faster, in a bracket',
      speedInBracket,
      'Our model has the same accuracy (2.7x faster under load).',
      '2.7x Speed',
      TRAIT.bracket,
    ),
    rule('right in front', leftTight, 'Our model reaches an accuracy of 91.2%.', '91.2% Accuracy'),
    rule(
      'short form of a difference',
      shortFormOfDifference,
      'Our model brings +2.9% CTR, +3.7% IPV on kites.',
      '+2.9% Click-through rate, +3.7% IPV',
    ),
    rule(
      'so much smaller',
      sizeOf,
      'With 85M parameters, our model is 14x smaller than Aton.',
      '14x Parameters',
    ),
    rule(
      'later in a list of gains',
      gainedIn,
      'Our tutor brings gains of 18% in usability and 40% in trust.',
      '18% usability, 40% trust',
    ),
    rule(
      'preferred in so many',
      preferredIn,
      'Readers preferred our reports in 46.6% of the cases.',
      '46.6% Preference',
    ),
    rule(
      'performance that changed',
      performanceChanged,
      'Our model improves tracking performance by 41%.',
      '41% tracking performance',
    ),
    rule('so much faster', speedOf, 'Our model is 98x faster than Aton.', '98x Speed'),
    rule('behind the number', metricAfter, 'Our model reaches 91.2% accuracy.', '91.2% Accuracy'),
    rule(
      'in front, words of change between',
      leftLoose,
      'The accuracy rises from 84.1% to 91.2%.',
      '84.1% Accuracy, 91.2% Accuracy',
    ),
    rule('object of a verb', objectOfVerb, 'Our model cuts the latency of all kites by 41%.', '41% Latency'),
    rule('object of a verb, to a value', objectTo, 'Our model cuts rejections to 3%.', '3% rejections'),
    rule(
      'subject of what it amounts to',
      subjectOfCopula,
      'The mean errors for the test kites were 0.16 mm.',
      '0.16 mm Mean error',
    ),
    rule(
      'subject that goes',
      subjectThatGoes,
      'Awareness of kites grew from 14% to 44%.',
      '14% Awareness of kites, 44% Awareness of kites',
    ),
    rule(
      'subject of a verb of change',
      subjectOfChange,
      'The answers shrink, while sufficiency improves (+2.3 points).',
      '+2.3 points sufficiency',
    ),
    rule('unit that is the metric', ofUnit, 'Our model runs at 41 FPS on a phone.', '41 FPS FPS'),
    rule('better in so many', betterIn, 'We achieve a higher F1 in 83% (5/6) of organs.', '83% F1'),
    rule(
      'less of it, before a bracket',
      fallBeforeBracket,
      'Our model brings a reduction in prompt length (~50%).',
      '50% prompt length',
      TRAIT.bracket,
    ),
    rule(
      'before a bracket at a place',
      beforePlacedBracket,
      'We report the speedup on KITEBench (+11%).',
      '+11% Speedup',
      TRAIT.bracket,
    ),
    rule(
      'behind a list with names',
      behindNamedList,
      'We reach 80% (A) and 79% (B) pass rate.',
      '80% Pass rate, 79% Pass rate',
      TRAIT.bracket,
    ),
    rule(
      'compared before a bracket',
      comparedBeforeBracket,
      'Our model needs fewer tuning steps (12 vs. 30).',
      '12 tuning steps, 30 tuning steps',
      TRAIT.bracket,
    ),
    rule(
      'things of which so many',
      thingsCounted,
      'Our model is best in 10 of 16 evaluation settings.',
      '10 of 16 evaluation settings',
    ),
    rule(
      'in a list of brackets',
      listedBracket,
      'Ratings rose in accuracy (+14.4 points) and completeness (+14.5 points).',
      '+14.4 points Accuracy, +14.5 points completeness',
      TRAIT.bracket,
    ),
    rule(
      'before a bracket',
      beforeBracket,
      'Readers found that our model has a better fluency (63%).',
      '63% fluency',
      TRAIT.bracket,
    ),
  ],
};

/** Metrics named only by what a verb of change acts on; tried if no other rule names one. */
export const CHANGED: RuleTable<MetricTie> = {
  aspect: 'metric',
  rules: [
    rule(
      'changed by a verb',
      changedPhrase,
      'Our monitors raise completion from 10.9% to 28.1% and adherence from 30.2% to 41.5%.',
      '10.9% completion, 28.1% completion, 30.2% adherence, 41.5% adherence',
    ),
  ],
};

/** The metric beside the number at token `at`; undefined if none is named beside it. */
export function metricNear(context: Context, at: number): MetricTie | undefined {
  const near = decide(METRICS, context, at, undefined);
  const found =
    near?.name === undefined || near.name === null ? (decide(CHANGED, context, at, undefined) ?? near) : near;
  // In "improves MBPP from 39% to 41%" a benchmark stands where a metric could.
  return found?.known === false && isKnownName(found.name) ? undefined : found;
}

/** True for a name by which other papers call their data or a model; letters in capitals alone may be a measure as well. */
const isKnownName = (name: string | null): boolean =>
  name !== null && /\p{Ll}|\d/u.test(name) && (KNOWN_DATA.has(name) || KNOWN_SYSTEMS.has(name));
