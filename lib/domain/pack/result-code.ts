/** A result as a short array: its texts, and its choices as letters. Trailing empty items are left out. */
import { boundWord } from '@/lib/domain/describe';
import { BOUNDED_KINDS, DIRECTIONS, RESULT_KINDS, RESULT_ROLES, WAYS } from '@/lib/domain/paper';
import type { Result } from '@/lib/domain/paper';

const YES_NO = [true, false] as const;

/** Choices in the order of their letters: `a` is the first of each list, `-` means none. */
const CHOICES = [RESULT_KINDS, RESULT_ROLES, WAYS, DIRECTIONS, BOUNDED_KINDS, YES_NO] as const;

const letterOf = (choices: readonly unknown[], value: unknown): string =>
  value === undefined ? '-' : String.fromCharCode(97 + choices.indexOf(value));

const choiceOf = <T>(choices: readonly T[], letter: string | undefined): T | undefined =>
  letter === undefined || letter === '-' ? undefined : choices[letter.charCodeAt(0) - 97];

/**
 * `[letters, value, metric, data, target, system, comparedWith, bound]`. Of the anchor only "up to", "over"
 * and similar words are kept.
 */
export const encodeResult = (result: Result): readonly (string | number)[] => {
  const { kind, role, way, better, bounds, improves } = result;
  const chosen = [kind, role, way, better, bounds, improves];
  const letters = CHOICES.map((choices, at) => letterOf(choices, chosen[at])).join('');
  const parts: (string | number)[] = [
    letters.replace(/-+$/, ''),
    result.value,
    result.metric ?? '',
    result.data ?? '',
    result.target ?? '',
    result.system ?? '',
    result.comparedWith ?? '',
    boundWord(result),
  ];
  while (parts.at(-1) === '') parts.pop();
  return parts;
};

/** Undefined if the array was not made by `encodeResult`. */
export const decodeResult = (parts: unknown): Result | undefined => {
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 8) return undefined;
  const [
    letters,
    value,
    metric = '',
    data = '',
    target = '',
    system = '',
    comparedWith,
    bound = '',
  ]: unknown[] = parts;
  const texts = [metric, data, target, system, bound];
  if (typeof letters !== 'string' || typeof value !== 'string') return undefined;
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const kind = choiceOf(RESULT_KINDS, letters[0]);
  const role = choiceOf(RESULT_ROLES, letters[1]);
  if (kind === undefined || role === undefined || value === '') return undefined;
  const named = { data, target, system, way: choiceOf(WAYS, letters[2]) };
  const chosen = {
    better: choiceOf(DIRECTIONS, letters[3]),
    bounds: choiceOf(BOUNDED_KINDS, letters[4]),
    improves: choiceOf(YES_NO, letters[5]),
  };
  const present = Object.fromEntries(
    Object.entries({ ...named, ...chosen }).filter(([, each]) => each !== '' && each !== undefined),
  );
  return {
    ...present,
    ...(typeof comparedWith === 'number' && { comparedWith }),
    metric: metric === '' || typeof metric !== 'string' ? null : metric,
    value,
    kind,
    role,
    // If no anchor was kept, the page is searched for the value.
    anchor: bound === '' ? value : `${String(bound)} ${value}`,
  };
};
