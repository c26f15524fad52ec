/**
 * Refuses clicks in an extension frame that pass through an element that a page has placed over it
 * ("clickjacking").
 *
 * Chromium's IntersectionObserver can tell that nothing covers a frame (`trackVisibility`,
 * https://w3c.github.io/IntersectionObserver/v2/). It errs on the side of caution: it also denies it if the
 * whole page is filtered, for example by a dark-mode extension, or if another extension's button covers a
 * corner of the frame. So a denial alone refuses nothing: the script on the page is then asked whether an
 * element that lets clicks through is over the exact point of the click. It is asked when the pointer reaches
 * a control, before a page can know of a click and remove the element.
 *
 * Browsers without visibility tracking (Firefox) never ask, and nothing is refused there. Keys are never
 * refused, since a page cannot press them.
 */

/** Controls that copy or store; links lead to pages that the page could open itself. */
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

/**
 * Whether the browser is certain that nothing covers this frame, tracked by an element in it; true until it
 * denies it.
 */
function watchFrame(mark: Element, signal: AbortSignal): () => boolean {
  let isSeen = true;
  const options: VisibilityInit = { trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((records) => {
    const record = records.at(-1);
    if (!record || !('isVisible' in record)) return;
    isSeen = record.isVisible === true || !record.isIntersecting;
    // For tests, which must wait for it.
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

/** Options of a guard. */
export interface ClickGuardOptions {
  /** An element of the frame that no element of the extension covers. */
  readonly mark: Element;
  /** Asks the script on the page about a point; undefined if there is no answer. */
  readonly isCovered: (point: FramePoint) => Promise<boolean | undefined>;
  /** Called when a click was refused, so that the user is told. */
  readonly onRefused: () => void;
  readonly signal: AbortSignal;
}

/** Whether the browser can tell that nothing covers an element. */
const tracksVisibility = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/** Guards the buttons and fields of this frame until the signal aborts. */
export function guardClicks({ mark, isCovered, onRefused, signal }: ClickGuardOptions): void {
  if (!tracksVisibility()) return;
  const isSeen = watchFrame(mark, signal);
  /** The control under the pointer, and whether it was covered when the pointer reached it. */
  let pointed: { readonly control: Element; readonly isCovered: Promise<boolean> } | undefined;
  /** Whether the current click is one that was held back and is now repeated. */
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
      // A list of options opens at once, over everything, so it is refused without waiting for an answer.
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
