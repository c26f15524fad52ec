/** Checks the shipped dependencies for known vulnerabilities, with `npm audit`. */
import { execFile } from 'node:child_process';
import { isRecord } from '@/lib/domain/is-record';
import { failed, passed, skipped, type StepOutcome } from './steps';

/**
 * Turns the output of `npm audit --json` into a step's outcome. If the registry gives no answer, the check
 * counts as skipped, not as passed.
 */
export function readAudit(printed: string): StepOutcome {
  let report: unknown;
  try {
    report = JSON.parse(printed);
  } catch {
    // Without a report nothing was checked, so this must not count as passed.
    return failed('npm audit printed no report.');
  }
  const metadata = isRecord(report) ? report['metadata'] : undefined;
  const counts = isRecord(metadata) ? metadata['vulnerabilities'] : undefined;
  if (!isRecord(counts)) {
    const reason = isRecord(report) && typeof report['message'] === 'string' ? report['message'] : 'no list';
    return skipped(`the registry does not answer npm audit (${reason.split(' - ')[0] ?? ''})`);
  }
  const total = counts['total'];
  return total === 0
    ? passed()
    : failed(`npm audit --omit=dev knows of ${String(total)} faults in what ships.`);
}

/** Audits the packages that are shipped. */
export function auditShipped(): Promise<StepOutcome> {
  // The exit status is ignored: it only repeats what the report says. Warnings go to standard error, and are
  // not part of the report.
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--omit=dev', '--json'], (_, stdout) => resolve(readAudit(stdout)));
  });
}
