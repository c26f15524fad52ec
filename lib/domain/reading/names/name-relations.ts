/**
 * The relation between a name and its number in words, each with an example: what `annotate --explain` says.
 */
import type { NamedRules } from '../rule';
import type { Candidate } from './candidates';
import type { Slot } from './model';

interface Standing {
  readonly name: string;
  readonly holds: (candidate: Candidate) => boolean;
  /** By slot, a text that is read by this relation, and the names that are read. */
  readonly examples: Partial<Record<Slot, readonly [text: string, expected: string]>>;
}

const RELATIONS: readonly Standing[] = [
  {
    name: 'earlier sentence',
    holds: ({ sentencesBack }) => sentencesBack > 0,
    examples: {
      data: ['We evaluate on the KITEBench dataset. Our model reaches an accuracy of 91%.', '91% KITEBench'],
    },
  },
  {
    name: "paper's own name",
    holds: ({ phrase }) => phrase === undefined,
    examples: {
      system: [
        'We present KiteNet, a network for kites. KiteNet is small. It reaches an accuracy of 91%.',
        '91% KiteNet',
      ],
    },
  },
  {
    name: 'dealt from a list',
    holds: ({ dealt }) => dealt === 'own',
    examples: {
      data: [
        'Our model reaches accuracies of 91% and 84% on KITEBench and SailQA, respectively.',
        '91% KITEBench, 84% SailQA',
      ],
      target: [
        'Our model reaches Dice scores of 0.91 and 0.84 for kite segmentation and sail detection, respectively.',
        '0.91 kite segmentation, 0.84 sail detection',
      ],
    },
  },
  {
    name: 'bracket behind the number',
    holds: ({ place }) => place?.isBracketAfter === true,
    examples: {
      system: [
        'Our model reaches an accuracy of 91.2% against 84.1% (SailNet).',
        '91.2% none, 84.1% SailNet',
      ],
    },
  },
  {
    name: 'in front of the bracket',
    holds: ({ place }) => place?.isBeforeBracket === true,
    examples: {
      data: ['We compare models on the KITEBench dataset (91% accuracy).', '91% KITEBench'],
      system: ['We propose a network. It outperforms SailNet (84.0% accuracy).', '84.0% SailNet'],
    },
  },
  { name: 'subject', holds: ({ place }) => place?.isSubject === true, examples: {} },
  {
    name: 'behind the number',
    holds: ({ place }) => place?.isAfter === true,
    examples: {
      data: ['Our model reaches an accuracy of 91% on the KITEBench dataset.', '91% KITEBench'],
      target: ['Our model reaches a Dice of 0.91 for kite segmentation.', '0.91 kite segmentation'],
    },
  },
  {
    name: 'opens the sentence',
    holds: ({ place }) => place?.opensSentence === true,
    examples: {
      data: ['On the KITEBench dataset, our model reaches an accuracy of 91%.', '91% KITEBench'],
      target: ['For kite segmentation, our model reaches a Dice of 0.91.', '0.91 kite segmentation'],
    },
  },
  { name: 'in front of the number', holds: () => true, examples: {} },
];

/** The relation of the candidate to its number: the first that fits. */
export const relationOf = (candidate: Candidate): string =>
  RELATIONS.find(({ holds }) => holds(candidate))?.name ?? 'in front of the number';

const tableOf = (aspect: Slot): NamedRules => ({
  aspect,
  rules: RELATIONS.flatMap(({ name, examples }) => {
    const example = examples[aspect];
    return example === undefined ? [] : [{ name, example }];
  }),
});

/** The relations as tables of rules, one for each field that they name. */
export const RELATION_TABLES: readonly NamedRules[] = (['data', 'target', 'system'] as const).map(tableOf);
