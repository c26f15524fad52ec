/**
 * Worker threads for a build: by default as many as there are cores, each with one task at a time; answers come
 * in the order of the tasks.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './tasks';

/** Runs tasks on threads. */
export interface Pool {
  /** Yields answers in the order of the tasks; only takes as many tasks as the threads can work on. */
  readonly run: (tasks: AsyncIterable<WorkerTask> | Iterable<WorkerTask>) => AsyncGenerator<WorkerAnswer>;
  readonly close: () => Promise<void>;
}

const WORKER = new URL('worker.ts', import.meta.url);
/** How many tasks are queued in addition to the running ones, so that no thread is idle. */
const WAITING = 2;

/** Starts the threads. */
export const createPool = (threads = availableParallelism()): Pool => {
  const workers = Array.from(
    { length: threads },
    () => new Worker(WORKER, { execArgv: ['--import', 'tsx'] }),
  );
  const idle = [...workers];
  const queue: (() => void)[] = [];
  const start = (task: WorkerTask): Promise<WorkerAnswer> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        const worker = idle.pop();
        if (worker === undefined) {
          queue.push(begin);
          return;
        }
        const finish = (): void => {
          worker.removeAllListeners('message');
          worker.removeAllListeners('error');
          idle.push(worker);
          queue.shift()?.();
        };
        worker.once('error', (error) => {
          finish();
          reject(error);
        });
        worker.once('message', (answer: WorkerAnswer) => {
          finish();
          resolve(answer);
        });
        worker.postMessage(task, []);
      };
      begin();
    });
  return {
    run: async function* run(tasks) {
      const pending: Promise<WorkerAnswer>[] = [];
      for await (const task of tasks) {
        const answer = start(task);
        // The answer is awaited later; this handler keeps Node from reporting an unhandled rejection until
        // then.
        answer.catch(() => undefined);
        pending.push(answer);
        const first = pending.length >= threads + WAITING ? pending.shift() : undefined;
        if (first) yield await first;
      }
      for (const answer of pending) yield await answer;
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  };
};
