import { Component, useState, type ReactNode } from 'react';
import { reportFailure, useFailure } from '../hooks/use-failures';
import { Notice } from './Notice';

/** Catches what its children throw while they are drawn, reports it and draws nothing in their place. */
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

const COPY_LABELS = { ready: 'Copy report', copied: 'Copied', refused: 'The browser refused to copy' };

function FailureNotice() {
  const { failure, copy, dismiss } = useFailure();
  const [copied, setCopied] = useState<keyof typeof COPY_LABELS>('ready');
  if (!failure) return null;
  const close = (): void => {
    setCopied('ready');
    dismiss();
  };
  return (
    <div className="failure">
      <Notice tone="danger">
        <p>Something went wrong in Sidelight. Reload this page if anything is missing from it.</p>
        <div className="failure-actions">
          <button type="button" className="button" onClick={() => void copy(failure).then(setCopied)}>
            {COPY_LABELS[copied]}
          </button>
          <button type="button" className="button" onClick={() => globalThis.location.reload()}>
            Reload
          </button>
          <button type="button" className="button" onClick={close}>
            Dismiss
          </button>
        </div>
      </Notice>
    </div>
  );
}

/** Draws a page of ours, and over it a notice where something failed that nobody expected. */
export function FailureGuard({ where, children }: { readonly where: string; readonly children: ReactNode }) {
  return (
    <>
      <Boundary where={where}>{children}</Boundary>
      <FailureNotice />
    </>
  );
}
