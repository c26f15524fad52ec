import { useState } from 'react';
import { formatDay } from '@/lib/domain/describe';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Annotation } from '@/lib/domain/annotation';
import type { RelatedSubject } from '@/lib/domain/store';
import type { JumpLink, PaperPageLink } from '@/lib/services/current-paper';
import { t } from '../hooks/texts';
import { usePapers } from '../hooks/papers-context';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';
import { Notice } from '../shared/Notice';
import { CopyBar } from './CopyBar';
import { JumpBar } from './JumpBar';
import { LinkBar } from './LinkBar';
import { PageBar } from './PageBar';
import type { PanelActions } from './panel-actions';
import { PaperHeader } from './PaperHeader';
import { RelatedSection } from './RelatedSection';
import { ResultsSection } from './ResultsSection';
import { TagList } from './TagList';

/** What one paper's panel shows, and whom it asks. */
export interface PaperPanelProps {
  readonly annotation: Annotation;
  /** The paper's pages; none is the current one where the panel shows a paper that no page in front shows. */
  readonly pages: readonly PaperPageLink[];
  readonly jumps: readonly JumpLink[];
  /** The version in front of the reader, where that is known. */
  readonly viewedVersion: number | undefined;
  /** What related papers are sought for. */
  readonly subject: RelatedSubject;
  /** The paper that the reader jumped here from. */
  readonly cameFrom: { readonly id: PaperId; readonly title: string } | undefined;
  readonly actions: PanelActions;
}

/** What to say where the figures are another version's than the one in view. */
function noteVersions(
  { provenance, readVersion }: Annotation,
  viewedVersion: number | undefined,
): string | undefined {
  if (provenance === 'page' || readVersion === undefined || viewedVersion === undefined) return undefined;
  return viewedVersion === readVersion ? undefined : t('panel_readFromVersion', readVersion, viewedVersion);
}

/** Where an annotation comes from, unless people wrote it. */
function ProvenanceNote({ provenance, isOutside }: Pick<Annotation, 'provenance' | 'isOutside'>) {
  const { facts } = usePapers();
  if (provenance === 'curated') return null;
  return (
    <p className="read-here">
      {isOutside ? (
        <>
          <strong>{t('panel_readFromThisPage')}</strong> {t('panel_otherField')}
        </>
      ) : provenance === 'page' ? (
        <>
          <strong>{t('panel_readFromThisPage')}</strong> Not in the catalogue of {formatDay(facts.date)}: tags
          and figures were picked out of the abstract by rule.
        </>
      ) : (
        <>
          <strong>{t('panel_readAutomatically')}</strong> Tags and figures were picked out of the abstract by
          rule and may be wrong.
        </>
      )}
    </p>
  );
}

/** One paper: results and code first, then what it is about, then where to go next. */
export function PaperPanel({
  annotation,
  pages,
  jumps,
  viewedVersion,
  subject,
  cameFrom,
  actions,
}: PaperPanelProps) {
  const [tag, setTag] = useState<TagDefinition>();
  return (
    <main className="panel">
      {cameFrom ? (
        <button type="button" className="trail" onClick={actions.goBack} aria-keyshortcuts="b">
          <Icon name="back" />
          <span className="clip">
            Back to <MathText text={cameFrom.title} />
          </span>
        </button>
      ) : null}
      <PaperHeader annotation={annotation} />
      <PageBar pages={pages} onOpen={actions.openPage} />
      {annotation.withdrawn ? <Notice tone="danger">{t('panel_thisPaperWasWithdrawnByIts')}</Notice> : null}
      <ProvenanceNote provenance={annotation.provenance} isOutside={annotation.isOutside} />
      {annotation.summary ? <p className="summary">{annotation.summary}</p> : null}
      <LinkBar links={annotation.links} onOpen={actions.openLink} />
      <CopyBar copy={actions.copy} />
      <ResultsSection
        key={annotation.id}
        results={annotation.results}
        isReading={annotation.provenance !== 'curated'}
        note={noteVersions(annotation, viewedVersion)}
        hasAbstract={pages.some(({ isCurrent, hasAbstract }) => isCurrent && hasAbstract)}
        actions={actions}
      />
      <TagList
        tags={annotation.tags}
        chosen={tag?.id}
        onChoose={(next) => setTag((old) => (old?.id === next.id ? undefined : next))}
      />
      <RelatedSection
        annotation={annotation}
        subject={subject}
        tag={tag}
        onClearTag={() => setTag(undefined)}
        actions={actions}
      />
      <JumpBar jumps={jumps} onOpen={actions.openLink} />
    </main>
  );
}
