import type { KeyboardEvent } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperRow } from '@/lib/domain/store';
import type { Place } from '@/lib/extension/navigation';
import { t } from '../hooks/texts';
import type { Point } from '../hooks/use-pointing';
import type { ListedPaper } from '../hooks/use-related';
import { openOnClick } from '../shared/place-of-click';
import { MathText } from '../shared/MathText';
import { RowFacts } from '../shared/RowFacts';

/** How a row requests a preview of its paper. */
interface PreviewWishes {
  /** The id of the preview's element, which describes the link (aria-describedby). */
  readonly id: string | undefined;
  readonly point: Point;
  /** Requests a preview of a paper beside its row, or none when the user leaves the row. */
  readonly ask: (paper: PaperRow | undefined, element?: HTMLElement) => void;
}

const FORWARD = new Set(['ArrowDown', 'j', 'J']);
const BACKWARD = new Set(['ArrowUp', 'k', 'K']);

/** Moves the focus within the list, in document order. */
function moveFocus(list: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...list.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  let next: HTMLElement | undefined;
  if (FORWARD.has(event.key)) next = links[Math.min(links.length - 1, at + 1)];
  else if (BACKWARD.has(event.key)) next = links[Math.max(0, at - 1)];
  else if (event.key === 'Home') next = links[0];
  else if (event.key === 'End') next = links.at(-1);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** A list of papers with the reasons for each. */
export function PaperList({
  papers,
  addressOf,
  preview,
  onOpen,
  onCompare,
}: {
  readonly papers: readonly ListedPaper[];
  readonly addressOf: (id: PaperId) => string;
  /** Absent if there is no space for one. */
  readonly preview?: PreviewWishes;
  readonly onOpen: (id: PaperId, place: Place) => void;
  /** Compares a paper with the one in view; absent if that makes no sense. */
  readonly onCompare?: ((id: PaperId) => void) | undefined;
}) {
  return (
    <ol className="papers" onKeyDown={(event) => moveFocus(event.currentTarget, event)}>
      {papers.map(({ row: paper, reasons }) => {
        return (
          <li
            key={paper.id}
            className="listed"
            onPointerEnter={(event) => {
              const row = event.currentTarget;
              if (event.pointerType !== 'touch') preview?.point(event, () => preview.ask(paper, row));
            }}
            onPointerLeave={(event) => preview?.point(event, () => preview.ask(undefined))}
          >
            <a
              className="listed-title"
              href={addressOf(paper.id)}
              aria-describedby={[`why-${paper.id}`, preview?.id].filter(Boolean).join(' ')}
              aria-keyshortcuts={onCompare ? 'c' : undefined}
              onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
                if (key.toLowerCase() === 'c' && !ctrlKey && !metaKey && !altKey) onCompare?.(paper.id);
              }}
              onFocus={(event) =>
                preview?.ask(paper, event.currentTarget.closest('li') ?? event.currentTarget)
              }
              onBlur={() => preview?.ask(undefined)}
              {...openOnClick((place) => onOpen(paper.id, place))}
            >
              <MathText text={paper.title} />
            </a>
            <p className="listed-why" id={`why-${paper.id}`}>
              {reasons.length > 0 ? reasons.join(' · ') : (paper.venue ?? paper.id)}
            </p>
            <p className="listed-facts">
              {paper.published ? <span>{paper.published.slice(0, 4)}</span> : null}
              <RowFacts row={paper} />
            </p>
            {onCompare ? (
              <button
                type="button"
                className="listed-compare"
                tabIndex={-1}
                title={t('related_compareHint')}
                onClick={() => onCompare(paper.id)}
              >
                {t('library_compare')}
              </button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
