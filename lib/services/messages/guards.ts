/** Shapes of what crosses between contexts, checked where it arrives. Hand-written: they live in the page script. */
import { isRecord } from '@/lib/domain/is-record';
import type { ListingEntry, Page } from '@/lib/domain/page';
import type { PageChange, Theme } from './types';

/** Says whether a value that came from elsewhere has the shape `T`. */
export type Guard<T> = (value: unknown) => value is T;

/** A message that carries nothing; JSON turns `undefined` members into absent or null ones. */
export const isAbsent: Guard<undefined> = (value): value is undefined =>
  value === undefined || value === null;

/** An answer that says yes or no under a name. */
export function hasFlag<Key extends string>(key: Key): Guard<{ readonly [K in Key]: boolean }> {
  return (value): value is { readonly [K in Key]: boolean } =>
    isRecord(value) && typeof value[key] === 'boolean';
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const isTheme = (value: unknown): value is Theme | undefined =>
  value === undefined || value === 'light' || value === 'dark';

/** Longest anchor that is looked for: an anchor is a number and a few words round it. */
const LONGEST_ANCHOR = 500;

/** Words to be shown on the page. */
export const isAnchor: Guard<{ readonly anchor: string }> = (value): value is { readonly anchor: string } =>
  isRecord(value) && isText(value['anchor'], LONGEST_ANCHOR);

/** A wish to open or fold the sidebar. */
export const isToggle: Guard<{ readonly focus: boolean }> = (value): value is { readonly focus: boolean } =>
  isRecord(value) && typeof value['focus'] === 'boolean';

/** A frame's nonce, as our script put it into the frame's address; a UUID has 36 characters. */
export const isNonce: Guard<{ readonly nonce: string }> = (value): value is { readonly nonce: string } =>
  isRecord(value) && isText(value['nonce'], 64);

const isVersion = (value: unknown): value is number | undefined =>
  value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);

/** Kind and id are text here; whoever shows a paper looks its id up and finds none where it is not an id. */
function isPage(value: unknown): value is Page {
  return (
    isRecord(value) &&
    isText(value['kind'], 16) &&
    (value['paperId'] === undefined || isText(value['paperId'], 40)) &&
    isVersion(value['version'])
  );
}

/** News of a tab's page. */
export const isPageChange: Guard<PageChange> = (value): value is PageChange =>
  isRecord(value) && isPage(value['page']) && isTheme(value['theme']);

/** Most entries in one message, and longest text in one of them. */
const MOST_ENTRIES = 64;
const LONGEST_TEXT = 20_000;

const isOptionalText = (value: unknown): boolean => value === undefined || isText(value, LONGEST_TEXT);

const isOptionalTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => isText(item, LONGEST_TEXT)));

/** The id is text here, as in `isPage`. */
export function isEntry(value: unknown): value is ListingEntry {
  return (
    isRecord(value) &&
    isText(value['paperId'], 40) &&
    isVersion(value['version']) &&
    isText(value['title'], LONGEST_TEXT) &&
    ['abstract', 'comments'].every((key) => isOptionalText(value[key])) &&
    [undefined, 'new', 'cross-list', 'replaced'].some((status) => status === value['status']) &&
    ['authors', 'categories'].every((key) => isOptionalTexts(value[key]))
  );
}

/** Entries of a listing, at most as many as one question may ask about. */
export const isEntries: Guard<{ readonly entries: readonly ListingEntry[] }> = (
  value,
): value is { readonly entries: readonly ListingEntry[] } =>
  isRecord(value) &&
  Array.isArray(value['entries']) &&
  value['entries'].length <= MOST_ENTRIES &&
  value['entries'].every(isEntry);

type CardSize = { readonly nonce: string; readonly paperId: string; readonly height: number };

/** A card's height in CSS pixels, with the frame and paper that it is of. */
export const isCardSize: Guard<CardSize> = (value): value is CardSize =>
  isRecord(value) && isText(value['paperId'], 40) && Number.isFinite(value['height']) && isNonce(value);
