/**
 * Type guards for values from outside: messages, storage, files. Small guards are composed into larger ones,
 * and a missing field is a compile error. They run on every page, where a schema library would be too large.
 */
import { isRecord } from './is-record';

/** Decides whether a value has the type `T`. */
export type Guard<T> = (value: unknown) => value is T;

/** The type that a guard checks for. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

/** Text of at most `longest` UTF-16 code units. A type narrower than string is not checked. */
// @__NO_SIDE_EFFECTS__
export function text<T extends string = string>(longest = Infinity): Guard<T> {
  return (value): value is T => typeof value === 'string' && value.length <= longest;
}

/** True for true and false. */
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** True for finite numbers. */
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

/** True for safe integers. */
export const isInteger: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/**
 * True for `undefined`, and for null, into which messages convert it
 * (https://developer.chrome.com/docs/extensions/develop/concepts/messaging).
 */
export const isAbsent: Guard<undefined> = (value): value is undefined =>
  value === undefined || value === null;

/** True for any value. */
export const isAnything: Guard<unknown> = (_value): _value is unknown => true;

/** Accepts exactly these values. */
// @__NO_SIDE_EFFECTS__
export function oneOf<const T>(choices: readonly T[]): Guard<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

/** Accepts `undefined` and what the guard accepts, but not null. */
// @__NO_SIDE_EFFECTS__
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** Accepts what any of the guards accepts. */
// @__NO_SIDE_EFFECTS__
export function anyOf<T extends readonly unknown[]>(
  ...guards: { readonly [Index in keyof T]: Guard<T[Index]> }
): Guard<T[number]> {
  return (value): value is T[number] => guards.some((guard) => guard(value));
}

/** Accepts a list of at most `most` items that the guard accepts. */
// @__NO_SIDE_EFFECTS__
export function list<T>(guard: Guard<T>, most = Infinity): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every((item) => guard(item));
}

/** Accepts an object whose fields pass their guards; other fields are ignored. */
// @__NO_SIDE_EFFECTS__
export function shape<T extends object>(members: {
  readonly [Name in keyof T]-?: Guard<T[Name]>;
}): Guard<Readonly<T>> {
  const checks = Object.entries<Guard<unknown>>(members);
  return (value): value is Readonly<T> =>
    isRecord(value) && checks.every(([name, guard]) => guard(value[name]));
}
