/**
 * The card at a citation: opens when the pointer rests on a citation, or with P on a focused one. It shows
 * the entry, what the packs know about the paper, and where else it is cited. The page's own links work as
 * before; B returns from where a link or the card led.
 */
import { isTyping } from '@/lib/dom/is-typing';
import { listenToUser } from '@/lib/dom/listen-to-user';
import { keepInserted } from '@/lib/dom/keep-inserted';
import { watchPointing } from '@/lib/dom/pointing';
import type { Theme } from '@/lib/messages';
import type { PageReferences } from '../page-references';
import type { PlaceMarker } from '../place-marker';
import { makeContent, type CitationCardActions } from './content';
import { placeCard } from './place';
import { createReturn, type Return } from './return';
import type { CitationCardSubjects } from './subjects';
import { createCitationCardView, type CitationCardView } from './view';

/**
 * Hover delays in milliseconds: a pointer that passes by opens nothing, one on its way to the card closes nothing.
 */
const REST = 120;
const LEAVE = 300;
/** After this time on a citation, in milliseconds, the card is prepared, so that it opens without delay. */
const LINGER = 40;

/** What the card needs to know of the page and of papers. */
interface CitationCardOptions {
  readonly references: PageReferences;
  readonly subjects: CitationCardSubjects;
  readonly marker: PlaceMarker;
  readonly theme: () => Theme;
  readonly linkTo: CitationCardActions['linkTo'];
  /** Opens the paper with this id; does nothing if there is none. */
  readonly openPaper: (paperId: string) => void;
  readonly signal: AbortSignal;
}

/** Position of the pointer on a mark: a citation may span two lines. */
type Spot = { readonly x: number; readonly y: number } | undefined;

const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;

/** Handles the page's citations until the signal aborts, then removes the card. */
export function createCitationCard(options: CitationCardOptions): void {
  const { references, subjects, marker, theme, linkTo, openPaper, signal } = options;
  /** Made at the first citation that needs it, since on most pages none does. */
  let made: (CitationCardView & { readonly goingBack: Return }) | undefined;
  const view = (): NonNullable<typeof made> => {
    if (made) return made;
    const elements = createCitationCardView();
    made = { ...elements, goingBack: createReturn(elements.back, marker, { signal }) };
    return made;
  };
  const isCard = (target: EventTarget | null): boolean => made !== undefined && target === made.host;
  let current: Element | undefined;
  /** The mark whose content is in the card, shown or not. */
  let drawn: Element | undefined;
  /** Another work was opened meanwhile. */
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  let spot: Spot;

  const later = (work: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  const isEntered = (): boolean => isCard(document.activeElement);

  /** Hides the card; one that the pointer has begun to wait for opens nevertheless. */
  const hide = (): void => {
    const mark = current;
    const hadFocus = isEntered();
    current = drawn = undefined;
    turn += 1;
    if (made) {
      made.card.hidden = true;
      made.card.replaceChildren();
    }
    if (hadFocus && mark instanceof HTMLElement) mark.focus({ preventScroll: true });
  };
  const close = (): void => {
    clearTimeout(timer);
    clearTimeout(lingering);
    hide();
  };

  const place = (): void => {
    if (!current) return;
    const { top, bottom } = current.getBoundingClientRect();
    if (!current.isConnected || bottom < 0 || top > window.innerHeight) hide();
    else void placeCard(view().card, current, spot);
  };

  const jump: CitationCardActions['jump'] = (target) => {
    const from = current;
    close();
    if (from) view().goingBack.leave(from);
    if (marker.show(target.element) && target.element instanceof HTMLElement)
      target.element.focus({ preventScroll: true });
  };

  /** Renders what is known, and again when more arrives; a work that the user opened stays open. */
  const draw = (mark: Element, first: string | undefined): void => {
    drawn = mark;
    turn += 1;
    const mine = turn;
    const paint = (): void => {
      if (mine !== turn) return;
      const works = subjects
        .worksOf(mark)
        .toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
      view().card.replaceChildren(
        ...makeContent(works, { jump, linkTo, expand: ({ id }) => draw(mark, id) }),
      );
      place();
    };
    paint();
    void subjects.lookUp(mark, first).then(paint);
    void references.readPlaces().then(paint);
  };

  /** Renders the card of a mark without showing it. */
  const prepare = (mark: Element): void => {
    if (drawn === mark) return;
    const { host, setTheme } = view();
    setTheme(theme());
    if (!host.isConnected) keepInserted(host, document.documentElement, { signal, onGiveUp: close });
    draw(mark, undefined);
  };
  const prepareSoon = (mark: Element): void => {
    clearTimeout(lingering);
    lingering = setTimeout(() => {
      // A card that is open for another mark keeps its content.
      if (!current && subjects.worksOf(mark).length > 0) prepare(mark);
    }, LINGER);
  };

  const open = (mark: Element, { enter }: { readonly enter: boolean }): void => {
    clearTimeout(timer);
    if (subjects.worksOf(mark).length === 0) return;
    prepare(mark);
    const { card } = view();
    if (current !== mark || card.hidden) {
      current = mark;
      card.hidden = false;
      place();
    }
    if (enter) card.focus({ preventScroll: true });
  };

  const on = listenToUser({ signal });

  const pointing = watchPointing({ signal });
  on('pointerover', (event) => {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (isCard(event.target)) return clearTimeout(timer);
    const mark = subjects.at(event.target);
    if (!mark || mark === current) return mark && clearTimeout(timer);
    pointing.act(event, () => {
      const { clientX: x, clientY: y } = event;
      // Asked while the hover delay runs.
      void subjects.lookUp(mark, undefined);
      prepareSoon(mark);
      if (!isEntered())
        later(() => {
          spot = { x, y };
          open(mark, { enter: false });
        }, REST);
    });
  });
  on('pointerout', (event) => {
    pointing.forget();
    if (!isCard(event.target) && !(event.target instanceof Element && subjects.at(event.target))) return;
    clearTimeout(timer);
    clearTimeout(lingering);
    if (current && !isEntered()) later(close, LEAVE);
  });
  on('focusin', ({ target }) => {
    const mark = target instanceof Element && !isCard(target) ? subjects.at(target) : undefined;
    if (mark) prepareSoon(mark);
  });
  on('click', (event) => {
    const mark = event.target instanceof Element ? references.markAt(event.target) : undefined;
    const isHere = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (mark && isHere) view().goingBack.leave(mark);
    if (current && !isCard(event.target)) close();
  });
  on('focusout', (event) => {
    // The focus left the card, for example by a click elsewhere.
    if (isCard(event.target) && current && event.relatedTarget !== null) close();
  });

  /** The mark to which a key refers: the focused one, or the one whose card is open. */
  const markOfKey = (): Element | undefined => {
    const focused = document.activeElement;
    return (focused && !isCard(focused) ? subjects.at(focused) : undefined) ?? current;
  };
  const controls = (): HTMLElement[] => [...view().card.querySelectorAll<HTMLElement>('a, button')];
  const moveFocus = (step: number): void => {
    const all = controls();
    const at = all.findIndex((each) => each === view().focused());
    const next = at === -1 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length;
    all[next]?.focus();
  };
  /** Handles a key in the card; true if it was used. */
  const pressInCard = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (key === 'tab') moveFocus(event.shiftKey ? -1 : 1);
    else if (key === 'arrowdown' || key === 'arrowup') moveFocus(key === 'arrowdown' ? 1 : -1);
    else if (key === 'o')
      openPaper(view().card.querySelector('[data-open]')?.getAttribute('data-open') ?? '');
    else if (key === 'b') close();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (key === 'escape' && current) {
      close();
      return true;
    }
    if (isEntered()) return pressInCard(event);
    if (key === 'b') return made?.goingBack.go() ?? false;
    const mark = key === 'p' ? markOfKey() : undefined;
    // Enter on a citation follows the site's own link; the click handler above sees its click.
    if (!mark) return false;
    spot = undefined;
    open(mark, { enter: true });
    return true;
  };
  on('keydown', (event) => {
    if (!isPlain(event) || isTyping(event.target) || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  window.addEventListener('scroll', place, { signal, passive: true, capture: true });
  window.addEventListener('resize', place, { signal, passive: true });
  signal.addEventListener('abort', close, { once: true });
}
