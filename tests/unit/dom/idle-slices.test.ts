// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inSlices } from '@/lib/dom/idle-queue';

let life: AbortController;
let slices: number;
let now: number;

beforeEach(() => {
  life = new AbortController();
  slices = 0;
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) =>
    setTimeout(() => {
      slices += 1;
      work({ timeRemaining: () => 50 });
    }),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** As many steps, each of which takes some milliseconds. */
function* take(steps: number, milliseconds: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    now += milliseconds;
    yield undefined;
  }
  return 'done';
}

function* fail(): Generator<undefined, never> {
  yield undefined;
  throw new Error('no such element');
}

test('a slice ends by time and not by the number of its steps', async () => {
  expect(await inSlices(take(10_000, 0), life)).toBe('done');
  expect(slices).toBe(1);
  expect(await inSlices(take(10, 20), life)).toBe('done');
  expect(slices).toBeGreaterThan(10);
});

test('nothing runs after the signal aborts', async () => {
  const isDone = vi.fn<() => void>();
  void inSlices(take(10, 20), life).then(isDone);
  life.abort();
  void inSlices(take(1, 0), life).then(isDone);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(slices).toBe(0);
  expect(isDone).not.toHaveBeenCalled();
});

test('what a step throws reaches who waits', async () => {
  await expect(inSlices(fail(), life)).rejects.toThrow('no such element');
});
