/**
 * Waits at the end of each file for what is still under way: effects that run after the next frame, and modules such
 * as a part of a page that is loaded when idle. Where a file's document or module runner is gone before, these fail
 * outside of every test, and the whole run with them.
 */
import { afterAll, vi } from 'vitest';

/** The real timer, since a test may leave a fake one. */
const { setTimeout: wait } = globalThis;

/**
 * Longer than the timer with which Preact replaces a frame that does not come, in ms (35:
 * https://github.com/preactjs/preact/blob/main/hooks/src/index.js), so that it ends after it.
 */
const FRAME = 50;

const nextFrame = (): Promise<void> => new Promise((resolve) => wait(resolve, FRAME));

afterAll(async () => {
  if (typeof document !== 'undefined') await nextFrame();
  await vi.dynamicImportSettled();
  // What was loaded may have been drawn.
  if (typeof document !== 'undefined') await nextFrame();
});
