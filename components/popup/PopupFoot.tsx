import { formatDay } from '@/lib/domain/describe';
import type { SidePanel } from '@/lib/services/side-panel';
import { showSettings } from '../hooks/own-pages';
import { usePapersIfAny } from '../hooks/papers-context';
import { useSidePanel } from '../hooks/use-side-panel';
import { useAnnounce } from '../shared/Announcer';
import { Notice } from '../shared/Notice';

const SIDE_PANELS: Readonly<Record<SidePanel['kind'], { readonly label: string; readonly refusal: string }>> =
  {
    'side-panel': {
      label: 'Open in side panel',
      refusal:
        'The browser did not open its side panel. Right-click Sidelight’s icon in the toolbar and choose “Open side panel”.',
    },
    sidebar: {
      label: 'Open in sidebar',
      refusal:
        'The browser did not open its sidebar. In the menu bar, which the Alt key shows, choose View, Sidebar, Sidelight.',
    },
  };

/** The popup's last line: the catalogue, the keys, the browser's own side panel and the settings. */
export function PopupFoot({
  panel,
}: {
  /** Undefined where the browser has none. */
  readonly panel: SidePanel | undefined;
}) {
  const announce = useAnnounce();
  const facts = usePapersIfAny()?.facts;
  const side = useSidePanel(panel);
  const words = panel && SIDE_PANELS[panel.kind];
  const open = async () => {
    if ((await side?.open()) === 'refused' && words) announce(words.refusal);
  };
  return (
    <footer className="popup-foot">
      {side?.isRefused ? <Notice tone="lamp">{words?.refusal}</Notice> : null}
      <span>{facts ? `Catalogue of ${formatDay(facts.date)}` : 'Sidelight'}</span>
      <span className="popup-keys">
        <kbd>↑↓</kbd> <kbd>Enter</kbd> open <kbd>Alt Enter</kbd> details
      </span>
      <span className="popup-ways">
        {words ? (
          <button type="button" className="more" onClick={() => void open()}>
            {words.label}
          </button>
        ) : null}
        <button type="button" className="more" onClick={showSettings}>
          Settings
        </button>
      </span>
    </footer>
  );
}
