import { useState, type ReactNode } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import type { RelatedSubject } from '@/lib/domain/store';
import type { JumpLink, PaperPageLink } from '@/lib/pages/current-paper';
import { t, type TextKey } from '../hooks/texts';
import type { FindCited } from '../hooks/use-related';
import { useRefreshedPaper } from '../hooks/use-marks';
import { SaveBar } from '../save/SaveBar';
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
import { ReportLine } from './ReportLine';
import { ResultsSection } from './ResultsSection';
import { TagList } from './TagList';

/** Props of `PaperPanel`. */
export interface PaperPanelProps {
  readonly annotation: Annotation;
  /** The paper's pages; none is the current one if the paper is not that of the page in view. */
  readonly pages: readonly PaperPageLink[];
  readonly jumps: readonly JumpLink[];
  /** The version that the user is viewing, if known. */
  readonly viewedVersion: number | undefined;
  /** What related papers are searched for. */
  readonly subject: RelatedSubject;
  /** The paper from which the user jumped here. */
  readonly cameFrom: { readonly id: PaperId; readonly title: string } | undefined;
  readonly actions: PanelActions;
  /** The facts on the paper's page, where available. */
  readonly facts?: PageFacts | undefined;
  /** For a full text, the sections with its tables (after the results) and references (at the end). */
  readonly tables?: ReactNode;
  readonly references?: ReactNode;
  readonly findCited?: FindCited | undefined;
  /** Whether it is a picture on the welcome page, without keyboard shortcuts. */
  readonly isPicture?: boolean | undefined;
}

/** A note if the results are from another version than the one in view. */
function noteVersions(
  { provenance, readVersion }: Annotation,
  viewedVersion: number | undefined,
): string | undefined {
  if (provenance === 'page' || readVersion === undefined || viewedVersion === undefined) return undefined;
  return viewedVersion === readVersion ? undefined : t('panel_readFromVersion', readVersion, viewedVersion);
}

/** The provenance of an annotation that is not by hand. */
function ProvenanceNote({ provenance, isOutside, isFromAbstractPage }: Annotation) {
  if (provenance === 'curated') return null;
  const ofPage = isFromAbstractPage ? 'panel_readFromAbstractPage' : 'panel_readFromThisPage';
  return (
    <p className="read-here">
      <strong>{t(provenance === 'page' ? ofPage : 'panel_readAutomatically')}</strong>{' '}
      {t(isOutside ? 'panel_otherField' : 'panel_readByRule')}
    </p>
  );
}

const EMPTY_PARTS = ['code', 'results', 'tags'] as const;
type EmptyPart = (typeof EMPTY_PARTS)[number];

const EMPTY_WORDS: Readonly<Record<EmptyPart, TextKey>> = {
  code: 'empty_code',
  results: 'empty_results',
  tags: 'empty_tags',
};

/** The empty parts of an automatic annotation. For annotations by hand, each section says so itself. */
function findEmptyParts({ provenance, links, results, tags, printedTask }: Annotation): readonly EmptyPart[] {
  if (provenance === 'curated') return [];
  const isEmpty: Readonly<Record<EmptyPart, boolean>> = {
    code: links.every(({ kind }) => kind !== 'code'),
    results: results.length === 0,
    tags: tags.length === 0 && printedTask === undefined,
  };
  return EMPTY_PARTS.filter((part) => isEmpty[part]);
}

/** One line for all empty parts that were looked for, instead of one section each. */
function EmptyParts({
  parts,
  isOutside = false,
}: { readonly parts: readonly EmptyPart[] } & Pick<Annotation, 'isOutside'>) {
  const sought = isOutside ? parts.filter((part) => part === 'code') : parts;
  if (sought.length === 0) return null;
  return <p className="nothing">{t('empty_parts', sought.map((part) => t(EMPTY_WORDS[part])).join(', '))}</p>;
}

/** The panel of a paper: results and code first, then what it is about, then related papers. */
export function PaperPanel({
  annotation,
  pages,
  jumps,
  viewedVersion,
  subject,
  cameFrom,
  actions,
  facts,
  tables,
  references,
  findCited,
  isPicture = false,
}: PaperPanelProps) {
  const [tag, setTag] = useState<TagDefinition>();
  useRefreshedPaper(annotation.id, facts);
  const empty = findEmptyParts(annotation);
  return (
    <main className="panel">
      {cameFrom ? (
        <button type="button" className="trail" onClick={actions.goBack} aria-keyshortcuts="b">
          <Icon name="back" />
          <span className="clip">
            {t('panel_backTo')} <MathText text={cameFrom.title} />
          </span>
        </button>
      ) : null}
      <PaperHeader
        annotation={annotation}
        viewedVersion={viewedVersion}
        onSearch={actions.search}
        onOpenLink={actions.openLink}
      />
      <PageBar pages={pages} onOpen={actions.openPage} />
      <SaveBar key={`save ${annotation.id}`} id={annotation.id} facts={facts} hasKey={!isPicture} />
      {annotation.withdrawn ? <Notice tone="danger">{t('panel_thisPaperWasWithdrawnByIts')}</Notice> : null}
      <ProvenanceNote {...annotation} />
      {annotation.summary ? <p className="summary">{annotation.summary}</p> : null}
      {empty.includes('code') && annotation.links.length === 0 ? null : (
        <LinkBar links={annotation.links} isCodeTold={!empty.includes('code')} onOpen={actions.openLink} />
      )}
      <CopyBar copy={actions.copy} />
      {empty.includes('results') ? null : (
        <ResultsSection
          key={annotation.id}
          results={annotation.results}
          isRead={annotation.provenance !== 'curated'}
          note={noteVersions(annotation, viewedVersion)}
          hasAbstract={pages.some(({ isCurrent, hasAbstract }) => isCurrent && hasAbstract)}
          actions={actions}
        />
      )}
      {tables}
      {empty.includes('tags') ? null : (
        <TagList
          tags={annotation.tags}
          printedTask={annotation.printedTask}
          chosen={tag?.id}
          onChoose={(next) => setTag((old) => (old?.id === next.id ? undefined : next))}
        />
      )}
      <EmptyParts parts={empty} isOutside={annotation.isOutside} />
      <RelatedSection
        annotation={annotation}
        subject={subject}
        tag={tag}
        findCited={findCited}
        onClearTag={() => setTag(undefined)}
        actions={actions}
      />
      {references}
      <JumpBar jumps={jumps} onOpen={actions.openLink} />
      <ReportLine report={actions.report} />
    </main>
  );
}
