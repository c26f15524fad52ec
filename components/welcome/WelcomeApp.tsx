import { Fragment, type ReactNode } from 'react';
import { formatCount } from '@/lib/domain/describe';
import type { Settings } from '@/lib/extension/settings';
import { addressOfPaper, showSettings } from '../hooks/open-extension-pages';
import { PapersContext, usePapersOf } from '../hooks/papers-context';
import { useStore } from '../hooks/use-store';
import { t } from '../hooks/texts';
import { useSettings } from '../hooks/use-settings';
import { useShortcuts } from '../hooks/use-shortcuts';
import { useTheme } from '../hooks/use-theme';
import { TOUR_PAPER, useTour } from '../hooks/use-tour';
import { CatalogueFault } from '../panel/PanelStates';
import { Announcer } from '../shared/Announcer';
import { Icon, Mark } from '../shared/Icon';
import { MarkList } from '../shared/MarkList';
import { ListPicture, PanelPicture, Picture, SearchPicture } from './WelcomePictures';

/** One feature, described beside a picture of it. */
function Part({
  title,
  text,
  kind,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly kind: 'panel' | 'list' | 'search';
  readonly children: ReactNode;
}) {
  return (
    <section className="welcome-part">
      <div className="welcome-words">
        <h2 className="welcome-title">{title}</h2>
        <p>{text}</p>
      </div>
      <Picture kind={kind}>{children}</Picture>
    </section>
  );
}

const MEANINGS = {
  curated: 'welcome_markCurated',
  automatic: 'welcome_markAutomatic',
  page: 'welcome_markPage',
  met: 'welcome_markMet',
  title: 'welcome_markTitle',
} as const;

function Marks() {
  return (
    <section className="welcome-note">
      <h2 className="welcome-title">{t('card_legend')}</h2>
      <MarkList className="welcome-marks" words={MEANINGS} />
    </section>
  );
}

function Keys() {
  const { shortcuts } = useShortcuts();
  return (
    <section className="welcome-note">
      <h2 className="welcome-title">{t('welcome_keysTitle')}</h2>
      <dl className="welcome-keys">
        {shortcuts.map(({ description, keys }) => (
          <Fragment key={description}>
            <dt>{keys ? <kbd>{keys}</kbd> : t('settings_keyNotSet')}</dt>
            <dd>{description}</dd>
          </Fragment>
        ))}
        <dt>
          <kbd>S</kbd>
        </dt>
        <dd>{t('welcome_keySave')}</dd>
      </dl>
    </section>
  );
}

function Pin() {
  return (
    <section className="welcome-note">
      <h2 className="welcome-title">{t('welcome_pinTitle')}</h2>
      <p>{t(import.meta.env.FIREFOX ? 'welcome_pinFirefox' : 'welcome_pinChromium')}</p>
    </section>
  );
}

/** The choice made by the switch on this page, which is off at first; the settings have more. */
const REMEMBERED = 'month';

function RememberedNote({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}) {
  return (
    <section className="welcome-note">
      <h2 className="welcome-title">{t('welcome_keptTitle')}</h2>
      <p>{t('welcome_nothingSent')}</p>
      <p>{t('welcome_kept')}</p>
      <label className="welcome-choice">
        <input
          type="checkbox"
          checked={settings.metPapers !== 'off'}
          onChange={({ target }) => onChange({ ...settings, metPapers: target.checked ? REMEMBERED : 'off' })}
        />
        <span>{t('welcome_remember')}</span>
      </label>
      <button type="button" className="button" onClick={showSettings}>
        <Icon name="settings" />
        {t('panel_settings')}
      </button>
    </section>
  );
}

function WelcomePage() {
  const outcome = useStore();
  const { stored, save } = useSettings();
  const settings = stored?.settings;
  const papers = usePapersOf(outcome, settings);
  const { annotation, related, query, answer } = useTour(outcome);
  useTheme(settings?.theme);
  if (!settings) return null;
  return (
    <PapersContext value={papers}>
      <header className="welcome-head">
        <h1>
          <Mark />
          {t('app_name')}
        </h1>
        <p>{t('welcome_lead')}</p>
        <p className="welcome-try">
          <a className="button button-primary" href={TOUR_PAPER && addressOfPaper(TOUR_PAPER)}>
            {t('welcome_tryIt')}
          </a>{' '}
          <span lang="en">{annotation?.title}</span>
        </p>
      </header>
      {!outcome || outcome.ok ? null : <CatalogueFault reason={outcome.reason} level={2} />}
      <Part kind="panel" title={t('welcome_besideTitle')} text={t('welcome_beside')}>
        {annotation && papers ? <PanelPicture annotation={annotation} /> : null}
      </Part>
      <Part kind="list" title={t('welcome_listsTitle')} text={t('welcome_lists')}>
        {annotation && papers ? <ListPicture annotation={annotation} related={related ?? []} /> : null}
      </Part>
      <Part
        kind="search"
        title={t('welcome_searchTitle')}
        text={papers ? t('welcome_search', formatCount(papers.facts.papers)) : '\u00a0'}
      >
        {answer && papers ? <SearchPicture query={query} answer={answer} /> : null}
      </Part>
      <div className="welcome-notes">
        <Marks />
        <Keys />
        <Pin />
        <RememberedNote settings={settings} onChange={(next) => void save(next)} />
      </div>
    </PapersContext>
  );
}

/** The page that opens once after installation; the settings link to it. */
export function WelcomeApp() {
  return (
    <Announcer>
      <main className="welcome">
        <WelcomePage />
      </main>
    </Announcer>
  );
}
