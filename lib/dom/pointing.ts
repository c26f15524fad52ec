/** A place on the screen, as every pointer event knows it. */
type Place = Pick<PointerEvent, 'screenX' | 'screenY'>;

/** Actions that wait until the pointer itself has moved. */
export interface Pointing {
  /**
   * Does something about an event of entering or leaving: at once where the hand brought it about, else
   * with the hand's next movement, unless something else has taken its place by then.
   */
  readonly act: (event: Place, action: () => void) => void;
  /** Drops what waits for a movement. */
  readonly forget: () => void;
}

/**
 * Tells pointing at a thing from its scrolling under a resting hand, by where the hand was last. Follows
 * the document's pointer until the signal aborts.
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
