/** The tests that count for or against a candidate; `npm run train-names` fits their weights. */
import { beginsWithDigit } from '../sentence/characters';
import type { Kind } from './candidate-kind';
import {
  back,
  both,
  by,
  feature,
  headed,
  is,
  isHere,
  isName,
  isNot,
  isPhrase,
  isRival,
  kindTest,
  only,
  ownName,
  purposed,
} from './feature';
import type { Feature } from './feature';
import { isNamedByPlace } from './eligible';
import { HERE, MEASURES } from './sentence-features';

/** Tests of phrases in any sentence. */
const PHRASE: readonly Feature[] = [
  feature('whole list', is('whole')),
  feature(
    'one of a list',
    both(isNot('whole', 'dealt'), ({ dealt, phrase }) => dealt === 'none' && (phrase?.list.length ?? 0) > 1),
  ),
  feature('data', headed('data')),
  feature('cases', headed('cases')),
  feature('task', headed('task')),
  feature('system', headed('system')),
  feature('people', headed('people')),
  feature('any other noun', headed('plain')),
  feature('a name', isName),
  feature('a name that is data', both(headed('data'), isName)),
  feature('a name with nothing more', both(headed('plain'), isName)),
  feature('begins with a number', ({ text }) => beginsWithDigit(text)),
  feature('evaluated', purposed('evaluated')),
  feature('trained', purposed('trained')),
  feature('a short form spelled out', ({ isSpelledOut }) => isSpelledOut),
  feature('the only named data', ({ isOnlyData }) => isOnlyData),
];

/** Tests of phrases in earlier sentences. */
const BACK: readonly Feature[] = [
  feature('one sentence back', ({ sentencesBack }) => sentencesBack === 1),
  feature('two sentences back', ({ sentencesBack }) => sentencesBack === 2),
  feature('more sentences back', ({ sentencesBack }) => sentencesBack > 2),
  feature(
    'back, where something is evaluated',
    back(({ hasEvaluation }) => hasEvaluation),
  ),
  feature('back, by on', back(kindTest(({ preposition }) => preposition === 'on'))),
  feature('back, a name', back(isName)),
  feature('back, data', back(headed('data'))),
  feature('back, cases', back(headed('cases'))),
  feature('back, task', back(headed('task'))),
  feature('back, evaluated', back(purposed('evaluated'))),
  feature('back, trained', back(purposed('trained'))),
  feature(
    'back, though data is named here',
    back(({ hasDataHere }) => hasDataHere),
  ),
  feature(
    'back, the last data',
    back(({ isLastData }) => isLastData),
  ),
];

const isOwn = kindTest((kind) => kind.isOwn);

/** Tests of names that the paper gives to its own things. */
const OWN: readonly Feature[] = [
  feature('own name', isOwn),
  feature('own name in the title', ({ own }) => own?.inTitle === true),
  feature('own name that is proposed', ({ own }) => own?.isProposed === true),
  feature('own name in the title, proposed', ({ own }) => own?.inTitle === true && own.isProposed),
  feature('own name said often', ({ own }) => (own?.count ?? 0) > 2),
  feature('own name, never said', ({ own }) => own?.count === 0),
  feature('own name said once, not in the title', ({ own }) => own?.inTitle === false && own.count < 2),
  feature('own name, the first', ({ isFirstOwn }) => isFirstOwn),
  feature('own data', ({ own }) => own?.isData === true),
  feature(
    'own name, said here',
    ownName(({ isSaidHere }) => isSaidHere),
  ),
  feature(
    'own name, another is subject',
    ownName(({ hasOtherSubject, isSaidHere }) => hasOtherSubject && !isSaidHere),
  ),
  feature(
    'own name, "our" is said',
    ownName(({ speaksOfOwn }) => speaksOfOwn),
  ),
];

const isKnownData = kindTest((kind) => kind.isKnownData);
const isKnownSystem = kindTest((kind) => kind.isKnownSystem);
const isModel = kindTest((kind) => kind.isModel);
const isBack = kindTest(({ side }) => side === 'back');

/** Tests of names that other papers use too. */
const KNOWN: readonly Feature[] = [
  feature('known as data', isKnownData),
  feature('known as a system', isKnownSystem),
  feature('known as data, back', both(isKnownData, isBack)),
  feature('known as a system, rival', both(isKnownSystem, isRival)),
  feature('known as a system, no head', both(isKnownSystem, headed('plain'))),
];

/** Tests of names that look like a model's. */
const MODELS: readonly Feature[] = [
  feature('looks like a model', isModel),
  feature('looks like a model, by on', both(isModel, by('on', 'across', 'in', 'for'))),
  feature('looks like a model, of a rival', both(isModel, isRival)),
];

/** Tests of the number alone. */
const COSTS: readonly Feature[] = [
  feature('of what is spent', is('spent')),
  feature('of what is spent, back', both(is('spent'), isBack)),
  feature('of a factor', is('factor')),
  feature('of a factor, back', both(is('factor'), isBack)),
  feature('of no measure', is('noMeasure')),
];

/** Tests of how the text names something of a kind. */
const NAMED: readonly Feature[] = [
  feature('named as data is', isNamedByPlace.data),
  feature('named as a target is', isNamedByPlace.target),
  feature('named as a system is', isNamedByPlace.system),
  feature('a proper noun', is('proper')),
  feature('another name in the bracket', ({ isPassedByBracket }) => isPassedByBracket),
];

/** Tests of any candidate. */
const NUMBER: readonly Feature[] = [
  feature('more than one word', ({ text }) => text.includes(' ')),
  feature('of a rival', isRival),
  feature('of a change', is('change')),
];

/** A test by its index in `FEATURES`. */
type Indexed = Feature & { readonly index: number };

/** All tests in a fixed order, in which the weights are stored. */
export const FEATURES: readonly Indexed[] = [
  ...only(isHere, [...HERE, ...MEASURES]),
  ...only(isPhrase, PHRASE),
  ...BACK,
  ...only(isOwn, OWN),
  ...NUMBER,
  ...only(isPhrase, [...KNOWN, ...MODELS]),
  ...COSTS,
  ...NAMED,
].map((one, index) => ({ ...one, index }));

/** The tests that candidates of a kind can pass. */
export interface KindTests {
  /** Indexes of those that all of them pass. */
  readonly always: readonly number[];
  readonly others: readonly Indexed[];
}

/** The tests of a kind, in their order. */
export function testsOf(kind: Kind): KindTests {
  const always: number[] = [];
  const others: Indexed[] = [];
  for (const one of FEATURES) {
    if (!one.ofKind(kind)) continue;
    if (one.set === 0 && one.unset === 0 && one.holds === undefined) always.push(one.index);
    else others.push(one);
  }
  return { always, others };
}
