/**
 * Finds the features of candidates for one model: the tests that hold, and the words that have a weight there. What
 * follows from a candidate's kind, its text or its place in an earlier sentence is looked up only once, since each
 * is a candidate for many numbers.
 */
import { kindKeyOf, kindOf, type Kind } from './candidate-kind';
import type { Candidate } from './candidates';
import { testsOf, type KindTests } from './features';
import { hashedForm, type FeatureKeys, type HashedForm, type KeyForm } from './feature-keys';
import type { Kept } from './kept';
import { wordsOfText } from './text-facts';
import {
  between,
  eachWordEarlier,
  formsOf,
  gapOf,
  GAPS,
  keysOfKind,
  LONGEST_WAY,
  lowerAt,
  tokenBefore,
  wayOf,
  type Place,
} from './word-features';

/** Takes the indexes of a candidate's features one by one. */
export interface FeatureSink {
  add: (feature: number) => void;
}

type Forms = Readonly<Record<Place, HashedForm>>;

/** What a model knows of a kind's candidates. */
interface KindFeatures {
  /** Those of all its candidates: tests that always hold, and keys without a word. */
  readonly own: readonly number[];
  readonly tests: KindTests['others'];
  /** Keys are found by their one word, since to put a key together takes longer than to look it up. */
  readonly forms: Forms;
  /** By gap, see `GAPS`. */
  readonly gaps: readonly (number | undefined)[];
}

/** More kinds than the candidates of thousands of abstracts have. */
const MOST_KINDS = 2000;

/** Forms are the same in every model, and most of them in many kinds. */
const hashed = new Map<string, HashedForm>();

function hashedOnce(form: KeyForm): HashedForm {
  const name = form.join('|');
  const known = hashed.get(name) ?? hashedForm(form);
  hashed.set(name, known);
  return known;
}

/** The features of one model. */
export class ModelFeatures {
  readonly #keys: FeatureKeys;
  readonly #ofKind = new Map<number, KindFeatures>();

  constructor(keys: FeatureKeys) {
    this.#keys = keys;
  }

  /** Gives each feature of the candidate to `sink`, once. */
  addOf(candidate: Candidate, sink: FeatureSink): void {
    const { own, tests, forms, gaps } = this.#ofCandidate(candidate);
    const { text, facts, phrase, place, earlier, number, flags } = candidate;
    for (const feature of own) sink.add(feature);
    for (const { index, set, unset, holds } of tests)
      if ((flags & set) === set && (flags & unset) === 0 && (holds === undefined || holds(candidate)))
        sink.add(index);
    const keys = this.#keys;
    if (keys.size === 0) return;
    if (facts.kept.keys !== keys)
      this.#keep(facts.kept, forms, (add) => {
        add('last', facts.lastWord);
        for (const word of wordsOfText(text)) add('word', word);
      });
    for (const feature of facts.kept.features) sink.add(feature);
    if (phrase && earlier) {
      const { kept, tokens } = earlier;
      if (kept.keys !== keys) this.#keep(kept, forms, (add) => eachWordEarlier(phrase, tokens, add));
      for (const feature of kept.features) sink.add(feature);
    }
    if (!phrase || !place) return;
    const { at, context } = number;
    const { tokens } = context;
    const { low, high } = between(phrase, at);
    const take = (feature: number | undefined): void => {
      if (feature !== undefined) sink.add(feature);
    };
    take(keys.indexOf(forms.preceded, tokenBefore(tokens, phrase)));
    take(keys.indexOf(forms.followed, lowerAt(tokens, phrase.to)));
    take(gaps[gapOf(tokens, low, high)]);
    take(keys.indexOf(forms.numberFollowed, lowerAt(tokens, at + 1)));
    take(keys.indexOf(forms.numberPreceded, lowerAt(tokens, at - 1)));
    if (high - low <= LONGEST_WAY) take(keys.indexOf(forms.way, wayOf(candidate, low, high)));
  }

  /** Looks up the words that `each` names, and keeps the features that they are. */
  #keep(kept: Kept, forms: Forms, each: (add: (place: Place, word: string) => void) => void): void {
    const features: number[] = [];
    each((place, word) => {
      const feature = this.#keys.indexOf(forms[place], word);
      if (feature !== undefined) features.push(feature);
    });
    kept.keys = this.#keys;
    kept.features = features;
  }

  #ofCandidate(candidate: Candidate): KindFeatures {
    const key = kindKeyOf(candidate);
    const known = this.#ofKind.get(key);
    if (known) return known;
    const made = this.#featuresOf(kindOf(candidate));
    if (this.#ofKind.size >= MOST_KINDS) this.#ofKind.clear();
    this.#ofKind.set(key, made);
    return made;
  }

  #featuresOf(kind: Kind): KindFeatures {
    const forms = formsOf(kind);
    const { always, others } = testsOf(kind);
    return {
      own: [...always, ...keysOfKind(kind).flatMap((key) => this.#keys.get(key) ?? [])],
      tests: others,
      forms: {
        last: hashedOnce(forms.last),
        word: hashedOnce(forms.word),
        preceded: hashedOnce(forms.preceded),
        followed: hashedOnce(forms.followed),
        numberFollowed: hashedOnce(forms.numberFollowed),
        numberPreceded: hashedOnce(forms.numberPreceded),
        way: hashedOnce(forms.way),
        earlierBefore: hashedOnce(forms.earlierBefore),
        earlierPreceded: hashedOnce(forms.earlierPreceded),
        earlierFollowed: hashedOnce(forms.earlierFollowed),
        earlierSecond: hashedOnce(forms.earlierSecond),
      },
      gaps: GAPS.map((gap) => this.#keys.get(forms.gap.join(gap))),
    };
  }
}

const ofModel = new WeakMap<FeatureKeys, ModelFeatures>();

/** The features of the model with these keys. */
export function modelFeatures(keys: FeatureKeys): ModelFeatures {
  const known = ofModel.get(keys);
  if (known) return known;
  const made = new ModelFeatures(keys);
  ofModel.set(keys, made);
  return made;
}
