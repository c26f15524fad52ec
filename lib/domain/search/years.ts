/** The values of a `year:` filter: a year, the beginning of one, a month, or a range in several notations. */
import { dayOf } from './build';

/** Days since 1970, both ends inclusive. */
interface DayRange {
  readonly from: number;
  readonly to: number;
}

const RANGE = /^(?<from>\d{4})?(?<dots>\.\.)?(?<to>\d{1,4})?$/;
const LAST_DAY = 0xffff;

/** Converts other notations of a range: ">2023", "<=2023", "2022-2024", with any dash. */
const asRange = (value: string): string => {
  const { sign, equal, year } = /^(?<sign>[<>])(?<equal>=?)(?<year>\d{4})$/.exec(value)?.groups ?? {};
  if (year === undefined) return value.replace(/^(\d{4})[-‐-–—](\d{4})$/, '$1..$2');
  const step = equal === '=' ? 0 : 1;
  return sign === '>' ? `${Number(year) + step}..` : `..${Number(year) - step}`;
};

const firstDay = (year: number, month: number): number =>
  Math.floor(Date.UTC(year, month - 1, 1) / 86_400_000);

/** The days covered by the beginning of a date: "202", "2024", "2024-0", "2024-05". */
const daysOfPrefix = (prefix: string): DayRange => {
  const [year = '', month = ''] = prefix.split('-');
  const first = Number(year.padEnd(4, '0'));
  const last = Number(year.padEnd(4, '9'));
  if (month === '') return { from: firstDay(first, 1), to: firstDay(last + 1, 1) - 1 };
  const from = Math.max(1, Number(month.padEnd(2, '0')));
  const to = month.length === 2 ? from : Math.min(12, Number(`${month}9`));
  return { from: dayOf(`${year}-${String(from).padStart(2, '0')}`), to: firstDay(first, to + 1) - 1 };
};

/** The days of a written year or range; undefined if it is not valid. */
export const yearRange = (written: string): DayRange | undefined => {
  const value = asRange(written);
  if (/^\d{1,4}$|^\d{4}-\d{0,2}$|^\d{1,4}\.$/.test(value)) return daysOfPrefix(value.replace(/\.$/, ''));
  const { from, dots, to } = RANGE.exec(value)?.groups ?? {};
  if (dots === undefined || (from === undefined && to !== undefined && to.length < 4)) return undefined;
  // The second year of "2022..20" is still being typed.
  const isOpen = to === undefined || to.length < 4;
  return {
    from: from === undefined ? 1 : firstDay(Number(from), 1),
    to: isOpen ? LAST_DAY : firstDay(Number(to) + 1, 1) - 1,
  };
};
