// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useLoaded } from '@/components/hooks/use-loaded';

/** A request that the test answers. */
function question() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const load = vi.fn<(signal: AbortSignal) => Promise<string>>(() => promise);
  return { load, answer: (text: string) => act(async () => resolve(text)) };
}

it('the hook returns the value of the current promise, and the previous one until it has arrived', async () => {
  const [first, second] = [question(), question()];
  const { result, rerender } = renderHook(({ load }) => useLoaded(load), {
    initialProps: { load: first.load },
  });
  expect(result.current).toEqual({ value: undefined, last: undefined });
  await first.answer('one');
  expect(result.current).toEqual({ value: 'one', last: 'one' });
  rerender({ load: second.load });
  expect(result.current).toEqual({ value: undefined, last: 'one' });
  await second.answer('two');
  expect(result.current).toEqual({ value: 'two', last: 'two' });
  rerender({ load: second.load });
  expect(second.load).toHaveBeenCalledOnce();
});

it('a late answer to an outdated request is dropped, and its signal aborted', async () => {
  const [first, second] = [question(), question()];
  const { result, rerender, unmount } = renderHook(({ load }) => useLoaded(load), {
    initialProps: { load: first.load },
  });
  rerender({ load: second.load });
  expect(first.load.mock.calls[0]?.[0].aborted).toBe(true);
  await second.answer('two');
  await first.answer('one');
  expect(result.current.value).toBe('two');
  unmount();
  expect(second.load.mock.calls[0]?.[0].aborted).toBe(true);
});

it('the value is forgotten if there is no request', async () => {
  const first = question();
  const { result, rerender } = renderHook(({ isAsked }) => useLoaded(isAsked ? first.load : undefined), {
    initialProps: { isAsked: true },
  });
  await first.answer('one');
  rerender({ isAsked: false });
  expect(result.current).toEqual({ value: undefined, last: undefined });
});

const abortedLoad = () =>
  Promise.reject<string>(new DOMException('The operation was aborted. ', 'AbortError'));

it('a request that was aborted because the window closes is ignored', async () => {
  const { result } = renderHook(() => useLoaded(abortedLoad));
  // An unhandled rejection would fail the run.
  await act(() => new Promise((resume) => setTimeout(resume)));
  expect(result.current).toEqual({ value: undefined, last: undefined });
});
