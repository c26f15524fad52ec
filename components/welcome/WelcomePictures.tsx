import type { ReactNode } from 'react';
import { foldAuthors } from '@/lib/domain/describe';
import type { Annotation } from '@/lib/domain/annotation';
import type { RelatedRow } from '@/lib/domain/store';
import type { SearchAnswer } from '@/lib/extension/search';
import { useDrawnBadge } from '../hooks/use-tour';
import { usePapers } from '../hooks/papers-context';
import { jumpsOf, pagesOf } from '../hooks/use-paper-view';
import { PaperCard } from '../card/PaperCard';
import { PanelShell } from '../panel/PanelShell';
import { PaperPanel } from '../panel/PaperPanel';
import type { PanelActions } from '../panel/panel-actions';
import { listAnswer } from '../popup/popup-option';
import { PopupView } from '../popup/PopupView';
import { MathText } from '../shared/MathText';

const noop = (): void => undefined;

/** Nothing in a picture does anything. */
const STILL: PanelActions = {
  openPage: noop,
  openPaper: noop,
  openLink: noop,
  search: noop,
  goBack: noop,
  showResult: () => Promise.resolve('no-page'),
  returnFromResult: noop,
  copy: () => Promise.resolve('refused'),
  report: () => Promise.resolve('refused'),
};

/**
 * A real part of the product as a picture: `inert`, so that neither pointer nor keyboard reaches it
 * (https://developer.mozilla.org/en-US/docs/Web/HTML/Global_attributes/inert). Its size is fixed before its
 * content has loaded.
 */
export function Picture({
  kind,
  children,
}: {
  readonly kind: 'panel' | 'list' | 'search';
  readonly children: ReactNode;
}) {
  return (
    <div className={`picture picture-${kind}`} inert aria-hidden="true">
      {children}
    </div>
  );
}

/** The panel of the tour's paper. */
export function PanelPicture({ annotation }: { readonly annotation: Annotation }) {
  const { id } = annotation;
  const page = { kind: 'abs', paperId: id } as const;
  return (
    <PanelShell onClose={noop} onSearch={noop} onSettings={noop}>
      <PaperPanel
        annotation={annotation}
        pages={pagesOf(page)}
        jumps={jumpsOf(page)}
        viewedVersion={annotation.readVersion}
        subject={{ kind: 'paper', id }}
        cameFrom={undefined}
        actions={STILL}
        isPicture
      />
    </PanelShell>
  );
}

/** An entry of a listing with its badge and card. */
export function ListPicture({
  annotation,
  related,
}: {
  readonly annotation: Annotation;
  readonly related: readonly RelatedRow[];
}) {
  const badge = useDrawnBadge(annotation);
  return (
    <>
      <p className="picture-entry" lang="en">
        <span className="picture-id" ref={badge}>
          arXiv:{annotation.id}
        </span>
        <strong className="picture-title">
          <MathText text={annotation.title} />
        </strong>
        <span>{foldAuthors(annotation.authors, 3).text}</span>
      </p>
      <div className="card picture-card">
        <PaperCard
          annotation={annotation}
          entry={{ paperId: annotation.id, title: annotation.title }}
          related={related}
          onOpenPaper={noop}
          onOpenLink={noop}
          onSearch={noop}
          onTag={noop}
        />
      </div>
    </>
  );
}

/** The popup with a search. */
export function SearchPicture({ query, answer }: { readonly query: string; readonly answer: SearchAnswer }) {
  const { facts } = usePapers();
  return (
    <PopupView
      query={query}
      sort="relevance"
      options={listAnswer(answer)}
      answer={answer}
      recent={[]}
      topics={[]}
      catalogueCount={facts.papers}
      start={null}
      onQuery={noop}
      onSort={noop}
      onToggleTag={noop}
      onSuggestion={noop}
      onOpen={noop}
      onLink={noop}
      onDetails={noop}
    />
  );
}
