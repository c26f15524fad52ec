import { useEffect, useState } from 'react';

/**
 * Whether a value has not changed for so many milliseconds, so that what nobody sees yet need not be drawn at each
 * change. False at first.
 */
export function useRested(value: unknown, after: number): boolean {
  const [rested, setRested] = useState<{ readonly value: unknown }>();
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value }), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return rested !== undefined && rested.value === value;
}
