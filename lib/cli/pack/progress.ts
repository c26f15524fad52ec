/**
 * Shows the progress of a long command, with the estimated remaining time, in one line on standard error that
 * is overwritten.
 */

/** Shows progress. */
export interface Progress {
  /** Shows what was done, and the share of the current step from 0 to 1. */
  readonly report: (what: string, share: number) => void;
  /** Prints a line that stays on the screen. */
  readonly note: (text: string) => void;
  readonly end: () => void;
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** Writes at most twice a second; without a terminal only at every tenth of a step. */
export const createProgress = (): Progress => {
  let started = performance.now();
  let last = 0;
  let lastShare = 0;
  const isWatched = process.stderr.isTTY;
  return {
    report: (what, share) => {
      const now = performance.now();
      if (share < lastShare) {
        started = now;
        lastShare = 0;
      }
      const isDue = isWatched ? now - last > 500 : share - lastShare >= 0.1;
      if (!isDue) return;
      [last, lastShare] = [now, share];
      const left = share > 0 ? ((now - started) / 1000) * (1 / share - 1) : 0;
      const line = `${what} (${Math.round(share * 100)} %), ${minutes(left)} left`;
      process.stderr.write(isWatched ? `\r${line.padEnd(70)}` : `${line}\n`);
    },
    note: (text) => void process.stderr.write(`${isWatched ? '\r'.padEnd(71) + '\r' : ''}${text}\n`),
    end: () => {
      if (isWatched) process.stderr.write(`${'\r'.padEnd(71)}\r`);
    },
  };
};
