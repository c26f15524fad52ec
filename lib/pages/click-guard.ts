/**
 * Refuses clicks in a frame of the extension that pass through something that the page has put over it
 * ("clickjacking").
 *
 * Chromium's IntersectionObserver can confirm that nothing covers a frame (`trackVisibility`,
 * https://w3c.github.io/IntersectionObserver/v2/). It is conservative: it does not confirm this either if a
 * filter applies to the whole page, as with a dark-mode extension, or if another extension's button covers a
 * corner of the frame. So its answer alone is no reason to refuse: then the script on the page is asked whether
 * something covers the very point of the click, hides it and lets clicks through. Firefox does not track
 * visibility, so that script is asked about every click.
 *
 * The script is asked from the moment when the pointer enters a control until it is pressed, because the page
 * notices the press (its window loses the focus) and could remove its layer before the click. To lure a user
 * into a click, a layer has to be visible for longer than the interval between two checks. Keys are never
 * refused, since a page cannot press them.
 */

/**
 * Controls that copy or store something, and their labels; links are left out because the page could open their
 * targets itself.
 */
const CONTROLS = 'button, select, input, textarea, label';

/** Milliseconds between two checks of the control under the pointer. */
const INTERVAL = 250;

/**
 * A slower answer, in milliseconds, does not count for the moment of the question: a page can be busy on
 * purpose while its layer is visible. The question is then repeated.
 */
const QUICK = 250;

/** After this many milliseconds without a quick answer, the click is refused. */
const LONGEST = 4000;

/** A point of the frame, as fractions of its width and height. */
interface FramePoint {
  readonly x: number;
  readonly y: number;
}

/** Options of an observer with visibility tracking, which TypeScript's DOM library does not have yet. */
interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

/**
 * Tracks whether the browser confirms that nothing covers this frame, by an element in it; true until it does
 * not.
 */
function watchFrame(mark: Element, signal: AbortSignal): () => boolean {
  let isSeen = true;
  const options: VisibilityInit = { trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((records) => {
    const record = records.at(-1);
    if (!record || !('isVisible' in record)) return;
    isSeen = record.isVisible === true || !record.isIntersecting;
    // For tests, which wait for this attribute.
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

/** Options of the guard. */
interface ClickGuardOptions {
  /** An element of the frame that nothing of the extension covers. */
  readonly mark: Element;
  /** Asks the script on the page about a point; undefined if there is no answer. */
  readonly isCovered: (point: FramePoint) => Promise<boolean | undefined>;
  /** Called when a click was refused, which the user is told, or allowed after a check. */
  readonly onDecision: (isRefused: boolean) => void;
  readonly signal: AbortSignal;
}

/** Whether the browser can confirm that nothing covers an element. */
const tracksVisibility = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Repeats the question until an answer is quick. True if the point is covered, or there is no such answer:
 * every panel in a frame has a script on its page, so without one, or if the page is too busy, clicks are
 * refused.
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
  /** The latest question about it. */
  isCovered?: Promise<boolean>;
  isAsking: boolean;
  /** The latest answer. */
  answer?: boolean;
}

/** Guards the buttons and fields of this frame until the signal aborts. */
export function guardClicks({ mark, isCovered, onDecision, signal }: ClickGuardOptions): void {
  const isSeen = tracksVisibility() ? watchFrame(mark, signal) : () => false;
  const during = { signal, capture: true };
  let pointed: Pointed | undefined;
  let isPressed = false;
  /** Whether the click being dispatched is the repetition of one that was held back. */
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
      // A list of options opens immediately, so it is refused without waiting for an answer.
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
