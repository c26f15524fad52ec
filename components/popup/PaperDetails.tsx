import { useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import type { RelatedSubject } from '@/lib/domain/store';
import type { Settings } from '@/lib/extension/settings';
import type { JumpLink, PaperPage, PaperPageLink } from '@/lib/pages/current-paper';
import { jumpsOf, pagesOf } from '../hooks/use-paper-view';
import { t } from '../hooks/texts';
import { usePanelActions } from '../hooks/use-panel-actions';
import { usePanelKeys } from '../hooks/use-panel-keys';
import { PaperPanel } from '../panel/PaperPanel';
import { Icon } from '../shared/Icon';

/** A paper as its panel in the popup shows it. */
export interface Details {
  readonly annotation: Annotation;
  readonly subject: RelatedSubject;
  readonly page: PaperPage;
  readonly pages: readonly PaperPageLink[];
  readonly jumps: readonly JumpLink[];
  readonly viewedVersion?: number | undefined;
  readonly facts?: PageFacts | undefined;
}

/** The details of a paper of the store, of which no page is open. */
export function detailsOf(annotation: Annotation): Details {
  const { id } = annotation;
  const page = { kind: 'other', paperId: id } as const;
  return { annotation, subject: { kind: 'paper', id }, page, pages: pagesOf(page), jumps: jumpsOf(page) };
}

/** A paper's panel in place of the search. */
export function DetailsView({
  details,
  tabId,
  settings,
  onBack,
  onSearch,
}: {
  readonly details: Details;
  readonly tabId: number | undefined;
  readonly settings: Settings;
  readonly onBack: () => void;
  readonly onSearch: (query: string) => void;
}) {
  const { annotation, subject, page, pages, jumps, viewedVersion, facts } = details;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const base = usePanelActions({ annotation, page, tabId, settings, cameFrom: undefined, close: undefined });
  const actions = { ...base, goBack: onBack, search: onSearch };
  usePanelKeys(actions, pages);
  return (
    <div className="details">
      <button ref={back} type="button" className="trail details-back" onClick={onBack} aria-keyshortcuts="b">
        <Icon name="back" />
        {t('popup_search')}
      </button>
      <PaperPanel
        annotation={annotation}
        pages={pages}
        jumps={jumps}
        viewedVersion={viewedVersion}
        subject={subject}
        cameFrom={undefined}
        actions={actions}
        facts={facts}
      />
    </div>
  );
}
