/** Tasks that a title names by a word which, beside a modality of images, says what is done to them. */
import type { TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';

/** A task, and the words that name it in such a title. */
export interface WithImages {
  readonly id: string;
  readonly words: RegExp;
}

/** What else is classified in papers on scans: "report classification", "voxel classifier". */
const NOT_IMAGES = [
  'text',
  'report',
  'document',
  'signal',
  'network',
  'phase',
  'pixel',
  'voxel',
  'beyond',
  'than',
];

/** The tasks of a taxonomy that have such words. */
export const tasksWithImages = (tags: readonly TagDefinition[]): WithImages[] =>
  tags.flatMap(({ id, withImages }) =>
    withImages
      ? [
          {
            id,
            words: new RegExp(
              `(?<!\\b(?:${NOT_IMAGES.join('|')})s?[ -])\\b(?:${withImages.join('|')})\\b`,
              'i',
            ),
          },
        ]
      : [],
  );

/** True for a modality of images: no signal such as an ECG, no words, and not "medical images" in general. */
export const isOfImages = (tag: TagDefinition): boolean =>
  tag.facet === 'modality' &&
  !(['words', 'everyday', 'signal', 'unspecific'] as const).some((trait) => hasTrait(tag, trait));
