/** What the words of a header say of what it names. */
import {
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isDifferenceLabel,
  isMetricLabel,
  isNumberLabel,
  isQualityLabel,
  isSettingLabel,
  isStatisticLabel,
  statedDirection,
} from '../labels';
import { bracketMetric } from '../label-parts';
import { findLetters, spellOut } from '../meanings';
import { isKnownData, isKnownSystem } from '../known-names';
import { isVariantLabel } from '../own';
import { remember } from '../../remember';

/** Whether a label is a metric, or data with its metric in brackets: "NER (F1)"; not by a percent sign alone. */
const namesMetric = (label: string): boolean =>
  isMetricLabel(label.replace(/\s?\(%\)/, '')) || bracketMetric(label) !== undefined;

/** What systems are called that nobody proposes. */
const PLAIN_SYSTEM =
  /\b(?:baselines?|oracle|humans?|random|vanilla|full(?: model)?|default|original|upper[ -]?bound|teacher|student|zero-shot|fine-?tun\p{L}+|ensemble)\b/iu;

/** By trait, whether a header has it, by its text and its name without arrows and marks. */
const TRAITS = {
  metric: (text: string) => namesMetric(text),
  quality: (text: string) => isQualityLabel(text) && !isMetricLabel(text),
  arrow: (text: string) => statedDirection(text) !== undefined,
  compared: (text: string) => /\b(?:ours?|proposed)\b/i.test(text),
  system: (_: string, name: string) => isKnownSystem(name),
  plain: (_: string, name: string) => PLAIN_SYSTEM.test(name),
  variant: (_: string, name: string) => isVariantLabel(name) || /[^\s+]\s?\+\s?\S/.test(name),
  /** Capitals, digits and small letters are mixed: "GPT-4o", "DenseNet121". */
  mixed: (_: string, name: string) => /\p{Ll}\p{Lu}|\p{L}-?\d|\p{Lu}{2,}\p{Ll}/u.test(name),
  difference: (_: string, name: string) => isDifferenceLabel(name),
  data: (_: string, name: string) => isKnownData(name),
  average: (_: string, name: string) => isAverageLabel(name),
  number: (_: string, name: string) => isNumberLabel(name),
  given: (_: string, name: string) => isSettingLabel(name) || isStatisticLabel(name),
  condition: (_: string, name: string) => isConditionLabel(name),
  bracketed: (_: string, name: string) => /^\([^()]{2,}\)$/.test(name),
  short: (_: string, name: string) => /^\p{Lu}{1,4}\d?$/u.test(name),
  small: (_: string, name: string) => /^[\p{Ll}\s]+$/u.test(name),
  long: (_: string, name: string) => /\S\s+\S+\s+\S/.test(name),
} as const;

/** Name of one of these traits. */
export type Trait = keyof typeof TRAITS;

const isTrait = (name: string): name is Trait => name in TRAITS;
const NAMES: readonly Trait[] = Object.keys(TRAITS).filter(isTrait);

const traitsOf = remember((text): readonly Trait[] => {
  const name = cleanLabel(text);
  return NAMES.filter((trait) => TRAITS[trait](text, name));
});

/** The share of some headers that have each trait; none is left out. */
export type Shares = ReadonlyMap<Trait, number>;

/** Traits that a lexicon gives. */
const OF_LEXICON: ReadonlySet<Trait> = new Set(['metric', 'quality', 'system', 'data']);

/** How many of these headers have which traits; those for which `isHidden` holds as if no lexicon had them. */
export function sharesOf(texts: readonly string[], isHidden?: (text: string) => boolean): Shares {
  const shares = new Map<Trait, number>();
  // "P" and "R" are precision and recall only beside each other.
  const letters = findLetters(texts);
  for (const text of texts) {
    const found = traitsOf(spellOut(text, letters));
    const isUnknown = isHidden?.(text) === true && !found.includes('arrow');
    for (const trait of found)
      if (!isUnknown || !OF_LEXICON.has(trait)) shares.set(trait, (shares.get(trait) ?? 0) + 1);
  }
  for (const [trait, count] of shares) shares.set(trait, count / texts.length);
  return shares;
}
