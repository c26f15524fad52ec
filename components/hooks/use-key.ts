import { useEffect, useRef } from 'react';
import { isTyping } from '@/lib/dom/is-typing';

/** Calls `onPress` for a single key without modifiers, unless the user is typing. */
export function useKey(key: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (event.defaultPrevented || isHeld || isTyping(event.target)) return;
      if (event.key.toLowerCase() !== key) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key]);
}
