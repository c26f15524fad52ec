/**
 * Refuses clicks in a frame of ours that pass through something which a page has laid over it ("clickjacking").
 *
 * Chromium's IntersectionObserver can say that nothing covers a frame (`trackVisibility`, https://w3c.github.io/IntersectionObserver/v2/).
 * It errs on the side of caution: it also says no where a page is filtered as a whole, by a dark-mode extension for
 * example, or where another extension's button lies over a corner of the frame. So a no alone refuses nothing: the
 * script on the page is then asked whether something lies over the very point of the click that lets clicks through.
 * It is asked when the pointer comes to a control, before a page can know of a click and take its layer away.
 *
 * Browsers without visibility tracking (Firefox) never ask: there, nothing is refused. Keys are never refused, since
 * a page cannot press them.
 */

/** What can be copied or stored with; links lead to pages that the page could open itself. */
const CONTROLS = 'button, select, input, textarea';

/** A point of the frame, as fractions of its width and height. */
export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

/** Options of an observer with visibility tracking, which TypeScript's DOM library does not have yet. */
interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

/** Follows whether the browser is certain that nothing covers this frame, by an element in it; true until it says no. */
function watchFrame(mark: Element, signal: AbortSignal): () => boolean {
  let isSeen = true;
  const options: VisibilityInit = { trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((records) => {
    const record = records.at(-1);
    if (!record || !('isVisible' in record)) return;
    isSeen = record.isVisible === true || !record.isIntersecting;
    // For tests, which have to wait for it.
    mark.toggleAttribute('data-covered', !isSeen);
  }, options);
  observer.observe(mark);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return () => isSeen;
}

function controlOf({ target }: Event): HTMLElement | undefined {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control instanceof HTMLElement ? control : undefined;
}

/** What a guard needs. */
export interface ClickGuardOptions {
  /** An element of the frame that nothing of ours covers. */
  readonly mark: Element;
  /** Asks the script on the page about a point; undefined: there is no answer. */
  readonly isCovered: (point: FramePoint) => Promise<boolean | undefined>;
  /** A click was refused: the user is told. */
  readonly onRefused: () => void;
  readonly signal: AbortSignal;
}

/** Whether the browser can say that nothing covers an element. */
const tracksVisibility = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/** Guards the buttons and fields of this frame until the signal aborts. */
export function guardClicks({ mark, isCovered, onRefused, signal }: ClickGuardOptions): void {
  if (!tracksVisibility()) return;
  const isSeen = watchFrame(mark, signal);
  /** The control under the pointer, and whether it was covered when the pointer came. */
  let pointed: { readonly control: Element; readonly isCovered: Promise<boolean> } | undefined;
  /** Whether the click that is being dispatched is one that was held back, and is repeated. */
  let isChecked = false;
  const ask = async ({ clientX, clientY }: MouseEvent): Promise<boolean> =>
    (await isCovered({ x: clientX / window.innerWidth, y: clientY / window.innerHeight })) ?? false;

  document.addEventListener(
    'pointerover',
    (event) => {
      const control = controlOf(event);
      if (control === pointed?.control) return;
      pointed = control && !isSeen() ? { control, isCovered: ask(event) } : undefined;
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'mousedown',
    (event) => {
      // A list of options opens at once, and lies over everything: it is refused without waiting for an answer.
      if (controlOf(event) instanceof HTMLSelectElement && pointed && !isSeen()) event.preventDefault();
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'click',
    (event) => {
      const control = controlOf(event);
      // Clicks without a pointer come from the keyboard (https://w3c.github.io/uievents/#event-type-click).
      if (!control || isChecked || event.detail === 0) return;
      const before = pointed?.control === control ? pointed.isCovered : undefined;
      if (before === undefined && isSeen()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void Promise.all([before, ask(event)]).then((answers) => {
        if (answers.includes(true)) return onRefused();
        isChecked = true;
        control.click();
        isChecked = false;
      });
    },
    { signal, capture: true },
  );
}
