/** Texts about a paper's parts for users. */
import type { Authors, PaperLink, Result } from '@/lib/domain/paper';

/** Authors on one line: the first `shown` names, and the number of others. */
export function foldAuthors(
  authors: Authors | undefined,
  shown = 3,
): {
  readonly text: string;
  readonly more: number;
  /** The names in `text`; empty if it is a number of people or an organisation. */
  readonly names: readonly string[];
} {
  if (!authors) return { text: '', more: 0, names: [] };
  if ('organisation' in authors) return { text: authors.organisation, more: 0, names: [] };
  if ('count' in authors) {
    return { text: authors.count === 1 ? '1 author' : `${authors.count} authors`, more: 0, names: [] };
  }
  // Hiding a single name would save no space.
  const visible = authors.names.length <= shown + 1 ? authors.names : authors.names.slice(0, shown);
  return { text: visible.join(', '), more: authors.names.length - visible.length, names: visible };
}

/** Authors in one text: the first `shown` names and the number of others, "Ada Moss, Bo Reed +3". */
export function authorLine(authors: Authors | undefined, shown: number): string {
  const { text, more } = foldAuthors(authors, shown);
  return more > 0 ? `${text} +${more}` : text;
}

const COUNTS = new Intl.NumberFormat('en');

/** 67000 -> "67,000". */
export const formatCount = (count: number): string => COUNTS.format(count);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2024-07-11" -> "11 Jul 2024"; other text is returned as it is. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
  const month = match ? MONTHS[Number(match[2]) - 1] : undefined;
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : day;
}

/** Hosts of videos, which are linked as demonstrations but cannot be tried out. */
const FILM_HOST = /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)$/;

/** Whether a link leads to a video, whatever its kind. */
export const isFilm = ({ kind, url }: Pick<PaperLink, 'kind' | 'url'>): boolean =>
  kind === 'demo' && FILM_HOST.test(URL.parse(url)?.hostname ?? '');

/** Sites for which the path alone says where a link leads; exact hosts, since there are many look-alikes. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'huggingface.co']);

/** The space in a button, in characters. */
const LONGEST_HOST = 24;

/**
 * The host of a link for a button; undefined if the kind of link makes it obvious. A long one is cut at its
 * beginning, because its owner is at the end: "…om.evil.example".
 */
export function hostToShow(url: string): string | undefined {
  const host = URL.parse(url)?.hostname;
  if (host === undefined || KNOWN_HOSTS.has(host)) return undefined;
  const bare = host.replace(/^www\./, '');
  return bare.length > LONGEST_HOST ? `…${bare.slice(1 - LONGEST_HOST)}` : bare;
}

/**
 * Where a link leads, short enough for a button: "github.com/RobbieHolland/SpecialistVLMs" without its host.
 */
export function shortAddress(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const path = parsed.pathname.replace(/\/+$/, '').slice(1);
  return [hostToShow(url), path].filter(Boolean).join('/') || parsed.hostname;
}

/** A printed value as a number that can be drawn. */
export interface Figure {
  readonly amount: number;
  /** `%` for percentages, `x` for factors; otherwise the unit as printed, often empty. */
  readonly unit: string;
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    double: 2,
    doubles: 2,
    twice: 2,
    triple: 3,
    half: 0.5,
  }),
);
const FIGURE =
  /([-+−–]?)\s?(\d{1,12}(?:,\d{3}){0,3}(?:\.\d{1,12})?)\s?(%|x\b|×|times\b|-?fold\b|[a-z/µ]{0,12})/i;

/** "1.24×10^-4", "10^4", "4e-3". */
const POWER = /^[~≈]?(?:([+-]?\d+(?:\.\d+)?)(?=×|e))?(?:×?10\^(-?\d+)|e([+-]?\d+))$/i;

/** "12 000", "12'000" and "84,25%" in the usual form: no thousands separators, a decimal point. */
const plainDigits = (text: string): string =>
  text
    .replaceAll(/(?<=\d)[ '](?=\d{3}(?!\d))/g, '')
    .replace(/(?<![\d.])(\d{1,3}),(\d{1,2})(?!\d)/, '$1.$2')
    .replace(/^([^\d]?)0,(\d+)/, '$10.$2');

/** The number of a printed value; undefined if there is none ("two orders of magnitude"). */
export function parseFigure(value: string): Figure | undefined {
  const text = value.trim();
  const word = NUMBER_WORDS.get(text.toLowerCase());
  if (word !== undefined) return { amount: word, unit: 'x' };
  const outOf = /^(\d{1,9})\s(?:out of|of)\s(\d{1,9})$/.exec(text) ?? /^(\d{1,9})\/(\d{1,9})$/.exec(text);
  if (outOf && Number(outOf[2]) > 0) {
    return { amount: (100 * Number(outOf[1])) / Number(outOf[2]), unit: '%' };
  }
  // "1 h 20 min" has two units and so no single number.
  if (/\d\s?[a-z]+,?\s(?:and\s)?\d/i.test(text)) return undefined;
  const power = POWER.exec(text);
  if (power) return { amount: Number(`${power[1] ?? '1'}e${power[2] ?? power[3]}`), unit: '' };
  const match = FIGURE.exec(plainDigits(text));
  // "1st" is a rank, for which a bar would be misleading.
  if (!match || /^\d+(?:st|nd|rd|th)\b/i.test(text)) return undefined;
  const amount = Number((match[2] ?? '').replaceAll(',', ''));
  const negative = match[1] !== '' && match[1] !== '+' && match.index === 0;
  const printed = (match[3] ?? '').toLowerCase();
  const times = printed === 'x' || printed === '×' || printed === 'times' || printed.endsWith('fold');
  let unit = times ? 'x' : printed;
  if (unit === 'percent' || unit === 'percentage' || unit === 'points' || unit === 'pp') unit = '%';
  return { amount: negative ? -amount : amount, unit };
}

/** True for a result that is a difference, whose number was not itself reached. */
export const isDifference = ({ kind, bounds }: Result): boolean => kind === 'change' || bounds === 'change';

const BOUND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bup to\b|\bas (?:high|much) as\b/i, 'up to'],
  [/\bat most\b|\bno more than\b/i, 'at most'],
  [/\bat least\b|\bno less than\b/i, 'at least'],
  [/\bas (?:low|little|few) as\b|\bdown to\b/i, 'down to'],
  // "accuracy within 1%" of another's is not an accuracy under 1%.
  [/\bwithin\b/i, 'within'],
  [/\b(?:below|under(?!-)|less than|fewer than)\b|[<≤]/i, 'under'],
  [/\b(?:over|above|more than|exceed\w{0,5}|surpass\w{0,5}|greater than|beyond)\b|[>≥]/i, 'over'],
  [/\b(?:nearly|almost|close to|approach\w{0,5})\b/i, 'nearly'],
  [/\b(?:about|around|approximately|roughly)\b|[~≈]/i, 'about'],
];

/** The word of a bound from its own text: "up to", "over"…; empty if there is none. */
export function boundWord({ anchor, value }: Result): string {
  // "From under 25% to over 80%": words before another number belong to that one, unless this one has none.
  const start = anchor.lastIndexOf(/\d[\d.,]*/.exec(value)?.[0] ?? value);
  const before = anchor.slice(0, Math.max(0, start));
  const own = anchor.slice(before.length - (/\D*$/.exec(before)?.[0].length ?? 0));
  const found = [own, anchor].map((text) => BOUND_WORDS.find(([form]) => form.test(text)));
  return (found[0] ?? found[1])?.[1] ?? '';
}
