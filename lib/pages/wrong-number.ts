/** The report of a wrong number in an annotation. */
import { browser } from 'wxt/browser';
import type { Annotation } from '@/lib/domain/annotation';
import { describeForReport } from '@/lib/domain/describe/report';

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
