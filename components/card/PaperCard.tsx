import type { Annotation } from '@/lib/domain/annotation';
import type { ListingEntry } from '@/lib/domain/page';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import { filterQuery } from '@/lib/domain/search/edit-query';
import type { RelatedRow } from '@/lib/domain/store';
import { markOf } from '../hooks/list-texts';
import type { Place } from '@/lib/extension/navigation';
import { t, tDay } from '../hooks/texts';
import { usePapers } from '../hooks/papers-context';
import { listNear } from '../hooks/use-related';
import { LinkBar } from '../panel/LinkBar';
import { PaperList } from '../panel/PaperList';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';
import { CardResults } from './CardResults';
import { PrintedTask } from '../shared/PrintedTask';
import { BadgeMark } from '../shared/ProvenanceMark';

/** How many tags a card shows. */
const TAGS = 6;

/** Props of `PaperCard`. */
interface PaperCardProps {
  readonly annotation: Annotation;
  /** The paper as in the listing. */
  readonly entry: ListingEntry;
  readonly related: readonly RelatedRow[];
  readonly onOpenPaper: (id: PaperId, place: Place) => void;
  readonly onOpenLink: (url: string) => void;
  /** Opens the search with this query. */
  readonly onSearch: (query: string) => void;
  /** Filters the list by a tag. */
  readonly onTag: (tag: TagDefinition) => void;
}

function sourceOf({ provenance, isTitleOnly, metOn }: Annotation): string {
  if (isTitleOnly) return t('card_fromTitle');
  if (provenance === 'page') return t('card_readFromPage');
  if (metOn !== undefined) return t('card_metOn', tDay(metOn));
  return provenance === 'curated' ? t('card_inTheCatalogue') : t('card_readAutomatically');
}

/**
 * The provenance of the annotation, and facts that the listing lacks: when and where the paper was published.
 */
function SourceLine({ annotation, entry }: Pick<PaperCardProps, 'annotation' | 'entry'>) {
  const { provenance, readVersion, published, venue } = annotation;
  const isHeld = provenance !== 'page';
  const differs = entry.version !== undefined && readVersion !== undefined && entry.version !== readVersion;
  return (
    <p className={isHeld ? 'card-source' : 'card-source card-reading'}>
      <BadgeMark mark={markOf(annotation)} />
      {[
        sourceOf(annotation),
        isHeld && readVersion !== undefined ? t('card_fromVersion', readVersion) : undefined,
        // A day is not broken between its parts.
        isHeld && published ? tDay(published).replaceAll(' ', '\u00a0') : undefined,
        isHeld ? venue : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(' · ')}
      {isHeld && differs ? (
        <strong className="version-note"> {t('card_otherVersion', entry.version)}</strong>
      ) : null}
    </p>
  );
}

/**
 * A listing's entry at a glance: its numbers, code, and links. Title, authors and id are already visible
 * beside the badge; here the title is only for screen readers, for which the card is a page of its own.
 */
export function PaperCard(props: PaperCardProps) {
  const { annotation, related, onOpenPaper, onOpenLink, onSearch, onTag } = props;
  const { addressOf } = usePapers();
  const { tags, printedTask } = annotation;
  return (
    <>
      <header>
        <h1 className="visually-hidden">
          <MathText text={annotation.title} />
        </h1>
        <SourceLine {...props} />
      </header>
      {annotation.summary ? <p className="summary">{annotation.summary}</p> : null}
      <CardResults results={annotation.results} isRead={annotation.provenance !== 'curated'} />
      {annotation.links.length > 0 ? <LinkBar links={annotation.links} onOpen={onOpenLink} /> : null}
      {tags.length > 0 || printedTask !== undefined ? (
        <ul className="card-tags" aria-label={t('card_tags')}>
          {tags.slice(0, TAGS).map((tag) => (
            <li key={tag.id}>
              <button
                type="button"
                className="tag"
                title={t('card_tagHint', tag.definition)}
                onClick={() => onTag(tag)}
              >
                {tag.label}
              </button>
              <button
                type="button"
                className="tag tag-search"
                aria-label={t('card_searchTag', tag.label)}
                title={t('card_searchTag', tag.label)}
                onClick={() => onSearch(filterQuery('tag', tag.id))}
              >
                <Icon name="search" />
              </button>
            </li>
          ))}
          {printedTask === undefined ? null : (
            <li>
              <PrintedTask name={printedTask} />
            </li>
          )}
        </ul>
      ) : null}
      {related.length > 0 ? (
        <section className="section" aria-labelledby="related-title">
          <h2 className="section-title" id="related-title">
            {t('card_relatedPapers')}
          </h2>
          <PaperList papers={listNear(related)} addressOf={addressOf} onOpen={onOpenPaper} />
        </section>
      ) : null}
    </>
  );
}
