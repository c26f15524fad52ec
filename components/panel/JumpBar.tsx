import type { JumpLink } from '@/lib/pages/current-paper';
import { t } from '../hooks/texts';

/** Pages of other sites about the paper, in a new tab each; nothing where there is none. */
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
      {jumps.map(({ label, address }) => (
        <a
          key={address}
          href={address}
          onClick={(event) => {
            event.preventDefault();
            onOpen(address);
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
