import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says a short text to screen readers: copy confirmations, counts of results. */
export function useAnnounce(): (text: string) => void {
  return use(Announce);
}

/** One polite live region for a whole page; the same words said twice are read twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const odd = useRef(false);
  const announce = useCallback((next: string) => {
    odd.current = !odd.current;
    // A trailing space makes a repeated text a change, and is not read out.
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
