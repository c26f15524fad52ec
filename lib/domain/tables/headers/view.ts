/** A header as its tests see it: in its level, its table, and beside what the caption says. */
import type { Body } from '../body';
import { cornerOf, type Axis } from '../levels';
import type { Header, HeaderLevel, Sense } from './facts';

/** What a caption says of the whole table. */
export interface SaidOfTable {
  readonly caption: string;
  /** How many metrics it names. */
  readonly metrics: number;
  /** The data that it names. */
  readonly data: string | undefined;
  /** Whether a line averages the others and names their metric. */
  readonly hasAverage: boolean;
  /** Where the metric of numbers without one of their own comes from; undefined if there is none. */
  readonly fallback: 'table' | 'caption' | 'text' | 'convention' | undefined;
}

/** A header in its table. */
export interface HeaderView {
  readonly header: Header;
  readonly own: HeaderLevel;
  /** The other headers of its level. */
  readonly others: readonly Header[];
  readonly outer: HeaderLevel | undefined;
  readonly inner: HeaderLevel | undefined;
  /** All levels but its own. */
  readonly levels: readonly HeaderLevel[];
  readonly systems: Axis;
  /** The level of the systems on their side. */
  readonly systemLevel: number;
  readonly body: Body;
  readonly said: SaidOfTable;
}

/** The share of some headers with a sense. */
export const share = (headers: readonly Header[], test: (sense: Sense) => boolean): number =>
  headers.length === 0 ? 0 : headers.filter(({ sense }) => test(sense)).length / headers.length;
/** Whether half the headers of a level have a sense. */
export const areMost = (level: HeaderLevel | undefined, test: (sense: Sense) => boolean): boolean =>
  level !== undefined && share(level.headers, test) >= 0.5;
/** Whether a header of a level has a sense. */
export const holds = (level: HeaderLevel | undefined, test: (sense: Sense) => boolean): boolean =>
  level !== undefined && share(level.headers, test) > 0;

/** A metric by its words. */
export const isMetric = (sense: Sense): boolean => sense.isMetric;
/** A metric of results and no cost. */
export const isOfResults = (sense: Sense): boolean => sense.isMetric && !sense.isCost;
/** A known name of data. */
export const isData = (sense: Sense): boolean => sense.isData;
/** A number alone. */
export const isNumber = (sense: Sense): boolean => sense.isNumber;

const cornerBeside = ({ own, body }: HeaderView): string =>
  cornerOf(body, own.axis === 'rows' ? own.level : 0);
/** Whether the head of a header's column or row says something. */
export const hasHead =
  (axis: Axis, test: (head: string) => boolean) =>
  (view: HeaderView): boolean =>
    view.own.axis === axis && test(cornerBeside(view));
