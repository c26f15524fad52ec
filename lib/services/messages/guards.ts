/** Shapes of what crosses between contexts, checked where it arrives. Hand-written: they live in the page script. */
import type { ListingEntry, Page } from '@/lib/domain/page';
import type { PageChange, Theme } from './types';

/** Says whether a value that came from elsewhere has the shape `T`. */
export type Guard<T> = (value: unknown) => value is T;

/** A plain object, so that its keys may be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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

export const isAnchor: Guard<{ readonly anchor: string }> = (value): value is { readonly anchor: string } =>
  isRecord(value) && isText(value['anchor'], LONGEST_ANCHOR);

export const isToggle: Guard<{ readonly focus: boolean }> = (value): value is { readonly focus: boolean } =>
  isRecord(value) && typeof value['focus'] === 'boolean';

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

export const isEntries: Guard<{ readonly entries: readonly ListingEntry[] }> = (
  value,
): value is { readonly entries: readonly ListingEntry[] } =>
  isRecord(value) &&
  Array.isArray(value['entries']) &&
  value['entries'].length <= MOST_ENTRIES &&
  value['entries'].every(isEntry);

type CardSize = { readonly nonce: string; readonly paperId: string; readonly height: number };

export const isCardSize: Guard<CardSize> = (value): value is CardSize =>
  isRecord(value) && isText(value['paperId'], 40) && Number.isFinite(value['height']) && isNonce(value);
