import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** A message in place of, or above, content. `danger` is only for faults. */
export function Notice({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: 'plain' | 'lamp' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  const name = icon ?? (tone === 'plain' ? 'info' : 'warning');
  return (
    <div
      className={tone === 'plain' ? 'note' : `note note-${tone}`}
      role={tone === 'danger' ? 'alert' : undefined}
    >
      <Icon name={name} />
      <div>{children}</div>
    </div>
  );
}

/** A page without content: what happened, and what to do. */
export function EmptyState({
  title,
  icon,
  level = 1,
  children,
}: {
  readonly title: string;
  readonly icon: IconName;
  /** Level of the heading: 2 if the page has its own title. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} />
      </span>
      <Heading className="empty-title">{title}</Heading>
      {children ? <div className="empty-text">{children}</div> : null}
    </div>
  );
}
