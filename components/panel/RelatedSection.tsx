import { useEffect, useId, useRef, useState } from 'react';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Annotation } from '@/lib/domain/annotation';
import { formatCount } from '@/lib/domain/describe';
import { filterQuery } from '@/lib/domain/search/edit-query';
import type { PaperRow, PaperStore, RelatedSubject } from '@/lib/domain/store';
import { showComparison } from '../hooks/open-extension-pages';
import { t } from '../hooks/texts';
import { usePapers } from '../hooks/papers-context';
import { usePointing } from '../hooks/use-pointing';
import { useRelated, type FindCited, type ListedPaper } from '../hooks/use-related';
import { Icon } from '../shared/Icon';
import { RelatedPreview } from './RelatedPreview';
import { PaperList } from './PaperList';
import type { PanelActions } from './panel-actions';

/** How many related papers are shown at first. */
const FIRST = 8;

type Order = 'nearest' | 'newest';

const byDay = (a: ListedPaper, b: ListedPaper): number =>
  (b.row.published ?? '').localeCompare(a.row.published ?? '');

/** Hover delay of the preview, long enough to move across the list without flicker. */
const PREVIEW_DELAY_MS = 180;

interface Preview {
  readonly paper: Annotation;
  /** The edge of the window farther from the link. */
  readonly edge: 'top' | 'bottom';
  /** Distance from that edge to the link in CSS pixels, so that the preview does not cover it. */
  readonly room: number;
}

/** Height of the panel's header and the gaps around a preview, in CSS pixels. */
const HEAD = 44;
const GAP = 8;

/** The largest share of the window's height that a preview covers, so that the list stays visible. */
const MOST = 0.4;

/** The position of a preview beside a link. */
function placeBeside(link: HTMLElement): Pick<Preview, 'edge' | 'room'> {
  const { top, bottom } = link.getBoundingClientRect();
  const above = top - HEAD - GAP;
  const below = window.innerHeight - bottom - 2 * GAP;
  const most = MOST * window.innerHeight;
  return above > below
    ? { edge: 'top', room: Math.min(above, most) }
    : { edge: 'bottom', room: Math.min(below, most) };
}

function usePreview(store: PaperStore) {
  const [preview, setPreview] = useState<Preview>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<PaperRow>(undefined);
  const ask = (row: PaperRow | undefined, link?: HTMLElement) => {
    clearTimeout(timer.current);
    const place = link && placeBeside(link);
    timer.current = setTimeout(() => {
      wanted.current = row;
      if (!row || !place) {
        setPreview(undefined);
        return;
      }
      void store.get(row.id).then((paper) => {
        // The pointer may have moved to another row meanwhile.
        if (wanted.current === row) setPreview(paper && { paper, ...place });
      });
    }, PREVIEW_DELAY_MS);
  };
  const keepOpen = () => clearTimeout(timer.current);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      wanted.current = undefined;
      setPreview(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer.current);
      wanted.current = undefined;
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return { preview, ask, keepOpen };
}

/** Related papers, or the papers with a chosen tag; hover and focus show a preview. */
export function RelatedSection({
  annotation,
  subject,
  tag,
  findCited,
  onClearTag,
  actions,
}: {
  readonly annotation: Annotation;
  readonly subject: RelatedSubject;
  readonly tag: TagDefinition | undefined;
  /** Asks the page in view which of them it cites, if it is a full text. */
  readonly findCited?: FindCited | undefined;
  readonly onClearTag: () => void;
  readonly actions: Pick<PanelActions, 'openPaper' | 'search'>;
}) {
  const previewId = useId();
  const { store, addressOf } = usePapers();
  const { preview, ask, keepOpen } = usePreview(store);
  const point = usePointing();
  const listing = useRelated(annotation.id, subject, tag, findCited);
  const [isWhole, setWhole] = useState(false);
  const [order, setOrder] = useState<Order>('nearest');
  const isRelated = listing !== undefined && listing.tag === undefined;
  const ordered = isRelated && order === 'newest' ? listing.papers.toSorted(byDay) : (listing?.papers ?? []);
  const shown = isRelated && !isWhole ? ordered.slice(0, FIRST) : ordered;
  return (
    <section className="section" aria-labelledby="related-title">
      <div className="section-head">
        <h2 className="section-title" id="related-title">
          {listing?.tag ? `${listing.tag.label} · ${formatCount(listing.total)}` : t('panel_relatedPapers')}
        </h2>
        {tag ? (
          <span className="section-ways">
            <button type="button" className="more" onClick={() => actions.search(filterQuery('tag', tag.id))}>
              <Icon name="search" />
              {t('related_searchTag')}
            </button>
            <button type="button" className="more" onClick={onClearTag}>
              {t('panel_relatedPapers')}
            </button>
          </span>
        ) : ordered.length === 0 ? (
          listing && <p className="nothing">{t('related_none')}</p>
        ) : ordered.length > 1 ? (
          <select
            className="order"
            aria-label={t('related_order')}
            value={order}
            onChange={({ target }) => setOrder(target.value === 'newest' ? 'newest' : 'nearest')}
          >
            <option value="nearest">{t('related_nearest')}</option>
            <option value="newest">{t('related_newest')}</option>
          </select>
        ) : null}
      </div>
      {!listing ? null : listing.papers.length === 0 ? (
        listing.tag ? (
          <p className="nothing">{t('related_noneWithTag')}</p>
        ) : null
      ) : (
        <PaperList
          papers={shown}
          addressOf={addressOf}
          preview={{ id: preview ? previewId : undefined, point, ask }}
          onOpen={actions.openPaper}
          onCompare={(id) => showComparison([annotation.id, id])}
        />
      )}
      {shown.length < ordered.length ? (
        <button type="button" className="more" onClick={() => setWhole(true)}>
          {t('related_more', ordered.length - shown.length)}
        </button>
      ) : null}
      {preview ? (
        <div
          className={`preview preview-${preview.edge}`}
          style={{ maxBlockSize: preview.room }}
          onPointerEnter={(event) => point(event, keepOpen)}
          onPointerLeave={(event) => point(event, () => ask(undefined))}
        >
          <RelatedPreview id={previewId} here={annotation} there={preview.paper} />
        </div>
      ) : null}
    </section>
  );
}
