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

/** A paper that people annotated is known to the store; of all others the text says more than what a pack keeps of it. */
export function subjectOf(
  annotation: Annotation,
  facts: Pick<PageFacts, 'abstract'> | undefined,
): RelatedSubject {
  const { id, provenance } = annotation;
  const hasText = provenance === 'page' || (provenance !== 'curated' && facts?.abstract !== undefined);
  if (!hasText) return { kind: 'paper', id };
  return { kind: 'text', id, text: relatedTextOf(annotation, facts) };
}
