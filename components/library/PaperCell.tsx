import type { ComponentProps } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { addressOfPaper } from '../hooks/open-extension-pages';
import { MathText } from '../shared/MathText';

/** A paper in a list of my papers: its title as a link to arXiv, and below it authors, year and id. */
export function PaperCell({
  id,
  title,
  who,
  published = '',
  link,
}: {
  readonly id: PaperId;
  readonly title: string;
  /** Authors in one text. */
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  /** Further properties of the link, for lists with their own keyboard handling. */
  readonly link?: ComponentProps<'a'>;
}) {
  return (
    <>
      <a
        className="library-link clip"
        href={addressOfPaper(id)}
        target="_blank"
        rel="noreferrer"
        data-paper={id}
        {...link}
      >
        <MathText text={title || id} />
      </a>
      <span className="library-who clip">{[who, published.slice(0, 4), id].filter(Boolean).join(' · ')}</span>
    </>
  );
}
