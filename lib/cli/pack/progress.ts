/** How far a long command has come, and how long it will take: one line on standard error, written over itself. */

/** Where progress is told. */
export interface Progress {
  /** What is done, and the share of the step, 0 to 1. */
  readonly say: (what: string, share: number) => void;
  /** Something to keep on the screen. */
  readonly note: (text: string) => void;
  readonly end: () => void;
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** Writes at most twice a second, and only every tenth of the way where nobody watches. */
export const createProgress = (stream: NodeJS.WriteStream = process.stderr): Progress => {
  let started = performance.now();
  let last = 0;
  let lastShare = 0;
  const isWatched = stream.isTTY;
  return {
    say: (what, share) => {
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
      stream.write(isWatched ? `\r${line.padEnd(70)}` : `${line}\n`);
    },
    note: (text) => void stream.write(`${isWatched ? '\r'.padEnd(71) + '\r' : ''}${text}\n`),
    end: () => {
      if (isWatched) stream.write(`${'\r'.padEnd(71)}\r`);
    },
  };
};
