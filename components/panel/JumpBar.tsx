import type { JumpLink } from '@/lib/pages/current-paper';
import { t } from '../hooks/texts';
import { SiteLinks } from '../shared/SiteLinks';

/** Links to other sites' pages about the paper, opened in new tabs; nothing if there are none. */
export function JumpBar({
  jumps,
  onOpen,
}: {
  readonly jumps: readonly JumpLink[];
  readonly onOpen: (address: string) => void;
}) {
  if (jumps.length === 0) return null;
  return (
    <nav className="jumps" aria-label={t('panel_paperElsewhere')}>
      {t('panel_alsoOn')}
      <SiteLinks links={jumps} onOpen={onOpen} />
    </nav>
  );
}
