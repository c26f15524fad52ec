/** Numbers in texts: the plural form that one takes in a language, and the number as written there. */

/** A number in a text. */
interface Counted {
  /** Unicode's plural category. */
  readonly category: string;
  readonly written: string;
}

/** Languages with one form for 1 and another for all other whole numbers below a thousand. */
const ONE_AND_OTHER = ['de', 'en', 'es', 'it', 'nl', 'sv'];
/** Languages with the same form for all numbers. */
const SAME = ['ja', 'ko', 'zh'];

/** The languages of which small numbers are counted here; all of them write these in plain digits. */
export const COUNTED_HERE: readonly string[] = [...ONE_AND_OTHER, ...SAME];

/** A small number in one of these languages; undefined for all others. */
function countHere(language: string, count: number): Counted | undefined {
  const [base = ''] = language.split('-');
  if (!COUNTED_HERE.includes(base) || !Number.isInteger(count) || count < 0 || count > 999) return undefined;
  return { category: count === 1 && !SAME.includes(base) ? 'one' : 'other', written: String(count) };
}

/** The browser's rules of a language. */
let loaded:
  | { readonly language: string; readonly rules: Intl.PluralRules; readonly format: Intl.NumberFormat }
  | undefined;

/**
 * A number in a text in this language. The browser takes 20 ms to load its rules, a third of our script's work on a
 * short list, where only small numbers occur.
 */
export function countIn(language: string, count: number): Counted {
  const here = countHere(language, count);
  if (here) return here;
  if (loaded?.language !== language)
    loaded = {
      language,
      rules: new Intl.PluralRules(language),
      format: new Intl.NumberFormat(language),
    };
  return { category: loaded.rules.select(count), written: loaded.format.format(count) };
}
