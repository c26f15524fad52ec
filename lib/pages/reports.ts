/**
 * Reports of faults in the code or in an annotation: the text is copied, and the project's issue tracker is
 * opened if it has one. Nothing is sent; the user may paste the text there.
 */
import { browser } from 'wxt/browser';
import type { Annotation } from '@/lib/domain/annotation';
import { describeForReport } from '@/lib/domain/describe/report';
import { openAddress } from '@/lib/extension/navigation';
import { copyText, type CopyOutcome } from './clipboard';

/**
 * Copies a report and opens the place to paste it, if there is one. Must be called in a click or key handler.
 */
export async function handReport(
  text: string,
  address: string = import.meta.env.BUGS_ADDRESS ?? '',
): Promise<CopyOutcome> {
  const outcome = await copyText(text);
  if (outcome === 'copied' && address !== '') await openAddress(address, 'new-tab');
  return outcome;
}

/** The report of a wrong number: the paper, what is shown and from which words, and the versions. */
export function formatWrongNumber(annotation: Annotation, viewedVersion: number | undefined): string {
  return [
    `Sidelight ${browser.runtime.getManifest().version}`,
    ...describeForReport(annotation, viewedVersion),
    `Browser: ${navigator.userAgent}`,
    '',
    'What is wrong:',
    '',
  ].join('\n');
}
