import { useEffect, useId, useRef, useState } from 'react';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Annotation } from '@/lib/domain/annotation';
import { usePointing } from '../hooks/use-pointing';
import { NeighbourPreview } from './NeighbourPreview';
import { PaperList, type ListedPaper } from './PaperList';
import type { PanelActions, PanelCatalogue } from './panel-actions';

/** Long enough to cross the list without a flicker, short enough to feel at once. */
const PREVIEW_DELAY_MS = 180;

interface Preview {
  readonly paper: Annotation;
  /** The edge of the window that is farther from the link. */
  readonly edge: 'top' | 'bottom';
  /** Height from that edge to the link, in CSS pixels: the preview never lies on it. */
  readonly room: number;
}

/** Height of the panel's head, and the gaps round a preview. */
const HEAD = 44;
const GAP = 8;

/** Where a preview goes that belongs to a link. */
function placeBeside(link: HTMLElement): Pick<Preview, 'edge' | 'room'> {
  const { top, bottom } = link.getBoundingClientRect();
  const above = top - HEAD - GAP;
  const below = window.innerHeight - bottom - 2 * GAP;
  return above > below ? { edge: 'top', room: above } : { edge: 'bottom', room: below };
}

function usePreview() {
  const [preview, setPreview] = useState<Preview>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = (paper: Annotation | undefined, link?: HTMLElement) => {
    clearTimeout(timer.current);
    const next = paper && link && { paper, ...placeBeside(link) };
    timer.current = setTimeout(() => setPreview(next), PREVIEW_DELAY_MS);
  };
  const keep = () => clearTimeout(timer.current);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPreview(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return { preview, ask, keep };
}

/** Related papers, or the papers of a chosen tag; hover and focus preview one. */
export function RelatedSection({
  annotation,
  catalogue,
  tag,
  onClearTag,
  actions,
}: {
  readonly annotation: Annotation;
  readonly catalogue: PanelCatalogue;
  readonly tag: TagDefinition | undefined;
  readonly onClearTag: () => void;
  readonly actions: Pick<PanelActions, 'openPaper'>;
}) {
  const previewId = useId();
  const { preview, ask, keep } = usePreview();
  const point = usePointing();
  const papers: readonly ListedPaper[] = tag
    ? catalogue
        .findTagged(tag.id)
        .filter((paper) => paper.id !== annotation.id)
        .map((paper) => ({ paper, reasons: [] }))
    : annotation.related.flatMap(({ id, reasons }) => {
        const paper = catalogue.findPaper(id);
        return paper ? [{ paper, reasons }] : [];
      });
  return (
    <section className="section" aria-labelledby="related-title">
      <div className="section-head">
        <h2 className="section-title" id="related-title">
          {tag ? `${tag.label} · ${papers.length}` : 'Related papers'}
        </h2>
        {tag ? (
          <button type="button" className="more" onClick={onClearTag}>
            Related papers
          </button>
        ) : null}
      </div>
      {papers.length === 0 ? (
        <p className="nothing">
          {tag ? 'No other paper of the catalogue bears this tag.' : 'Nothing near in the catalogue.'}
        </p>
      ) : (
        <PaperList
          papers={papers}
          addressOf={catalogue.addressOf}
          preview={{ id: preview ? previewId : undefined, point, ask }}
          onOpen={actions.openPaper}
        />
      )}
      {preview ? (
        <div
          className={`preview preview-${preview.edge}`}
          style={{ maxBlockSize: preview.room }}
          onPointerEnter={(event) => point(event, keep)}
          onPointerLeave={(event) => point(event, () => ask(undefined))}
        >
          <NeighbourPreview id={previewId} here={annotation} there={preview.paper} />
        </div>
      ) : null}
    </section>
  );
}
