/**
 * Type guards for values from outside: messages, storage, files. Small guards compose into larger ones, and a member
 * that the type has and its guard lacks is a compile error. They run on every page, where a schema library would be
 * too large.
 */
import { isRecord } from './is-record';

/** Says whether a value has the type `T`. */
export type Guard<T> = (value: unknown) => value is T;

/** The type that a guard vouches for. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

/** Text of at most `longest` UTF-16 units. A narrower type than string is taken on trust. */
// @__NO_SIDE_EFFECTS__
export function text<T extends string = string>(longest = Infinity): Guard<T> {
  return (value): value is T => typeof value === 'string' && value.length <= longest;
}

/** Yes or no. */
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** A number that is one: neither NaN nor infinite. */
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

/** A whole number that arithmetic keeps exact. */
export const isInteger: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/**
 * `undefined`, or null, which messages turn it into
 * (https://developer.chrome.com/docs/extensions/develop/concepts/messaging).
 */
export const isAbsent: Guard<undefined> = (value): value is undefined =>
  value === undefined || value === null;

/** Whatever it is. */
export const isAnything: Guard<unknown> = (_value): _value is unknown => true;

/** One of these very values. */
// @__NO_SIDE_EFFECTS__
export function oneOf<const T>(choices: readonly T[]): Guard<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

/** `undefined`, or what the guard takes; null is neither. */
// @__NO_SIDE_EFFECTS__
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** What any of the guards takes. */
// @__NO_SIDE_EFFECTS__
export function anyOf<T extends readonly unknown[]>(
  ...guards: { readonly [Index in keyof T]: Guard<T[Index]> }
): Guard<T[number]> {
  return (value): value is T[number] => guards.some((guard) => guard(value));
}

/** A list of at most `most` items that the guard takes. */
// @__NO_SIDE_EFFECTS__
export function list<T>(guard: Guard<T>, most = Infinity): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every((item) => guard(item));
}

/** An object whose members pass their guards; others in it are not looked at. */
// @__NO_SIDE_EFFECTS__
export function shape<T extends object>(members: {
  readonly [Name in keyof T]-?: Guard<T[Name]>;
}): Guard<Readonly<T>> {
  const checks = Object.entries<Guard<unknown>>(members);
  return (value): value is Readonly<T> =>
    isRecord(value) && checks.every(([name, guard]) => guard(value[name]));
}
