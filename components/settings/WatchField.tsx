import { useId, useState } from 'react';
import { LONGEST_WATCH, MOST_WATCHED, parseWatch, type WatchFault } from '@/lib/domain/watch';
import { t, tCount, type TextKey } from '../hooks/texts';

/** The messages for invalid items. */
const FAULTS: Readonly<Record<WatchFault['kind'], TextKey>> = {
  unknown: 'watch_unknown',
  empty: 'watch_empty',
  short: 'watch_short',
  many: 'watch_many',
};

/** The words and authors that the user watches; stored when the field loses the focus, or on Enter. */
export function WatchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value;
  const { items, faults } = parseWatch(text);
  const submit = (): void => {
    setDraft(undefined);
    if (text !== value) onChange(text);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('settings_watched')}
      </label>
      <input
        type="text"
        className="field-text"
        id={id}
        maxLength={LONGEST_WATCH}
        spellCheck={false}
        value={text}
        placeholder={t('watch_example')}
        aria-describedby={`${id}-hint ${id}-said`}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={submit}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) submit();
        }}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {t('settings_watchHint')}
      </p>
      <div className="field-said" id={`${id}-said`} aria-live="polite">
        {text.trim() === '' ? null : <p>{tCount('watch_count', items.length)}</p>}
        {faults.map((fault) => (
          <p key={`${fault.kind} ${fault.text}`}>{t(FAULTS[fault.kind], fault.text, MOST_WATCHED)}</p>
        ))}
      </div>
    </div>
  );
}
