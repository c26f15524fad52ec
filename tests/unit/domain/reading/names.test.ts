import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { KNOWN_DATA, KNOWN_SYSTEMS } from '@/lib/domain/reading/names/known-names';
import { findOwnNames } from '@/lib/domain/reading/names/own-names';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS } from '@/lib/domain/reading/names/model';
import { unpackKeys } from '@/lib/domain/reading/names/packed-model';
import { NAME_MODEL } from '@/lib/domain/reading/names/weights';
import fitted from '@/lib/domain/reading/names/weights.json';
import { findPhrases } from '@/lib/domain/reading/names/phrases';
import { factsOfWord } from '@/lib/domain/reading/names/word-facts';
import { findResults } from '@/lib/domain/reading/result';
import { splitSentences } from '@/lib/domain/reading/sentence';

const phrasesOf = (text: string): readonly string[] => {
  const [sentence] = splitSentences(text);
  const tokens = sentence?.tokens ?? [];
  const words = tokens.map(factsOfWord);
  return findPhrases({ tokens, words, mentionOf: new Map(), results: new Set() }).map(
    ({ text: printed, preposition, head }) => `${preposition || '-'} ${head}: ${printed}`,
  );
};

describe('findPhrases', () => {
  it.each([
    ['a dataset by its name', 'Tests on the KITEBench dataset.', ['on data: KITEBench']],
    ['a group of cases', 'It was tested on a cohort of 40 patients.', ['on data: cohort of 40 patients']],
    [
      'a number after a name',
      'We rank first in Task 1 of the challenge.',
      ['in task: Task 1 of the challenge'],
    ],
    ['a defined short form', 'We use Kite-Aware Sail Tracking (KAST).', ['- task: KAST']],
    [
      'the noun of a list for all its members',
      'Tests on KITEBench and SailQA datasets.',
      ['on data: KITEBench', 'on data: SailQA'],
    ],
    ['no measure', 'We report it for kites.', ['for plain: kites']],
    ['a name without its size', 'It beats the 27M-parameter KiteNet.', ['- plain: KiteNet']],
    [
      'the size of a model without a name',
      'It is on the 3B-parameter model.',
      ['- system: 3B-parameter model'],
    ],
    ['sets apart from the system behind', 'On A1 and B2 datasets KiteNet reaches 3.', ['- plain: KiteNet']],
    ['the owner in a possessive', "It beats SailNet's encoder.", ['- system: SailNet']],
    [
      'the end of a list at its "and"',
      'On KITEBench and SailQA benchmarks, the framework is fast.',
      ['on data: KITEBench', 'on data: SailQA', '- system: framework'],
    ],
    [
      'a part of the data, although its words can be verbs',
      'On an independent test set, KiteNet flies.',
      ['on data: independent test set'],
    ],
    ['a noun that can be a verb', 'For report generation, KiteNet flies.', ['for task: report generation']],
    ['a noun with the ending of an adverb', 'It is for anomaly detection.', ['for task: anomaly detection']],
    [
      'the noun after a short form',
      'Tests on the Robust Kite Tracking (ROBUST-KT) Challenge 2019 dataset.',
      ['on data: ROBUST-KT'],
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(phrasesOf(text)).toEqual(expect.arrayContaining(expected));
  });
});

const ownNames = (title: string, abstract: string): readonly string[] =>
  findOwnNames(title, abstract, splitSentences(abstract)).map(
    ({ text, isData }) => `${text} ${isData ? 'data' : 'system'}`,
  );

describe('findOwnNames', () => {
  it.each([
    ['the name before the colon of the title', 'KiteNet: Flying', 'It flies.', ['KiteNet system']],
    ['a name directly after the verb', '', 'We introduce Kestrel, a network for kites.', ['Kestrel system']],
    [
      'the short form in the bracket',
      '',
      'We propose Kite-Aware Sail Tracking (KAST), which flies.',
      ['KAST system'],
    ],
    [
      'a name introduced by "called"',
      '',
      'This is a kite finder, termed KiteFind, for sails.',
      ['KiteFind system'],
    ],
    ['our model by name', '', 'Our model, KiteFormer, flies.', ['KiteFormer system']],
    [
      'our model by name, whatever it is tested on',
      '',
      'Our model, KiteFormer, sets a record across many datasets.',
      ['KiteFormer system'],
    ],
    ['a name with an underscore', '', 'The proposed model named Kite_V2 flies.', ['Kite_V2 system']],
    ['a benchmark', '', 'We present KITEBench, a benchmark of kites.', ['KITEBench data']],
    ['a dataset whose name follows its noun', '', 'We release the dataset KiteSet to all.', ['KiteSet data']],
    ['no tool that was used', '', 'We propose a kite finder by extending SailNet to kites.', []],
    ['no known kind of network', '', 'We propose a VAE that flies.', []],
    ['no common short form', '', 'We propose an LLM for kites.', []],
    ['no first word of a sentence', '', 'Specifically, a network flies.', []],
    ['no title without a name', 'Flying high: kites at sea', 'It flies.', []],
  ])('finds %s', (_what, title, abstract, expected) => {
    expect(ownNames(title, abstract)).toEqual(expected);
  });
});

/** Each result as `value: data | target | system`. */
const named = (text: string, title = ''): readonly string[] =>
  findResults(cleanText(text), undefined, { title }).map(
    ({ value, data, target, system }) => `${value}: ${data ?? '-'} | ${target ?? '-'} | ${system ?? '-'}`,
  );

describe('the names of a result', () => {
  it("are not the paper's own on the number of a rival", () => {
    expect(
      named(
        'We present KiteNet, a network for kites. Equipping SailNet-XL with KiteNet reduces FID from 2.31 to 1.74.',
        'KiteNet: a network for kites',
      ),
    ).toEqual(['2.31: - | - | -', '1.74: - | - | KiteNet']);
  });

  it.each([
    [
      'the nearest one if places alternate with numbers',
      'Our model reaches an accuracy of 83.5% on KITEBench and 86.3% on SailQA.',
      ['83.5%: KITEBench | - | -', '86.3%: SailQA | - | -'],
    ],
    [
      'paired in order if the list comes first',
      'Evaluated on KITE 2019 and SAIL-B benchmarks, the framework achieves 91.2% and 84.1% accuracy.',
      ['91.2%: KITE 2019 | - | -', '84.1%: SAIL-B | - | -'],
    ],
    [
      'the cases that were counted',
      'Our model reaches an AUC of 0.91 on 40 patients.',
      ['0.91: 40 patients | - | -'],
    ],
    [
      'the same for all numbers of a bundle',
      'Our model reaches a precision of 92% and a recall of 81% on the KITEBench dataset.',
      ['92%: KITEBench | - | -', '81%: KITEBench | - | -'],
    ],
    [
      'not what the model was trained on',
      'Trained on the SailQA dataset, our model reaches an accuracy of 91% on the KITEBench dataset.',
      ['91%: KITEBench | - | -'],
    ],
    [
      'no meaningless words',
      'For example, our model is on par with the state of the art at an accuracy of 91%.',
      ['91%: - | - | -'],
    ],
    ['not the hardware', 'Our model reaches an accuracy of 91% on a single A100 GPU.', ['91%: - | - | -']],
    [
      'the short form of a network before its bracket',
      'The AUCs were similar for SVM (0.940) and CNN (0.933).',
      ['0.940: - | - | SVM', '0.933: - | - | CNN'],
    ],
    [
      'the beaten system before the bracket, whatever its name',
      'Our model significantly outperforms expert grading (AUC of 0.71) on the KITEBench dataset.',
      ['0.71: KITEBench | - | expert grading'],
    ],
    [
      'a task by its number',
      'Our model reaches a Dice of 0.661 for Task 1 and of 0.523 for Task 2.',
      ['0.661: - | Task 1 | -', '0.523: - | Task 2 | -'],
    ],
    [
      'no sentence before a bracket',
      'External validation confirmed robustness (macro F1 of 0.966).',
      ['0.966: - | - | -'],
    ],
    ['not what increased', 'Our tool brings a 9.8% increase in kite sightings.', ['9.8%: - | - | -']],
    [
      'no datasets without names',
      'Our model reaches an accuracy of 91% on several datasets.',
      ['91%: - | - | -'],
    ],
  ])('are %s', (_what, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('include the name from the title if the text says "our"', () => {
    const text =
      'KiteNet finds kites. KiteNet is small. On the KITEBench dataset, our method reaches an accuracy of 91%.';
    expect(named(text, 'KiteNet: Finding kites')).toEqual(['91%: KITEBench | - | KiteNet']);
  });

  it('are the same in every run', () => {
    const text = 'We present KiteNet, a network. KiteNet reaches an accuracy of 91% on KITEBench and SailQA.';
    expect(named(text)).toEqual(named(text));
  });
});

describe('the keys of word features', () => {
  const keys = unpackKeys(fitted);
  const { names } = NAME_MODEL;

  it('keep a space at their end, as where nothing follows the word', () => {
    expect(keys.some((key) => key.endsWith(' '))).toBe(true);
  });

  it('have no line break in them, are told apart, and have a weight each in every slot', () => {
    expect(keys.filter((key) => key.includes('\n') || key === '')).toEqual([]);
    expect(keys.filter((key, at) => names.keys.get(key) !== FEATURES.length + at)).toEqual([]);
    expect(names.weights).toHaveLength(SLOTS.length * (FEATURES.length + keys.length));
  });
});

it('every known name has a capital or a digit, so that plain words are not looked up', () => {
  const plain = [...KNOWN_DATA, ...KNOWN_SYSTEMS].filter((name) => !/\p{Lu}|\d/u.test(name));
  expect(plain.filter((name) => name !== '')).toEqual([]);
});

const namesIn = (text: string): readonly (string | undefined)[] =>
  findResults(cleanText(text)).map(({ data, target }) => data ?? target);

describe('a name is left out', () => {
  it.each<[what: string, text: string, expected: readonly (string | undefined)[]]>([
    ['for several sets without a name', 'Our model reaches a Dice of 0.91 on CT datasets.', [undefined]],
    [
      'for several parts without a name',
      'Our model reaches a Dice of 0.91 on independent test sets.',
      [undefined],
    ],
    [
      'if it is a target of a rival that is not quite sure',
      'Aton detects kites with an F1 of 0.9, compared to 0.8 for contradictory prompts.',
      [undefined, undefined],
    ],
  ])('%s', (_what, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it.each<[what: string, text: string, expected: readonly (string | undefined)[]]>([
    ['several sets with a name', 'Our model reaches a Dice of 0.91 on the Kent datasets.', ['Kent datasets']],
    [
      'one set without a name',
      'Our model reaches a Dice of 0.91 on the independent test set.',
      ['independent test set'],
    ],
    [
      'a sure target of a rival',
      'Our net has a Dice of 0.91, while Bera reaches 0.82 for tumour segmentation.',
      [undefined, 'tumour segmentation'],
    ],
  ])('but not for %s', (_what, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});
