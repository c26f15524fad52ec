/** What is read about one number of a table. */
import type { Direction } from '../paper';
import type { MetricSource } from './shared-facts';

/** One number that a table reports for a system. */
export interface TableResult {
  /** From 0, with spans expanded. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The number as printed. */
  readonly printed: string;
  readonly error?: number | undefined;
  readonly unit?: string | undefined;
  readonly system: string;
  readonly metric?: string | undefined;
  readonly metricFrom?: MetricSource | undefined;
  readonly data?: string | undefined;
  readonly better?: Direction | undefined;
  readonly isOwn: boolean;
  /** Decided by the numbers; undefined if nothing is compared or the better direction is unknown. */
  readonly isBest?: boolean | undefined;
  /** Its formatting on the page. */
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}
