import { foldAuthors } from '@/lib/domain/describe';
import type { CataloguePaper } from '@/lib/domain/paper';
import type { SearchField } from '@/lib/domain/search';
import type { MarkedText, SearchHit } from '@/lib/services/search';
import { BestFigure } from '../shared/BestFigure';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';

/** A text whose matched words are marked. */
export function Marked({ text: pieces }: { readonly text: MarkedText }) {
  return pieces.map(({ text, marked }, index) => {
    // Pieces of one text never move.
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

const FIELD_LABELS: Readonly<Record<SearchField, string>> = {
  title: 'Title',
  authors: 'By',
  summary: 'Summary',
  tags: 'Tag',
  metrics: 'Metric',
  datasets: 'On',
  venue: 'In',
  published: 'Year',
  id: 'Id',
  body: 'Also',
};

/** Where the words were found that the title does not have. */
export function HitFound({ found }: { readonly found: SearchHit['found'] }) {
  if (!found) return null;
  return (
    <span className="hit-found">
      {FIELD_LABELS[found.in]}: <Marked text={found.text} />
    </span>
  );
}

/** Who and when, the best figure, and whether there is code: one line under a title. */
export function HitFacts({ paper }: { readonly paper: CataloguePaper }) {
  const authors = foldAuthors(paper.authors, 1);
  return (
    <span className="hit-facts">
      <span className="clip">
        {authors.text}
        {authors.more > 0 ? ` +${authors.more}` : ''}
        {authors.text ? ' · ' : ''}
        {paper.published.slice(0, 4)}
      </span>
      <BestFigure results={paper.results} />
      {paper.links.some((link) => link.kind === 'code') ? (
        <span className="has-code">
          <Icon name="code" /> code
        </span>
      ) : null}
    </span>
  );
}
