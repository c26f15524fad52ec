import { Icon, type IconName } from './Icon';

/** A button that shows only an icon; its label is read out, and shown on hover. */
export function IconButton({
  icon,
  label,
  hint = label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  /** Shown on hover instead of the label, for example with a key. */
  readonly hint?: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="button button-icon" aria-label={label} title={hint} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
