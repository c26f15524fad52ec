import { useCallback, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PopupStart } from '@/lib/pages/popup-start';
import type { Place } from '@/lib/extension/navigation';
import { PapersContext } from '../hooks/papers-context';
import { useAfterPaint } from '../hooks/use-after-paint';
import { useOpenPaper } from '../hooks/use-open-paper';
import { useSearch, type DrawFound } from '../hooks/use-search';
import { useSettings } from '../hooks/use-settings';
import { useTheme } from '../hooks/use-theme';
import { Announcer } from '../shared/Announcer';
import { drawFound } from './draw-found';
import type { Details } from './PaperDetails';
import { listAnswer, listRows, type PopupOption } from './popup-option';
import { PopupFoot } from './PopupFoot';
import type { KnownPapers } from './PopupPapers';
import { PopupView } from './PopupView';

const loadPapers = () => import('./PopupPapers');

/** The popup, which searches the catalogue, opened over the tab that the user is viewing. */
export function PopupApp({
  start: { first: firstAtHand, tabId: tabAtHand, settings: atHand, memory, sidePanel, news },
}: {
  readonly start: PopupStart;
}) {
  const { stored = atHand } = useSettings(atHand);
  const { settings } = stored;
  useTheme(settings.theme);
  const later = useAfterPaint(loadPapers);
  const [known, setKnown] = useState<KnownPapers>();
  const [asked, setAsked] = useState<{ readonly id: PaperId }>();
  const [details, setDetails] = useState<Details>();
  const tabId = known?.tabId ?? tabAtHand;
  const opener = useOpenPaper(settings, tabId, known?.current?.annotation.id);
  const first = known?.fault ? undefined : (known?.first ?? firstAtHand);
  const papers = first?.facts.papers;
  const draw = useCallback<DrawFound>((state, answer) => drawFound(state, answer, papers), [papers]);
  // Firefox draws nothing before the app.
  const search = useSearch(known?.finder, memory, import.meta.env.FIREFOX ? undefined : draw);

  const open = (option: PopupOption, place: Place) => {
    search.remember();
    void opener.openPaper(option.id, place).then((went) => {
      // If the tab was opened in the background, the popup stays for the next one.
      if (went !== 'background') window.close();
    });
  };
  const { query, sort } = search.state;
  const options = !query.trim()
    ? listRows(first?.newest ?? [])
    : search.answer
      ? listAnswer(search.answer)
      : [];
  const goBack = () => {
    setAsked(undefined);
    setDetails(undefined);
  };

  return (
    <PapersContext value={known?.papers}>
      <Announcer>
        {details && later && known?.papers ? (
          <later.DetailsView
            details={details}
            tabId={tabId}
            settings={settings}
            onBack={goBack}
            onSearch={(wanted) => {
              search.setQuery(wanted);
              goBack();
            }}
          />
        ) : (
          <PopupView
            query={query}
            sort={sort}
            options={options}
            answer={search.answer}
            recent={search.recent}
            topics={first?.topics ?? []}
            catalogueCount={first?.facts.papers}
            start={
              later && known ? (
                <later.TabStart known={known} onDetails={setDetails} onLink={opener.openLink} />
              ) : null
            }
            onQuery={search.setQuery}
            onSort={search.setSort}
            onToggleTag={(tag) => search.toggleTag(tag.id)}
            onSuggestion={search.takeSuggestion}
            onOpen={open}
            onLink={opener.openLink}
            onDetails={({ id }) => setAsked({ id })}
          />
        )}
        <PopupFoot date={first?.facts.date} panel={sidePanel} news={news} />
        {later ? (
          <later.PopupPapers
            settings={settings}
            first={firstAtHand}
            asked={asked}
            onKnown={setKnown}
            onDetails={setDetails}
          />
        ) : null}
      </Announcer>
    </PapersContext>
  );
}
