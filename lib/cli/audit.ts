/** Known faults in what ships, as the registry lists them. */
import { execFile } from 'node:child_process';
import { isRecord } from '@/lib/domain/is-record';
import { failed, passed, skipped, type StepOutcome } from './steps';

/** What `npm audit --json` printed, as a step's outcome: a registry that gives no answer is no clean bill. */
export function readAudit(printed: string): StepOutcome {
  let report: unknown;
  try {
    report = JSON.parse(printed);
  } catch {
    // No report is no clean bill.
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

/** Asks the registry about the packages that ship. */
export function auditShipped(): Promise<StepOutcome> {
  // It ends with a status other than 0 where it knows of faults; what it printed says so too.
  // Its warnings go to the other stream and are no part of the report.
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--omit=dev', '--json'], (_, stdout) => resolve(readAudit(stdout)));
  });
}
