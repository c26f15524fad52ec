// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useLoaded } from '@/components/hooks/use-loaded';

/** A question whose answer comes when the test says so. */
function question() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const load = vi.fn<(signal: AbortSignal) => Promise<string>>(() => promise);
  return { load, answer: (text: string) => act(async () => resolve(text)) };
}

it('gives the value of the promise that is asked for, and the one before until it is there', async () => {
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

it('drops a late answer to what is not asked any more, and tells the one who answers', async () => {
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

it('forgets where nothing is asked', async () => {
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

it('takes a question that the closing window aborted as one that nobody waits for', async () => {
  const { result } = renderHook(() => useLoaded(abortedLoad));
  // An error that nobody caught would fail the run.
  await act(() => new Promise((resume) => setTimeout(resume)));
  expect(result.current).toEqual({ value: undefined, last: undefined });
});
