/**
 * The content of the card: the works of a citation. Only text nodes and plain elements are made, so no text
 * of a page becomes markup.
 */
import { plainMath } from '@/lib/domain/describe/math';
import { lineParts } from '@/lib/domain/entry';
import type { Reference } from '@/lib/domain/references';
import { countPlaces } from '@/lib/domain/references/places';
import { markOf, partWords } from '@/lib/shared/listing/line-texts';
import type { KnownPaper } from '@/lib/messages/full-text';
import { t, tCount, type TextKey } from '@/lib/shared/texts';
import type { CitationPlace } from '../page-references';
import { make, makeKey } from './view';

/** One work in the card. */
export interface CitationCardWork {
  /** Identifies it among the works of the card. */
  readonly id: string;
  /** Undefined if the page has no such entry. */
  readonly entry: Omit<Reference, 'citedAt'> | undefined;
  /** The key of an entry that is missing. */
  readonly key: string;
  /** Undefined until the whole page has been read; empty for a link that is not a citation. */
  readonly places: readonly CitationPlace[] | undefined;
  /** Undefined until it is known; null if no pack has the paper. */
  readonly known: KnownPaper | null | undefined;
}

/** What the card's controls and links do. */
export interface CitationCardActions {
  readonly jump: (place: CitationPlace) => void;
  readonly expand: (work: CitationCardWork) => void;
  /** Attributes of a link to a paper's page. */
  readonly linkTo: (
    paperId: KnownPaper['paperId'],
    kind: 'paper' | 'pdf',
  ) => { href: string; target: string };
}

const SOURCES: Readonly<Record<ReturnType<typeof markOf>, TextKey>> = {
  curated: 'citationCard_inTheCatalogue',
  automatic: 'citationCard_inThePack',
  met: 'citationCard_met',
  page: 'citationCard_inThePack',
  title: 'citationCard_inThePack',
};

/** A control outside the page's tab order; the card's own keys move between them. */
function makeControl<Element extends HTMLElement>(element: Element): Element {
  element.tabIndex = -1;
  return element;
}

function makeLink(
  { href, target }: { readonly href: string; readonly target: string },
  text: string,
): HTMLAnchorElement {
  const link = makeControl(make('a', '', text));
  link.href = href;
  link.target = target;
  link.rel = 'noreferrer';
  return link;
}

/** "Annotated by hand: AUROC 0.91 · Code · Report generation · saved" */
function makeKnown({ line, title }: KnownPaper, isTitleShown: boolean): HTMLElement {
  const parts = lineParts(line)
    .filter(({ kind }) => kind !== 'known')
    .map(partWords);
  const words = [...parts, ...(line.marks?.saved ? [t('citationCard_saved')] : [])].join(' · ');
  return make(
    'p',
    'known',
    make('strong', '', t(SOURCES[markOf(line)])),
    ...(isTitleShown ? [] : [`: ${plainMath(title)}`]),
    words === '' ? '' : ` · ${words}`,
  );
}

/** "Cited 4 times: 1, 3.2, 5 ×2", each place a button that scrolls to its first citation. */
function makeCited(places: readonly CitationPlace[], { jump }: CitationCardActions): HTMLElement {
  const row = make('p', 'row cited', tCount('citationCard_cited', places.length));
  for (const { place, count, first } of countPlaces(places.map((each) => each.place))) {
    const name = place === '' ? t('citationCard_inTheText') : place;
    const button = makeControl(make('button', '', count > 1 ? `${name} ×${count}` : name));
    button.type = 'button';
    button.title = t('citationCard_goTo', name);
    const target = places[first];
    if (target) button.addEventListener('click', () => jump(target));
    row.append(button);
  }
  return row;
}

function makeLinks(
  work: CitationCardWork,
  { linkTo }: CitationCardActions,
  isFirst: boolean,
): HTMLElement | undefined {
  const paperId = work.known?.paperId ?? work.entry?.paperId;
  if (paperId === undefined) return undefined;
  const open = makeLink(linkTo(paperId, 'paper'), t('citationCard_open'));
  if (isFirst) {
    open.append(makeKey('O'));
    open.setAttribute('aria-keyshortcuts', 'o');
    open.setAttribute('data-open', paperId);
  }
  const row = make('p', 'row', open, makeLink(linkTo(paperId, 'pdf'), t('citationCard_pdf')));
  const code = work.known?.code;
  if (code !== undefined) row.append(makeLink({ href: code, target: '_blank' }, t('badge_code')));
  return row;
}

/** A work in full. */
function makeWork(work: CitationCardWork, actions: CitationCardActions, isFirst: boolean): HTMLElement {
  const { entry, known, places } = work;
  const element = make('section', 'work');
  if (!entry) {
    element.append(make('p', 'title', t('citationCard_missing', work.key)));
    return element;
  }
  const heading = make('p', 'title');
  if (entry.key !== '') heading.append(make('span', 'key', entry.key));
  const title = entry.title ?? known?.title;
  if (title !== undefined) heading.append(plainMath(title));
  element.append(heading);
  if (entry.text !== '') element.append(make('p', 'entry', plainMath(entry.text)));
  if (known) element.append(makeKnown(known, title !== undefined));
  const links = makeLinks(work, actions, isFirst);
  if (links) element.append(links);
  if (places && places.length > 0) element.append(makeCited(places, actions));
  return element;
}

/** Another work of the same citation, as a line that opens it. */
function makeLine(work: CitationCardWork, { expand }: CitationCardActions): HTMLElement {
  const { entry } = work;
  if (!entry) return make('section', 'work', make('p', 'entry', t('citationCard_missing', work.key)));
  const key = make('span', 'key', entry.key);
  const button = makeControl(make('button', 'more', key, plainMath(entry.title ?? entry.text.slice(0, 160))));
  button.type = 'button';
  button.addEventListener('click', () => expand(work));
  return make('section', 'work', button);
}

/** The card's content: the work under the pointer in full, the others as a line each. */
export function makeContent(
  works: readonly CitationCardWork[],
  actions: CitationCardActions,
): readonly HTMLElement[] {
  return works.map((work, at) => (at === 0 ? makeWork(work, actions, true) : makeLine(work, actions)));
}
