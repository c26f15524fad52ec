/** The tests that count for or against a candidate; `npm run train-names` fits their weights. */
import type { Candidate } from './candidates';
import { isMetricFact } from '../../metrics';
import { back, both, by, feature, headed, isName, isRival, ownName } from './feature';
import type { Feature, Test } from './feature';
import { KNOWN_DATA, KNOWN_SYSTEMS } from './known-names';
import { HERE, MEASURES } from './sentence-features';

/** Tests of phrases in any sentence. */
const PHRASE: readonly Feature[] = [
  feature('whole list', ({ isWhole }) => isWhole),
  feature(
    'one of a list',
    ({ isWhole, dealt, phrase }) => !isWhole && dealt === 'none' && (phrase?.list.length ?? 0) > 1,
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
  feature('begins with a number', ({ text }) => /^\d/.test(text)),
  feature('evaluated', ({ phrase }) => phrase?.purpose === 'evaluated'),
  feature('trained', ({ phrase }) => phrase?.purpose === 'trained'),
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
  feature(
    'back, by on',
    back(({ phrase }) => phrase?.preposition === 'on'),
  ),
  feature('back, a name', back(isName)),
  feature('back, data', back(headed('data'))),
  feature('back, cases', back(headed('cases'))),
  feature('back, task', back(headed('task'))),
  feature(
    'back, evaluated',
    back(({ phrase }) => phrase?.purpose === 'evaluated'),
  ),
  feature(
    'back, trained',
    back(({ phrase }) => phrase?.purpose === 'trained'),
  ),
  feature(
    'back, though data is named here',
    back(({ hasDataHere }) => hasDataHere),
  ),
  feature(
    'back, the last data',
    back(({ isLastData }) => isLastData),
  ),
];

/** Tests of names that the paper gives to its own things. */
const OWN: readonly Feature[] = [
  feature('own name', ({ own }) => own !== undefined),
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

/** "Aton-7B", "nnU-Net", "SmolLM2-1.7B": a size in parameters, or an ending or a family typical of models. */
const MODEL =
  /(?:^|[-\s])\d+(?:\.\d+)?[BM](?:$|[-\s])|(?:[Nn]et|[Ff]ormer|GAN|LM|GPT|BERT|AE)(?:v?\d*|-[\p{L}\d.]+)$|^(?:GPT|LL?a[Mm][Aa]|Llama|Qwen|DeepSeek|Mistral|Gemma|Gemini|Claude|Phi|Vicuna|LLaVA|InternVL|ViT|Swin|YOLO|CLIP|DINO|SAM|T5|Whisper)/u;

/** What a candidate's words say without their place. */
interface TextFacts {
  readonly text: string;
  readonly isKnownData: boolean;
  readonly isKnownSystem: boolean;
  readonly isModel: boolean;
}

/** Of the last text, cached because all tests of a candidate follow one another. */
let last: TextFacts = { text: '', isKnownData: false, isKnownSystem: false, isModel: false };

function factsOfText({ text }: Candidate): TextFacts {
  if (last.text === text) return last;
  const words = text.split(' ');
  last = {
    text,
    isKnownData: words.some((word) => KNOWN_DATA.has(word)),
    isKnownSystem: words.some((word) => KNOWN_SYSTEMS.has(word)),
    isModel: MODEL.test(text),
  };
  return last;
}

const isKnownData: Test = (candidate) => factsOfText(candidate).isKnownData;
const isKnownSystem: Test = (candidate) => factsOfText(candidate).isKnownSystem;
const isModel: Test = (candidate) => factsOfText(candidate).isModel;

/** Tests of names that other papers use too. */
const KNOWN: readonly Feature[] = [
  feature('known as data', isKnownData),
  feature('known as a system', isKnownSystem),
  feature(
    'known as data, back',
    both(isKnownData, ({ sentencesBack }) => sentencesBack > 0),
  ),
  feature('known as a system, rival', both(isKnownSystem, isRival)),
  feature('known as a system, no head', both(isKnownSystem, headed('plain'))),
];

/** Tests of names that look like a model's. */
const MODELS: readonly Feature[] = [
  feature('looks like a model', isModel),
  feature('looks like a model, by on', both(isModel, by('on', 'across', 'in', 'for'))),
  feature('looks like a model, of a rival', both(isModel, isRival)),
];

/** True for costs, which are seldom measured on data. */
const isSpent: Test = ({ number: { metric, number } }) =>
  /^(?:time|speed|count|measure)$/.test(number.form) ||
  isMetricFact(metric?.name ?? undefined, 'cost') ||
  isMetricFact(metric?.name ?? undefined, 'resource');
const isFactor: Test = ({ number }) => /^(?:times|magnitude|fraction|share)$/.test(number.number.form);

/** Tests of the number alone. */
const COSTS: readonly Feature[] = [
  feature('of what is spent', isSpent),
  feature(
    'of what is spent, back',
    both(isSpent, ({ sentencesBack }) => sentencesBack > 0),
  ),
  feature('of a factor', isFactor),
  feature(
    'of a factor, back',
    both(isFactor, ({ sentencesBack }) => sentencesBack > 0),
  ),
  feature('of no measure', ({ number }) => number.metric === undefined || number.metric.name === null),
];

/** Tests of any candidate. */
const NUMBER: readonly Feature[] = [
  feature('more than one word', ({ text }) => text.includes(' ')),
  feature('of a rival', isRival),
  feature('of a change', ({ number }) => number.kind === 'change' || number.bounds === 'change'),
];

/** All tests in a fixed order, in which the weights are stored. */
export const FEATURES: readonly Feature[] = [
  ...HERE,
  ...MEASURES,
  ...PHRASE,
  ...BACK,
  ...OWN,
  ...NUMBER,
  ...KNOWN,
  ...MODELS,
  ...COSTS,
];

const numbersOf = (...groups: readonly (readonly Feature[])[]): readonly number[] =>
  FEATURES.flatMap((one, index) => (groups.some((group) => group.includes(one)) ? [index] : []));
/**
 * The tests that can hold for a candidate, by where it stands; most tests look at facts that others do not
 * have.
 */
const TESTS = {
  here: numbersOf(HERE, MEASURES, PHRASE, OWN, NUMBER, KNOWN, MODELS, COSTS),
  back: numbersOf(PHRASE, BACK, OWN, NUMBER, KNOWN, MODELS, COSTS),
  own: numbersOf(OWN, NUMBER, COSTS),
} as const;

/** Indexes of the tests that hold, ascending. */
export function featuresOf(candidate: Candidate): readonly number[] {
  const found: number[] = [];
  const tests = candidate.place ? TESTS.here : candidate.phrase ? TESTS.back : TESTS.own;
  for (const index of tests) if (FEATURES[index]?.holds(candidate) === true) found.push(index);
  return found;
}
