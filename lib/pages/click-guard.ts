/**
 * Refuses clicks in a frame of ours that pass through something which a page has laid over it ("clickjacking").
 *
 * Chromium's IntersectionObserver can say that nothing covers a frame (`trackVisibility`, https://w3c.github.io/IntersectionObserver/v2/).
 * It errs on the side of caution: it also says no where a page is filtered as a whole, by a dark-mode extension for
 * example, or where another extension's button lies over a corner of the frame. So a no alone refuses nothing: the
 * script on the page is then asked whether something lies over the very point of the click, hides it and lets clicks
 * through. Firefox tracks no visibility: there that script is asked about every click.
 *
 * It is asked from when the pointer comes to a control until it is pressed, since a page learns of a press (its window
 * loses the focus) and could take its layer away before the click. What lures a click has to be seen for longer than
 * there is between two questions. Keys are never refused, since a page cannot press them.
 */

/** What can be copied or stored with, and what stands for it; links lead to pages that the page could open itself. */
const CONTROLS = 'button, select, input, textarea, label';

/** Milliseconds between two questions about the control under the pointer. */
const INTERVAL = 250;

/**
 * An answer that takes longer, in milliseconds, says nothing of the moment when it was asked for: a page can be busy on
 * purpose while its layer is seen. Such a question is asked again.
 */
const QUICK = 250;

/** After this long without a quick answer, in milliseconds, the click is refused. */
const LONGEST = 4000;

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

const pointOf = ({ clientX, clientY }: MouseEvent): FramePoint => ({
  x: clientX / window.innerWidth,
  y: clientY / window.innerHeight,
});

/** What a guard needs. */
export interface ClickGuardOptions {
  /** An element of the frame that nothing of ours covers. */
  readonly mark: Element;
  /** Asks the script on the page about a point; undefined: there is no answer. */
  readonly isCovered: (point: FramePoint) => Promise<boolean | undefined>;
  /** A click was refused, which the user is told, or let through after a question. */
  readonly onDecision: (isRefused: boolean) => void;
  readonly signal: AbortSignal;
}

/** Whether the browser can say that nothing covers an element. */
const tracksVisibility = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Asks until an answer is quick. True: covered, or there is no such answer. A panel without a script on its page, which
 * every panel in a frame has, or beside a page that is too busy, is not to be clicked.
 */
async function askUntilQuick(ask: () => Promise<boolean | undefined>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST);
  });
  try {
    for (;;) {
      const start = performance.now();
      const answer = await Promise.race([ask(), tooLate]);
      if (answer !== false) return true;
      if (performance.now() - start <= QUICK) return false;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The control under the pointer. */
interface Pointed {
  readonly control: Element;
  point: FramePoint;
  /** The last question about it. */
  isCovered?: Promise<boolean>;
  isAsking: boolean;
  /** The last answer. */
  answer?: boolean;
}

/** Guards the buttons and fields of this frame until the signal aborts. */
export function guardClicks({ mark, isCovered, onDecision, signal }: ClickGuardOptions): void {
  const isSeen = tracksVisibility() ? watchFrame(mark, signal) : () => false;
  const during = { signal, capture: true };
  let pointed: Pointed | undefined;
  let isPressed = false;
  /** Whether the click that is being dispatched is one that was held back, and is repeated. */
  let isChecked = false;
  const askAgain = (): void => {
    const about = pointed;
    if (!about || about.isAsking || isPressed || isSeen()) return;
    about.isAsking = true;
    about.isCovered = askUntilQuick(() => isCovered(about.point));
    void about.isCovered.then((answer) => {
      about.answer = answer;
      about.isAsking = false;
    });
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const rest = (): void => clearInterval(timer);
  signal.addEventListener('abort', rest, { once: true });

  document.addEventListener(
    'pointerover',
    (event) => {
      const control = controlOf(event);
      if (control === pointed?.control) return;
      rest();
      pointed = control && { control, point: pointOf(event), isAsking: false };
      if (!control) return;
      isPressed = event.buttons !== 0;
      askAgain();
      timer = setInterval(askAgain, INTERVAL);
    },
    during,
  );
  document.addEventListener(
    'pointermove',
    (event) => {
      if (pointed) pointed.point = pointOf(event);
    },
    { ...during, passive: true },
  );
  // The pointer has left the frame.
  document.documentElement.addEventListener(
    'pointerleave',
    () => {
      rest();
      pointed = undefined;
    },
    { signal },
  );
  for (const [type, isDown] of [
    ['pointerdown', true],
    ['pointerup', false],
    ['pointercancel', false],
  ] as const)
    document.addEventListener(type, () => void (isPressed = isDown), during);
  document.addEventListener(
    'mousedown',
    (event) => {
      // A list of options opens at once: it is refused without waiting for an answer.
      if (!(controlOf(event) instanceof HTMLSelectElement) || isSeen() || pointed?.answer === false) return;
      event.preventDefault();
      if (pointed?.answer) onDecision(true);
    },
    during,
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
      const { target } = event;
      const point = pointOf(event);
      void Promise.all([before, askUntilQuick(() => isCovered(point))]).then((answers) => {
        const isRefused = answers.includes(true);
        onDecision(isRefused);
        if (isRefused || signal.aborted) return;
        isChecked = true;
        target?.dispatchEvent(new MouseEvent('click', event));
        isChecked = false;
      });
    },
    during,
  );
}
