import { useSyncExternalStore } from 'react';
import { handReport } from '@/lib/pages/reports';
import {
  dismissFailure,
  formatFailure,
  latestFailure,
  reportFailure,
  reportUncaught,
  subscribeToFailures,
  type Failure,
} from '@/lib/shared/failures';

export { reportFailure, reportUncaught };

/** The last unexpected failure in this page, and actions for it. */
export function useFailure(): {
  readonly failure: Failure | undefined;
  readonly copy: (failure: Failure) => Promise<'copied' | 'refused'>;
  readonly dismiss: () => void;
} {
  return {
    failure: useSyncExternalStore(subscribeToFailures, latestFailure),
    copy: (failure) => handReport(formatFailure(failure)),
    dismiss: dismissFailure,
  };
}
