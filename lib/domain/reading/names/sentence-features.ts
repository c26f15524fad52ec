/** Tests of phrases in the number's own sentence: their place, their preposition, their distance. */
import {
  at,
  before,
  behind,
  both,
  by,
  feature,
  headed,
  isAfter,
  isName,
  isRival,
  nextPlaced,
  opens,
} from './feature';
import type { Feature } from './feature';
import { DOING, MEASURED } from './phrase';

/** Tests of phrases in the number's own sentence. */
export const HERE: readonly Feature[] = [
  feature('right behind', behind(0, 2)),
  feature('soon behind', behind(3, 6)),
  feature('far behind', behind(7, 99)),
  feature(
    'behind, beyond another result',
    at((place) => place.isAfter && place.resultsBetween > 0),
  ),
  feature('right before', before(0, 3)),
  feature('soon before', before(4, 9)),
  feature('far before', before(10, 99)),
  feature(
    'before, beyond one result',
    at((place) => !place.isAfter && place.resultsBetween === 1),
  ),
  feature(
    'before, beyond more results',
    at((place) => !place.isAfter && place.resultsBetween > 1),
  ),
  feature(
    'first phrase behind',
    at((place) => place.isFirstBehind),
  ),
  feature(
    'last phrase before',
    at((place) => place.isLastBefore),
  ),
  feature(
    'first placed phrase behind',
    at((place) => place.isFirstPlaced),
  ),
  feature(
    'last placed phrase before',
    at((place) => place.isLastPlaced),
  ),
  feature(
    'the only placed phrase',
    at((place) => place.isOnlyPlaced),
  ),
  feature(
    'another clause',
    at((place) => !place.isSameClause),
  ),
  feature(
    'a comma between',
    at((place) => place.hasComma),
  ),
  feature(
    'behind a comma',
    at((place) => place.hasComma && place.isAfter),
  ),
  feature('opens the sentence', opens),
  feature(
    'before the bracket',
    at((place) => place.isBeforeBracket),
  ),
  feature(
    'in the bracket behind',
    at((place) => place.isBracketAfter),
  ),
  feature('dealt by place', ({ dealt }) => dealt === 'own'),
  feature('dealt by place, respectively', ({ dealt, isRespective }) => dealt === 'own' && isRespective),
  feature(
    'dealt by place, a name',
    both(({ dealt }) => dealt === 'own', isName),
  ),
  feature(
    'subject',
    at((place) => place.isSubject),
  ),
  feature(
    'nearest subject',
    at((place) => place.isNearestSubject),
  ),
  feature(
    'compared with',
    at((place) => place.isCompared),
  ),
  feature(
    'owner',
    at((_, { phrase }) => phrase?.isOwner === true),
  ),
  feature(
    'a proper noun',
    at((_, { isProper }) => isProper),
  ),
  feature('by on', by('on')),
  feature('by for', by('for')),
  feature('by in', by('in', 'within')),
  feature('by across', by('across', 'over', 'among')),
  feature('by at', by('at', 'under', 'during', 'when')),
  feature('by with', by('with', 'using', 'by', 'via')),
  feature('by from or to', by('from', 'to', 'between', 'into')),
  feature('by of', by('of')),
  feature('by than', by('than', 'versus', 'vs', 'against')),
  feature('by nothing', by('')),
  feature('a name by on', both(by('on', 'across', 'in'), isName)),
  feature('task by for, behind', both(headed('task'), by('for'), isAfter)),
  feature('task by in, behind', both(headed('task'), by('in'), isAfter)),
  feature('task by on, behind', both(headed('task'), by('on'), isAfter)),
  feature('plain by for, behind', both(headed('plain'), by('for'), isAfter)),
  feature(
    'plain by in or at, behind',
    both(headed('plain'), by('in', 'at', 'under', 'during', 'when', 'across'), isAfter),
  ),
  feature('data by on, behind', both(headed('data'), by('on'), isAfter)),
  feature('next placed', nextPlaced),
  feature('next placed by for', both(nextPlaced, by('for'))),
  feature('next placed by in or at', both(nextPlaced, by('in', 'at', 'under'))),
  feature('next placed by on', both(nextPlaced, by('on'))),
  feature(
    'right before the bracket',
    at((place) => place.isBeforeBracket && place.distance < 4),
  ),
  feature(
    'last placed before, same clause, no comma',
    at((place) => place.isLastPlaced && place.isSameClause && !place.hasComma),
  ),
  feature('opens the sentence by on', both(opens, by('on'))),
  feature('opens the sentence by for', both(opens, by('for'))),
  feature(
    'opens the sentence, trained',
    both(opens, ({ phrase }) => phrase?.purpose === 'trained'),
  ),
  feature(
    'of a rival: compared with',
    both(
      isRival,
      at((place) => place.isCompared),
    ),
  ),
  feature(
    'of a rival: before the bracket',
    both(
      isRival,
      at((place) => place.isBeforeBracket),
    ),
  ),
  feature(
    'of a rival: in the bracket behind',
    both(
      isRival,
      at((place) => place.isBracketAfter),
    ),
  ),
  feature(
    'of a rival: subject',
    both(
      isRival,
      at((place) => place.isSubject),
    ),
  ),
  feature('of a rival: right behind', both(isRival, behind(0, 4))),
  feature(
    'topic',
    at((place) => place.isTopic),
  ),
  feature(
    'topic, a name',
    both(
      isName,
      at((place) => place.isTopic),
    ),
  ),
  feature(
    'topic, a system',
    both(
      headed('system', 'people'),
      at((place) => place.isTopic),
    ),
  ),
  feature(
    'topic, a task or any other noun, no name',
    both(
      headed('task', 'plain'),
      at((place, { phrase }) => place.isTopic && phrase?.isName === false),
    ),
  ),
  feature(
    'topic, no result between',
    at((place) => place.isTopic && place.resultsBetween === 0),
  ),
  feature(
    'subject, no name',
    at((place, { phrase }) => place.isSubject && phrase?.isName === false),
  ),
  feature(
    'label',
    at((place) => place.isLabel),
  ),
  feature(
    'shares the bracket',
    at((place) => place.sharesBracket),
  ),
  feature(
    'absolute',
    at((place) => place.isAbsolute),
  ),
  feature('of a rival: people or system', both(isRival, headed('people', 'system'))),
];

/** Tests of phrases before the number's metric, and of objects of tasks. */
export const MEASURES: readonly Feature[] = [
  feature('in front of the metric', by(MEASURED)),
  feature('a name in front of the metric', both(by(MEASURED), isName)),
  feature('task in front of the metric', both(by(MEASURED), headed('task'))),
  feature(
    'follows the metric',
    at((place) => place.followsMetric),
  ),
  feature(
    'follows the metric by of',
    at((place, { phrase }) => place.followsMetric && phrase?.preposition === 'of'),
  ),
  feature(
    'follows the metric by for or on',
    at((place, { phrase }) => place.followsMetric && /^(?:for|on|in)$/.test(phrase?.preposition ?? '')),
  ),
  feature('what a task is done to', by(DOING)),
  feature(
    'lifted',
    at((place) => place.isLifted),
  ),
  feature('opens the sentence, task by on', both(opens, by('on'), headed('task'))),
  feature('opens the sentence, task by for', both(opens, by('for'), headed('task'))),
  feature(
    'in the bracket behind, no name',
    at((place, { phrase }) => place.isBracketAfter && phrase?.isName === false),
  ),
  feature(
    'in a short bracket behind',
    at((place) => place.isBracketAfter && place.distance < 2),
  ),
  feature(
    'subject, a name, nearest',
    both(
      isName,
      at((place) => place.isNearestSubject),
    ),
  ),
  feature(
    'nearest subject, no result between',
    at((place) => place.isNearestSubject && place.resultsBetween === 0),
  ),
  feature(
    'in front of its clause',
    at((place) => place.isFronted && !place.isAfter),
  ),
  feature(
    "in front of the number's clause",
    at((place) => place.isFronted && !place.isAfter && place.isSameClause && place.isLastPlaced),
  ),
  feature(
    "in front of a later number's clause",
    at((place) => place.isFronted && place.isAfter),
  ),
];
