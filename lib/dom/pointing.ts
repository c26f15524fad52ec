/** Screen coordinates, which every pointer event has. */
type Place = Pick<PointerEvent, 'screenX' | 'screenY'>;

/** Runs callbacks for pointer events only if the pointer itself moved. */
export interface Pointing {
  /**
   * Runs `action` for a pointerenter or pointerleave event: now if the pointer moved; if the element scrolled
   * under a resting pointer, on the next pointermove, unless a later call has replaced it by then.
   */
  readonly act: (event: Place, action: () => void) => void;
  /** Cancels the action that waits for the next pointermove. */
  readonly forget: () => void;
}

/**
 * Distinguishes pointing at an element from the element scrolling under a resting pointer, by comparing screen
 * coordinates with the last ones seen. Listens to the document's pointer until the signal aborts.
 */
export function watchPointing({ signal }: { readonly signal: AbortSignal }): Pointing {
  let hand: Place | undefined;
  let waiting: (() => void) | undefined;
  const isResting = ({ screenX, screenY }: Place): boolean =>
    hand?.screenX === screenX && hand.screenY === screenY;
  const forget = (): void => (waiting = undefined);
  document.addEventListener(
    'pointermove',
    (event) => {
      if (isResting(event)) return;
      hand = event;
      const action = waiting;
      forget();
      action?.();
    },
    { signal, capture: true, passive: true },
  );
  signal.addEventListener('abort', forget, { once: true });
  return {
    act: (event, action) => {
      if (isResting(event)) waiting = action;
      else {
        forget();
        action();
      }
    },
    forget,
  };
}
