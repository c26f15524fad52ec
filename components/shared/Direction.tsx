import type { Direction as Way } from '@/lib/domain/paper';
import { t } from '../hooks/texts';
import { Icon } from './Icon';

/** An arrow for a metric whose better values are higher or lower; nothing if that is not known. */
export function Direction({ better }: { readonly better: Way | undefined }) {
  if (!better) return null;
  const text = t(better === 'higher' ? 'results_higher' : 'results_lower');
  return (
    <span className="direction" title={text}>
      <Icon name={better === 'higher' ? 'up' : 'down'} />
      <span className="visually-hidden">, {text}</span>
    </span>
  );
}
