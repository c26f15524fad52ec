/** Chooses what related papers are searched for when an annotation is shown. */
import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import type { RelatedSubject, RelatedText } from './index';

/** The text of a reading for which related papers are searched; unknown facts are empty. */
export function relatedTextOf(
  { title, tags }: Pick<Annotation, 'title' | 'tags'>,
  facts: Pick<PageFacts, 'abstract'> | undefined,
): RelatedText {
  return { title, abstract: facts?.abstract ?? '', tags: tags.map(({ id }) => id) };
}

/**
 * The store knows papers annotated by hand. For all others the page's text says more than what a pack keeps
 * of it.
 */
export function subjectOf(
  annotation: Annotation,
  facts: Pick<PageFacts, 'abstract'> | undefined,
): RelatedSubject {
  const { id, provenance } = annotation;
  const hasText = provenance === 'page' || (provenance !== 'curated' && facts?.abstract !== undefined);
  if (!hasText) return { kind: 'paper', id };
  return { kind: 'text', id, text: relatedTextOf(annotation, facts) };
}
