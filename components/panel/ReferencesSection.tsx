import { useState } from 'react';
import { countPlaces } from '@/lib/domain/references/places';
import { usePapers } from '../hooks/papers-context';
import { t, tCount, type TextKey } from '../hooks/texts';
import type { KnownReference, PageReferences } from '../hooks/use-references';
import { useAnnounce } from '../shared/Announcer';
import { MathText } from '../shared/MathText';
import { openOnClick } from '../shared/place-of-click';
import { RowFacts } from '../shared/RowFacts';
import type { PanelActions } from './panel-actions';

/** How many works are shown at first. */
const FIRST = 8;

/** The title, as a link if the paper's address is known; the whole entry if no title is known. */
function Title({
  of: { reference, paperId, row },
  onOpen,
}: {
  readonly of: KnownReference;
  readonly onOpen: PanelActions['openPaper'];
}) {
  const { addressOf } = usePapers();
  const text = row?.title ?? reference.title ?? reference.text;
  if (paperId === undefined)
    return (
      <span className="reference-title">
        <MathText text={text} />
      </span>
    );
  return (
    <a
      className="reference-title listed-title"
      href={addressOf(paperId)}
      {...openOnClick((place) => onOpen(paperId, place))}
    >
      <MathText text={text} />
    </a>
  );
}

/** Where a work is cited; each place scrolls the page to it. */
function Places({
  of: { reference },
  onShow,
}: {
  readonly of: KnownReference;
  readonly onShow: (anchor: string, index: number | undefined) => void;
}) {
  const { anchor, citedAt } = reference;
  return (
    <p className="reference-places">
      {citedAt.length === 0 ? t('references_notCited') : tCount('citationCard_cited', citedAt.length)}
      {countPlaces(citedAt).map(({ place, count, first }) => {
        const name = place === '' ? t('citationCard_inTheText') : place;
        return (
          <button
            key={place}
            type="button"
            className="more"
            title={t('citationCard_goTo', name)}
            onClick={() => onShow(anchor, first)}
          >
            {count > 1 ? `${name} ×${count}` : name}
          </button>
        );
      })}
      <button type="button" className="more" onClick={() => onShow(anchor, undefined)}>
        {t('references_entry')}
      </button>
    </p>
  );
}

/** The paper's bibliography: most cited first, with what the packs know about each work. */
export function ReferencesSection({
  of: { references, showCitation, showEntry, copyBibtex },
  onOpenPaper,
}: {
  readonly of: PageReferences;
  readonly onOpenPaper: PanelActions['openPaper'];
}) {
  const announce = useAnnounce();
  const [isHeldOnly, setHeldOnly] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const [failure, setFailure] = useState<TextKey>();
  const held = references.filter((each) => each.held);
  const wanted = isHeldOnly ? held : references;
  const shown = isWhole ? wanted : wanted.slice(0, FIRST);
  const withId = wanted.filter(({ paperId }) => paperId !== undefined);
  const copy = async () => {
    const isDone = (await copyBibtex(withId)) === 'copied';
    setCopied(isDone);
    setFailure(isDone ? undefined : 'panel_notCopiedTheBrowserRefusedAccess');
    announce(isDone ? tCount('references_copied', withId.length) : t('copy_refused'));
  };
  const show = (anchor: string, index: number | undefined) => {
    const shows = index === undefined ? showEntry(anchor) : showCitation(anchor, index);
    void shows.then((isFound) => {
      setFailure(isFound ? undefined : 'results_noPage');
      announce(t(isFound ? 'references_shown' : 'results_noPage'));
    });
  };
  return (
    <section className="section" aria-labelledby="references-title">
      <div className="section-head">
        <h2 className="section-title" id="references-title">
          {t('references_title', references.length)}
        </h2>
        <span className="reference-tools">
          {held.length > 0 ? (
            <button
              type="button"
              className="more"
              aria-pressed={isHeldOnly}
              onClick={() => setHeldOnly(!isHeldOnly)}
            >
              {t('references_held', held.length)}
            </button>
          ) : null}
          {withId.length > 0 ? (
            <button type="button" className="more" onClick={() => void copy()}>
              {isCopied ? t('references_isCopied') : t('references_copy', withId.length)}
            </button>
          ) : null}
        </span>
      </div>
      {failure ? <p className="failure">{t(failure)}</p> : null}
      <ol className="papers">
        {shown.map((each) => (
          <li key={each.reference.anchor} className="listed">
            <Title of={each} onOpen={onOpenPaper} />
            <p className="listed-facts">
              <span>
                {[each.reference.key, each.reference.year].filter((part) => part !== undefined).join(' · ')}
              </span>
              {each.row ? <RowFacts row={each.row} /> : null}
            </p>
            <Places of={each} onShow={show} />
          </li>
        ))}
      </ol>
      {shown.length < wanted.length ? (
        <button type="button" className="more" onClick={() => setWhole(true)}>
          {t('references_showAll', wanted.length)}
        </button>
      ) : null}
    </section>
  );
}
