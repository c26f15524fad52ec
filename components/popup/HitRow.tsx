import { foldAuthors } from '@/lib/domain/describe';
import { bestResult } from '@/lib/domain/describe-results';
import type { CataloguePaper } from '@/lib/domain/paper';
import type { MarkedText } from '@/lib/services/search';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';

/** A title whose matched words are marked; a mark never cuts through mathematics. */
export function MarkedTitle({ title }: { readonly title: MarkedText }) {
  return title.map(({ text, marked }, index) => {
    // Pieces of one title never move.
    const key = `${index}:${text}`;
    return marked ? (
      <mark key={key}>
        <MathText text={text} />
      </mark>
    ) : (
      <MathText key={key} text={text} />
    );
  });
}

/** Who and when, the best figure, and whether there is code: one line under a title. */
export function HitFacts({ paper }: { readonly paper: CataloguePaper }) {
  const best = bestResult(paper.results);
  const authors = foldAuthors(paper.authors, 1);
  return (
    <span className="hit-facts">
      <span className="clip">
        {authors.text}
        {authors.more > 0 ? ` +${authors.more}` : ''}
        {authors.text ? ' · ' : ''}
        {paper.published.slice(0, 4)}
      </span>
      {best ? (
        <span className="hit-figure">
          {best.metric ? `${best.metric} ` : ''}
          <b>{best.value}</b>
        </span>
      ) : null}
      {paper.links.some((link) => link.kind === 'code') ? (
        <span className="has-code">
          <Icon name="code" /> code
        </span>
      ) : null}
    </span>
  );
}
