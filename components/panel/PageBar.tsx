import type { PaperPageLink } from '@/lib/pages/current-paper';
import type { Place } from '@/lib/extension/navigation';
import { pageLabel } from '../hooks/paper-texts';
import { t } from '../hooks/texts';
import { openOnClick } from '../shared/place-of-click';

/** Links to the paper's pages with their keys; the one in view is marked. */
export function PageBar({
  pages,
  onOpen,
}: {
  readonly pages: readonly PaperPageLink[];
  readonly onOpen: (kind: PaperPageLink['kind'], place: Place) => void;
}) {
  return (
    <nav className="pages" aria-label={t('panel_pagesOfThisPaper')}>
      {pages.map(({ kind, label, key, address, isCurrent }) => {
        const name = pageLabel({ kind, label });
        return (
          <a
            key={kind}
            className="page"
            href={address}
            aria-current={isCurrent ? 'page' : undefined}
            aria-keyshortcuts={key}
            title={t('panel_pageAndKey', name, key.toUpperCase())}
            {...openOnClick((place) => onOpen(kind, place))}
          >
            {name}
          </a>
        );
      })}
    </nav>
  );
}
