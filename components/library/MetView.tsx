import { useRef, useState } from 'react';
import { authorLine } from '@/lib/domain/describe';
import { roomyFigure } from '@/lib/domain/entry/best-result';
import { dayOf, MOST_MET, type MetPaper } from '@/lib/domain/library/met-paper';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import { showSearchFor, showSettings } from '../hooks/open-extension-pages';
import { t, tCount, tDay } from '../hooks/texts';
import { useMet } from '../hooks/use-met';
import { useVisibleRows } from '../hooks/use-visible-rows';
import { Figure } from '../shared/Figure';
import { Icon } from '../shared/Icon';
import { EmptyState, Notice } from '../shared/Notice';
import { ForgetMet } from '../shared/ForgetMet';
import { PaperCell } from './PaperCell';
import { ROW, SPARE } from './row-size';

function MetRow({ paper, onForget }: { readonly paper: MetPaper; readonly onForget: () => void }) {
  const { id, title, authors, published, results, metAt } = paper;
  return (
    <>
      <span className="library-paper">
        <PaperCell id={id} title={title} who={authorLine(authors, 2)} published={published} />
      </span>
      <span className="library-best clip">
        <Figure words={roomyFigure(results)} />
      </span>
      <time dateTime={metAt}>{tDay(dayOf(metAt))}</time>
      <button
        type="button"
        className="more"
        aria-label={t('met_forgetOne', title || id)}
        title={t('met_forgetHint')}
        onClick={onForget}
      >
        <Icon name="close" />
      </button>
    </>
  );
}

/** Papers met, newest first; only the visible ones are rendered. */
export function MetView() {
  const met = useMet(MOST_MET);
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useVisibleRows(scroller, met?.papers.length ?? 0, { row: ROW, spare: SPARE });
  const [fault, setFault] = useState<string>();
  if (!met) return null;
  if (met.fault) return <Notice tone="danger">{t(FAULT_TEXTS[met.fault])}</Notice>;
  const { papers, total } = met;
  return (
    <>
      <div className="library-tools">
        <span>{tCount('met_count', total)}</span>
        <button type="button" className="button" onClick={() => showSearchFor('in:met ')}>
          {t('met_search')}
        </button>
        <button type="button" className="button" onClick={showSettings}>
          {t('met_settings')}
        </button>
        <ForgetMet met={met} />
      </div>
      {fault === undefined ? null : <Notice tone="danger">{fault}</Notice>}
      {total === 0 ? (
        <EmptyState title={t('met_empty')} icon="star" level={2}>
          <p>{t('met_emptyHint')}</p>
        </EmptyState>
      ) : (
        <ul ref={scroller} className="library-rows met-rows" aria-label={t('title_met')}>
          <li aria-hidden="true" style={{ blockSize: rows.height }} className="met-height" />
          {papers.slice(rows.first, rows.end).map((paper, at) => (
            <li
              key={paper.id}
              className="library-row met-row"
              aria-setsize={papers.length}
              aria-posinset={rows.first + at + 1}
              style={{ transform: `translateY(${(rows.first + at) * ROW}px)` }}
            >
              <MetRow
                paper={paper}
                onForget={() =>
                  void met.forget([paper.id]).then((outcome) => {
                    setFault(outcome.ok ? undefined : t(FAULT_TEXTS[outcome.reason]));
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
