import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import { t, type TextKey } from '../hooks/texts';
import { SaveBar } from '../save/SaveBar';
import { LinkBar } from '../panel/LinkBar';
import { BestFigure } from '../shared/BestFigure';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';

const HEADINGS: Readonly<Record<Annotation['provenance'], TextKey>> = {
  curated: 'popup_inThisTab',
  page: 'popup_inThisTabRead',
  met: 'popup_inThisTabMet',
  automatic: 'popup_inThisTabAutomatic',
};

/** A summary of the paper in the user's tab; a click shows its whole annotation. */
export function CurrentPaper({
  annotation,
  facts,
  onDetails,
  onLink,
}: {
  readonly annotation: Annotation;
  /** The facts on the paper's page, where available. */
  readonly facts?: PageFacts | undefined;
  readonly onDetails: () => void;
  readonly onLink: (url: string) => void;
}) {
  return (
    <section className="current" aria-label={t('popup_paperInThisTab')}>
      <h2 className="section-title">{t(HEADINGS[annotation.provenance])}</h2>
      <p className="current-title">
        <MathText text={annotation.title} />
      </p>
      {annotation.summary ? <p className="current-summary">{annotation.summary}</p> : null}
      <p className="current-figure">
        <BestFigure results={annotation.results} />
      </p>
      {/* Letters go to the search field, which has the keyboard. */}
      <SaveBar key={`save ${annotation.id}`} id={annotation.id} facts={facts} hasKey={false} />
      <div className="current-actions">
        <LinkBar links={annotation.links.slice(0, 3)} onOpen={onLink} />
        <button type="button" className="more" onClick={onDetails}>
          {t('popup_details')} <Icon name="back" />
        </button>
      </div>
    </section>
  );
}
