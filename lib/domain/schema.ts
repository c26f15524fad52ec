/**
 * Schemas as data. A value's type, the guard in the extension and the checks of source files
 * (`data/build/schema.ts`) are all derived from one schema.
 */
import { parseArxivId } from './arxiv-id';
import type { Guard } from './guard';
import { isRecord } from './is-record';

declare const holds: unique symbol;

/** Rules for texts from any source. */
export const TEXT_RULES = {
  https: (text: string) => text.startsWith('https://'),
  paperId: (text: string) => {
    const parsed = parseArxivId(text);
    return parsed !== undefined && parsed.id === text && parsed.version === undefined;
  },
} as const;

type TextRule = keyof typeof TEXT_RULES;

/** Names of rules for texts in source files, which `data/build/schema.ts` has. */
export type WritingRule = 'plain' | 'day' | 'doi';

/**
 * The possible values. `written`, `most`, `least` and `distinct` are rules for source files only: guards
 * ignore them, so that no stored paper is refused for its style. `most` of a text counts UTF-16 code units.
 */
export type Form =
  | { readonly is: 'text'; readonly rule?: TextRule; readonly written?: WritingRule; readonly most?: number }
  | { readonly is: 'number'; readonly above?: number; readonly most?: number }
  | { readonly is: 'whole'; readonly least: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'nullable'; readonly of: Form }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly of: Form; readonly least?: number; readonly distinct?: boolean }
  | { readonly is: 'pair'; readonly first: Form; readonly second: Form }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Form>> }
  | { readonly is: 'either'; readonly of: readonly Form[] }
  | { readonly is: 'optional'; readonly of: Form };

/** A form for values of type `T`. */
type Schema<T> = Form & { readonly [holds]?: T };

/** The type of a schema's values. */
export type ValueOf<S> = S extends { readonly [holds]?: infer T } ? T : never;

type Fields = Readonly<Record<string, Form>>;
type Holds<S> = S extends { readonly is: 'optional' } ? true : false;

/** An object's type: fields keep the comments of their schemas, and optional ones may be absent. */
type FieldsOf<F extends Fields> = {
  readonly [Name in keyof F as Holds<F[Name]> extends true ? never : Name]: ValueOf<F[Name]>;
} & {
  readonly [Name in keyof F as Holds<F[Name]> extends true ? Name : never]?: ValueOf<F[Name]> | undefined;
};

/** A text; `T` narrows its type if a rule guarantees that. */
// @__NO_SIDE_EFFECTS__
export const text = <T extends string = string>(
  limits: { rule?: TextRule; written?: WritingRule; most?: number } = {},
): Schema<T> => ({ is: 'text', ...limits });

/** A finite number. */
export const number = (limits: { above?: number; most?: number } = {}): Schema<number> => ({
  is: 'number',
  ...limits,
});

/** A whole number, at least `least`. */
export const whole = (least: number): Schema<number> => ({ is: 'whole', least });

/** True or false. */
export const yesOrNo: Schema<boolean> = { is: 'boolean' };

/** The value, or null. */
export const nullable = <T>(of: Schema<T>): Schema<T | null> => ({ is: 'nullable', of });

/** One of these texts. */
export const choice = <const T extends string>(of: readonly T[]): Schema<T> => ({ is: 'choice', of });

/** A list; with `distinct` no item may be repeated. */
// @__NO_SIDE_EFFECTS__
export const list = <T>(
  of: Schema<T>,
  limits: { least?: number; distinct?: boolean } = {},
): Schema<readonly T[]> => ({ is: 'list', of, ...limits });

/** A list of exactly these two. */
export const pair = <A, B>(first: Schema<A>, second: Schema<B>): Schema<readonly [A, B]> => ({
  is: 'pair',
  first,
  second,
});

/** An object with these fields. Other fields are errors in a source file, and ignored by a guard. */
// @__NO_SIDE_EFFECTS__
export const object = <const F extends Fields>(fields: F): Schema<FieldsOf<F>> & { readonly fields: F } => ({
  is: 'object',
  fields,
});

/** Any of these. */
export const either = <T extends readonly unknown[]>(
  ...of: { readonly [At in keyof T]: Schema<T[At]> }
): Schema<T[number]> => ({ is: 'either', of });

/** A field that may be absent. */
// @__NO_SIDE_EFFECTS__
export const optional = <T>(of: Schema<T>): Schema<T> & { readonly is: 'optional' } => ({
  is: 'optional',
  of,
});

/** Whether a value conforms to the form, ignoring the rules for source files. */
export function conforms(form: Form, value: unknown): boolean {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' && (form.rule === undefined || TEXT_RULES[form.rule](value));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'nullable':
      return value === null || conforms(form.of, value);
    case 'choice':
      return typeof value === 'string' && form.of.includes(value);
    case 'list':
      return Array.isArray(value) && value.every((item) => conforms(form.of, item));
    case 'pair':
      return (
        Array.isArray(value) &&
        value.length === 2 &&
        conforms(form.first, value[0]) &&
        conforms(form.second, value[1])
      );
    case 'object':
      return isRecord(value) && Object.entries(form.fields).every(([name, of]) => conforms(of, value[name]));
    case 'either':
      return form.of.some((of) => conforms(of, value));
    case 'optional':
      break;
  }
  return value === undefined || conforms(form.of, value);
}

/** The guard of a schema. */
export const guardOf =
  <T>(schema: Schema<T>): Guard<T> =>
  (value): value is T =>
    conforms(schema, value);

/** The fields that the schema names and no others; absent ones stay absent. */
export function pick<F extends Fields>(fields: F, value: FieldsOf<F>): FieldsOf<F>;
export function pick(fields: Fields, value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([name, member]) => Object.hasOwn(fields, name) && member !== undefined),
  );
}
