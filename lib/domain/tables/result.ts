/** What is read of one number of a table. */
import type { Direction } from '../paper';
import type { MetricSource } from './around';

/** One number that a table reports of a system. */
export interface TableResult {
  /** From 0, with spans spread out. */
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
  /** By the numbers; undefined where nothing is compared or nobody knows which way is better. */
  readonly isBest?: boolean | undefined;
  /** What the page shows of it. */
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}
