import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/**
 * Returns a function that announces a short text to screen readers: confirmations of copying, numbers of
 * results.
 */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}

/**
 * One polite live region for a whole page (https://www.w3.org/TR/wai-aria-1.2/#aria-live); a repeated text is
 * announced again.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const odd = useRef(false);
  const announce = useCallback((next: string) => {
    odd.current = !odd.current;
    // A trailing space makes a repeated text a change without being read out.
    setText(odd.current ? `${next}\u00A0` : next);
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {text}
      </div>
    </Announce>
  );
}
