import { t } from '../hooks/texts';
import { useClickGuard } from '../hooks/use-click-guard';

/** Refuses clicks that pass through an element of the page into this tab's panel, and says so in one line. */
export function ClickGuard({ tabId }: { readonly tabId: number }) {
  const [mark, isRefused] = useClickGuard(tabId);
  return (
    <>
      <div className="frame-mark" ref={mark} />
      {isRefused ? (
        <p className="click-refused" role="alert">
          {t('click_refused')}
        </p>
      ) : null}
    </>
  );
}
