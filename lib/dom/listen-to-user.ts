import { isByUser } from './trusted-event';

/** Adds a listener for one type of event; it is called only for events that a person caused. */
type ListenToUser = <Name extends keyof DocumentEventMap>(
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
) => void;

/**
 * Listens at the document, in the capture phase, so that the page's own handlers cannot stop an event before it
 * arrives. All listeners are removed when the signal aborts.
 */
export const listenToUser =
  ({ signal }: { readonly signal: AbortSignal }): ListenToUser =>
  (name, listener) =>
    document.addEventListener(
      name,
      (event) => {
        if (isByUser(event)) listener(event);
      },
      { signal, capture: true },
    );
