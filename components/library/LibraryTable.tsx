import { memo, useRef, useState, type KeyboardEvent } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { figureOfRow, type SavedRow } from '@/lib/domain/library/saved-row';
import { STATUS_TEXTS } from '../hooks/saved-texts';
import { t, tDay } from '../hooks/texts';
import { useRested } from '../hooks/use-rested';
import { useVisibleRows } from '../hooks/use-visible-rows';
import { Figure } from '../shared/Figure';
import type { ListedRows } from './listed-rows';
import { PaperCell } from './PaperCell';
import { REST_AFTER, ROW, SPARE, SPARE_WHILE_TYPING } from './row-size';

/** Drawn again only if something in it changes, since most keys leave some rows as they are. */
const Row = memo(function Row({
  paper,
  index,
  isSelected,
  isActive,
  onSelect,
  onActive,
}: {
  readonly paper: SavedRow;
  readonly index: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Does not change between two renders; neither does `onActive`. */
  readonly onSelect: (id: PaperId) => void;
  readonly onActive: (index: number) => void;
}) {
  const { id, title, who, published, code, status, ownTags, note, savedAt } = paper;
  return (
    <>
      <span role="cell">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={-1}
          aria-label={t('library_select', title || id)}
          onChange={() => onSelect(id)}
        />
      </span>
      <span role="cell" className="library-paper">
        <PaperCell
          id={id}
          title={title}
          who={who}
          published={published}
          link={{
            tabIndex: isActive ? 0 : -1,
            title: note || undefined,
            onFocus: () => onActive(index),
          }}
        />
      </span>
      <span role="cell" className="library-best clip">
        <Figure words={figureOfRow(paper)} />
      </span>
      <span role="cell">
        {code ? (
          <a href={code} target="_blank" rel="noreferrer" tabIndex={-1}>
            {t('panel_code')}
          </a>
        ) : null}
      </span>
      <span role="cell">{t(STATUS_TEXTS[status])}</span>
      <span role="cell" className="clip">
        {ownTags.join(', ')}
      </span>
      <span role="cell">
        <time dateTime={savedAt}>{tDay(savedAt.slice(0, 10))}</time>
      </span>
    </>
  );
});

const HEADS = [
  'library_selected',
  'library_paper',
  'library_best',
  'badge_code',
  'library_status',
  'save_ownTags',
  'library_savedOn',
] as const;

/**
 * My papers as rows, of which only the visible ones are rendered. J, K and arrow keys move, X or Space
 * selects, Enter opens.
 */
export function LibraryTable({
  papers,
  selected,
  onSelect,
}: {
  readonly papers: ListedRows;
  readonly selected: ReadonlySet<PaperId>;
  /** Does not change between two renders. */
  readonly onSelect: (id: PaperId) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const isAtRest = useRested(papers, REST_AFTER);
  const [hasKeyboard, setKeyboard] = useState(false);
  const rows = useVisibleRows(scroller, papers.length, {
    row: ROW,
    // With the keyboard in the list, the next key may jump to a row beyond the visible ones.
    spare: isAtRest || hasKeyboard ? SPARE : SPARE_WHILE_TYPING,
  });
  const current = Math.min(active, papers.length - 1);
  const focus = (index: number): void => {
    const next = Math.max(0, Math.min(papers.length - 1, index));
    setActive(next);
    rows.reveal(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-paper="${papers.at(next)?.id}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const paper = papers.at(current);
    if (key === 'ArrowDown' || key === 'j') focus(current + 1);
    else if (key === 'ArrowUp' || key === 'k') focus(current - 1);
    else if (key === 'PageDown') focus(current + 10);
    else if (key === 'PageUp') focus(current - 10);
    else if (key === 'Home') focus(0);
    else if (key === 'End') focus(papers.length - 1);
    else if ((key === 'x' || key === ' ') && paper) onSelect(paper.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="library-table"
      role="table"
      aria-label={t('title_library')}
      aria-rowcount={papers.length + 1}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="library-row library-heads">
          {HEADS.map((head) => (
            <span
              key={head}
              role="columnheader"
              className={head === 'library_selected' ? 'visually-hidden' : 'clip'}
            >
              {t(head)}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className="library-rows"
        onKeyDown={onKeyDown}
        onFocusCapture={() => setKeyboard(true)}
        onBlurCapture={() => setKeyboard(false)}
      >
        <div role="presentation" style={{ blockSize: rows.height, position: 'relative' }}>
          {papers.slice(rows.first, rows.end).map((paper, at) => {
            const index = rows.first + at;
            return (
              <div
                key={paper.id}
                role="row"
                aria-rowindex={index + 2}
                className={selected.has(paper.id) ? 'library-row library-row-selected' : 'library-row'}
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${index * ROW}px)` }}
              >
                <Row
                  paper={paper}
                  isSelected={selected.has(paper.id)}
                  index={index}
                  isActive={index === current}
                  onSelect={onSelect}
                  onActive={setActive}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
