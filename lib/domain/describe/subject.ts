import type { Result } from '@/lib/domain/paper';

/** What a number was measured on and is for, in one phrase: "BTCV, liver"; undefined if neither is known. */
export function describeSubject({ data, target }: Pick<Result, 'data' | 'target'>): string | undefined {
  return [data, target].filter(Boolean).join(', ') || undefined;
}
