/** A paper that the user met: its page was open, or its abstract was in a list that they visited. */
import { isRecord } from '@/lib/domain/is-record';
import { isTime, read, readKnownPaper, readTerms, type KnownPaper, type PaperTerms } from './known-paper';

/** A paper met. */
export interface MetPaper extends KnownPaper {
  /** The last time it was met, ISO 8601 in UTC. */
  readonly metAt: string;
}

/** A paper met with its terms, as one stored record. */
interface MetRecord extends MetPaper, PaperTerms {}

/** For how many days papers met are remembered, by the setting; 0 means not at all. */
export const MET_DAYS = { off: 0, week: 7, month: 30, quarter: 90, year: 365 } as const;

/** Most papers that are remembered; the newest are kept. A day's list of a large field has some hundreds. */
export const MOST_MET = 20_000;

/** Terms kept of each paper, a third of what is kept of a saved one: enough to find and compare it. */
export const TERMS_OF_MET = 40;

/** The record of a paper met at the time `now`. */
export const meetPaper = (known: KnownPaper, { terms, readFrom }: PaperTerms, now: string): MetRecord => ({
  ...known,
  provenance: 'met',
  terms: terms.slice(0, TERMS_OF_MET),
  readFrom,
  metAt: now,
});

/** The paper met and its terms in a stored record; undefined if it has no arXiv id. */
export function readMetPaper(
  stored: unknown,
): { paper: MetPaper; terms: PaperTerms | undefined } | undefined {
  const known = readKnownPaper(stored);
  if (!known || !isRecord(stored)) return undefined;
  const metAt = read(stored['metAt'], isTime, new Date(0).toISOString());
  return { paper: { ...known, provenance: 'met', metAt }, terms: readTerms(stored) };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of a time, `YYYY-MM-DD`, in the user's time zone. */
export function dayOf(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whether a paper met before must be written again: on another day, or after another version was read. */
export const isNewsOf = (before: MetPaper | undefined, met: MetPaper): boolean =>
  before === undefined ||
  dayOf(before.metAt) !== dayOf(met.metAt) ||
  before.readVersion !== met.readVersion ||
  before.title !== met.title;
