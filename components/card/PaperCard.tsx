import { foldAuthors, formatDay } from '@/lib/domain/describe';
import type { Annotation } from '@/lib/domain/annotation';
import type { ListingEntry } from '@/lib/domain/page';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { RelatedRow } from '@/lib/domain/store';
import type { Place } from '@/lib/services/navigation';
import { t, type TextKey } from '../hooks/texts';
import { LinkBar } from '../panel/LinkBar';
import { usePapers } from '../hooks/papers-context';
import { PaperList } from '../panel/PaperList';
import { MathText } from '../shared/MathText';
import { placeOfClick } from '../shared/place-of-click';
import { CardResults } from './CardResults';

/** Tags in a card. */
const TAGS = 5;

const STATUS_WORDS: Readonly<Record<NonNullable<ListingEntry['status']>, TextKey | undefined>> = {
  new: undefined,
  'cross-list': 'card_crossList',
  replaced: 'card_replacement',
};

/** What a card shows, and what it asks for. */
export interface PaperCardProps {
  readonly annotation: Annotation;
  /** The paper as the listing states it. */
  readonly entry: ListingEntry;
  readonly related: readonly RelatedRow[];
  /** Where the title leads. */
  readonly address: string;
  readonly onOpen: (place: Place) => void;
  readonly onOpenPaper: (id: PaperId, place: Place) => void;
  readonly onOpenLink: (url: string) => void;
}

function SourceLine({ annotation, entry }: Pick<PaperCardProps, 'annotation' | 'entry'>) {
  const { facts } = usePapers();
  const { provenance, readVersion } = annotation;
  if (provenance === 'page') {
    return (
      <p className="card-source card-reading">
        Read from this page by rule · not in the catalogue of {formatDay(facts.date)}
      </p>
    );
  }
  const differs = entry.version !== undefined && readVersion !== undefined && entry.version !== readVersion;
  return (
    <p className="card-source">
      {provenance === 'curated' ? t('card_inTheCatalogue') : t('card_readAutomatically')}
      {readVersion === undefined ? null : ` · read from v${readVersion}`}
      {differs ? <strong className="version-note">, the listing shows v{entry.version}</strong> : null}
    </p>
  );
}

/** One entry of a listing at a glance: what it says, its numbers, code, and where to go next. */
export function PaperCard(props: PaperCardProps) {
  const { annotation, related, entry, address, onOpen, onOpenPaper, onOpenLink } = props;
  const authors = foldAuthors(annotation.authors ?? (entry.authors && { names: entry.authors }), 3);
  const { addressOf } = usePapers();
  const statusKey = entry.status && STATUS_WORDS[entry.status];
  const status = statusKey && t(statusKey);
  return (
    <>
      <header>
        <SourceLine {...props} />
        <h1 className="card-title">
          <a
            href={address}
            onClick={(event) => {
              event.preventDefault();
              onOpen(placeOfClick(event));
            }}
            onAuxClick={(event) => {
              if (event.button !== 1) return;
              event.preventDefault();
              onOpen(placeOfClick(event));
            }}
          >
            <MathText text={annotation.title} />
          </a>
        </h1>
        <p className="paper-meta">
          {authors.text ? (
            <span>
              {authors.text}
              {authors.more > 0 ? ` +${authors.more}` : ''}
            </span>
          ) : null}
          {annotation.published ? (
            <time dateTime={annotation.published}>{formatDay(annotation.published)}</time>
          ) : null}
          {annotation.venue ? <span>{annotation.venue}</span> : null}
          <span>
            {entry.paperId}
            {entry.version === undefined ? '' : `v${entry.version}`}
          </span>
          {status ? <span className="card-status">{status}</span> : null}
        </p>
      </header>
      {annotation.summary ? <p className="summary">{annotation.summary}</p> : null}
      <CardResults results={annotation.results} />
      <LinkBar links={annotation.links} onOpen={onOpenLink} />
      {annotation.tags.length > 0 ? (
        <ul className="card-tags" aria-label={t('card_tags')}>
          {annotation.tags.slice(0, TAGS).map((tag) => (
            <li key={tag.id} className="tag" title={tag.definition}>
              {tag.label}
            </li>
          ))}
        </ul>
      ) : null}
      {related.length > 0 ? (
        <section className="section" aria-labelledby="related-title">
          <h2 className="section-title" id="related-title">
            {t('card_relatedPapers')}
          </h2>
          <PaperList
            papers={related.map((row) => ({ row, reasons: row.reasons }))}
            addressOf={addressOf}
            onOpen={onOpenPaper}
          />
        </section>
      ) : null}
    </>
  );
}
