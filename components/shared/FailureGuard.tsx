import { Component, useState, type ReactNode } from 'react';
import { t } from '../hooks/texts';
import { reportFailure, useFailure } from '../hooks/use-failures';
import { Notice } from './Notice';

/** Catches exceptions of its children during rendering, reports them and renders nothing instead. */
class Boundary extends Component<
  { readonly where: string; readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    reportFailure(this.props.where, error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}

const COPY_LABELS = {
  ready: 'failure_copyReport',
  copied: 'failure_copied',
  refused: 'failure_refused',
} as const;

function FailureNotice() {
  const { failure, copy, dismiss } = useFailure();
  const [copied, setCopied] = useState<keyof typeof COPY_LABELS>('ready');
  if (!failure) return null;
  const close = (): void => {
    setCopied('ready');
    dismiss();
  };
  return (
    <div className="failure-notice">
      <Notice tone="danger">
        <p>{t('shared_somethingWentWrongInSidelightReload')}</p>
        <div className="failure-actions">
          <button type="button" className="button" onClick={() => void copy(failure).then(setCopied)}>
            {t(COPY_LABELS[copied])}
          </button>
          <button type="button" className="button" onClick={() => globalThis.location.reload()}>
            {t('failure_reload')}
          </button>
          <button type="button" className="button" onClick={close}>
            {t('shared_dismiss')}
          </button>
        </div>
      </Notice>
    </div>
  );
}

/** Renders an extension page, with a notice on top if something failed unexpectedly. */
export function FailureGuard({ where, children }: { readonly where: string; readonly children: ReactNode }) {
  return (
    <>
      <Boundary where={where}>{children}</Boundary>
      <FailureNotice />
    </>
  );
}
