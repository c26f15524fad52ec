/** Models of names in the making: their keys, and the weights as they are fitted. */
import { FeatureKeys } from '@/lib/domain/reading/names/feature-keys';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { WEIGHT_SCALE, type Scorers } from '@/lib/domain/reading/names/model';

/** Word features, numbered after the tests. */
export interface NumberedKeys {
  readonly keys: FeatureKeys;
  readonly indexes: ReadonlyMap<string, number>;
}

/** Numbers the keys in their order. */
export const numbered = (keys: readonly string[]): NumberedKeys => ({
  keys: new FeatureKeys(keys, FEATURES.length),
  indexes: new Map(keys.map((key, at) => [key, FEATURES.length + at])),
});

/** No word features, for those who only want candidates. */
export const NO_KEYS = new FeatureKeys([], FEATURES.length);

/** A fitted scorer: a weight for each feature, and the least sureness with which a name is used. */
export interface SlotFit {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly least: number;
}

const inHundredths = (weight: number): number => Math.round(WEIGHT_SCALE * weight);

/** The scorers of fits for the same features. */
export const scorersOf = (keys: FeatureKeys, fits: readonly SlotFit[]): Scorers => ({
  keys,
  biases: fits.map(({ bias }) => inHundredths(bias)),
  weights: Int16Array.from({ length: fits.length * (FEATURES.length + keys.size) }, (_, at) =>
    inHundredths(fits[at % fits.length]?.weights[Math.floor(at / fits.length)] ?? 0),
  ),
  least: fits.map(({ least }) => least),
});
