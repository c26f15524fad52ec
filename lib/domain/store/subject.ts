/** What related papers are sought for when an annotation is shown. */
import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import type { RelatedSubject, RelatedText } from './index';

/** The text of a reading, as related papers are sought for it; absent facts are empty. */
export function relatedTextOf(
  { title, tags }: Pick<Annotation, 'title' | 'tags'>,
  facts: Pick<PageFacts, 'abstract'> | undefined,
): RelatedText {
  return { title, abstract: facts?.abstract ?? '', tags: tags.map(({ id }) => id) };
}

/** A paper that the store holds is known to it; of a reading it gets the text. */
export function subjectOf(
  annotation: Annotation,
  facts: Pick<PageFacts, 'abstract'> | undefined,
): RelatedSubject {
  const { id, provenance } = annotation;
  if (provenance !== 'page') return { kind: 'paper', id };
  return { kind: 'text', id, text: relatedTextOf(annotation, facts) };
}
