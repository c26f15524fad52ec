/** Known faults in what ships, as the registry lists them. */
import { isRecord } from '@/lib/domain/is-record';
import { failed, passed, runQuietly, skipped, type StepOutcome } from './steps';

/** What `npm audit --json` printed, as a step's outcome: a registry that gives no answer is no clean bill. */
export function readAudit(printed: string): StepOutcome {
  let report: unknown;
  try {
    // npm's own warnings may stand before it, on lines of their own.
    report = JSON.parse(printed.slice(printed.search(/^[{[]/m)));
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
export async function auditShipped(): Promise<StepOutcome> {
  // It ends with a status other than 0 where it knows of faults; what it printed says so too.
  const { output } = await runQuietly('npm', ['audit', '--omit=dev', '--json']);
  return readAudit(output);
}
