// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useAfterPaint } from '@/components/hooks/use-after-paint';
import { showTheme } from '@/components/hooks/use-theme';
import { SearchField } from '@/components/popup/SearchField';

const nothing = (): void => undefined;
const FIELD = (
  <SearchField
    query="lamps"
    count={4}
    listId="list"
    isExpanded={false}
    activeId={undefined}
    onQuery={nothing}
    onKeyDown={nothing}
  />
);

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

describe('the search field', () => {
  it('has the focus, and the last query selected, in the task that draws it', () => {
    const root = createRoot(document.body.appendChild(document.createElement('div')));
    // Without the test library, which would run the effects that follow the first frame too.
    root.render(FIELD);
    const field = document.activeElement;
    expect(field).toBeInstanceOf(HTMLInputElement);
    expect(field).toMatchObject({ value: 'lamps', selectionStart: 0, selectionEnd: 5 });
    root.unmount();
  });
});

describe('what the first view can do without', () => {
  it('is loaded after all effects of that view, and then shown', async () => {
    const order: string[] = [];
    const load = async () => {
      order.push('load');
      return { name: 'the rest' };
    };
    function Later() {
      const part = useAfterPaint(load);
      return part ? <p>{part.name}</p> : null;
    }
    function Other() {
      useEffect(() => void order.push('effect'), []);
      return null;
    }
    render(
      <>
        <Later />
        <Other />
      </>,
    );
    expect(order).toEqual(['effect']);
    await screen.findByText('the rest');
    expect(order).toEqual(['effect', 'load']);
  });

  it('is not loaded if the page has gone before', () => {
    vi.useFakeTimers();
    try {
      const load = vi.fn<() => Promise<object>>(async () => ({}));
      function Later() {
        useAfterPaint(load);
        return null;
      }
      render(<Later />).unmount();
      vi.runAllTimers();
      expect(load).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the theme', () => {
  it.each([
    ['dark', undefined, 'dark'],
    ['light', 'dark', 'light'],
    ['page', 'dark', 'dark'],
    ['page', undefined, undefined],
    [undefined, undefined, undefined],
  ] as const)('of the setting %s beside a page that is %s: %s', (setting, page, shown) => {
    document.documentElement.dataset['theme'] = 'light';
    showTheme(setting, page);
    expect(document.documentElement.dataset['theme']).toBe(shown);
  });
});
