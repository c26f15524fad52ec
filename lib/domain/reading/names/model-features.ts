/**
 * Finds the features of candidates for one model: the tests that hold, and the words that have a weight there. What
 * follows from a candidate's kind, its text or its place in an earlier sentence is looked up only once, since each
 * is a candidate for many numbers.
 */
import { kindKeyOf, kindOf, type Kind } from './candidate-kind';
import type { Candidate } from './candidates';
import { testsOf, type KindTests } from './features';
import type { Kept } from './kept';
import type { NameModel } from './model';
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
  type KeyForm,
  type Place,
} from './word-features';

/** Takes the indexes of a candidate's features one by one. */
export interface FeatureSink {
  add: (feature: number) => void;
}

/** The indexes of keys of one form, by the word in which they differ. */
type ByWord = ReadonlyMap<string, number>;

/** What a model knows of a kind's candidates. */
interface KindFeatures {
  /** Those of all its candidates: tests that always hold, and keys without a word. */
  readonly own: readonly number[];
  readonly tests: KindTests['others'];
  readonly byWord: Readonly<Record<Place, ByWord>>;
  /** By gap, see `GAPS`. */
  readonly gaps: readonly (number | undefined)[];
}

/** More kinds than the candidates of thousands of abstracts have. */
const MOST_KINDS = 2000;

/** The features of one model, whose words are numbered. */
export class ModelFeatures {
  readonly #words: NameModel['words'];
  readonly #ofKind = new Map<number, KindFeatures>();
  readonly #ofForm = new Map<string, ByWord>();
  readonly #ofBefore = new Map<string, ByWord>();

  constructor(words: NameModel['words']) {
    this.#words = words;
  }

  /** Gives each feature of the candidate to `sink`, once. */
  addOf(candidate: Candidate, sink: FeatureSink): void {
    const { own, tests, byWord, gaps } = this.#ofCandidate(candidate);
    const { facts, phrase, place, earlier, number, flags } = candidate;
    for (const feature of own) sink.add(feature);
    for (const { index, set, unset, holds } of tests)
      if ((flags & set) === set && (flags & unset) === 0 && (holds === undefined || holds(candidate)))
        sink.add(index);
    if (this.#words.size === 0) return;
    if (facts.kept.words !== this.#words)
      this.#keep(facts.kept, byWord, (add) => {
        add('last', facts.lastWord);
        for (const word of facts.words) add('word', word);
      });
    for (const feature of facts.kept.features) sink.add(feature);
    if (phrase && earlier) {
      const { kept, tokens } = earlier;
      if (kept.words !== this.#words) this.#keep(kept, byWord, (add) => eachWordEarlier(phrase, tokens, add));
      for (const feature of kept.features) sink.add(feature);
    }
    if (!phrase || !place) return;
    const { at, context } = number;
    const { tokens } = context;
    const [low, high] = between(phrase, at);
    const take = (feature: number | undefined): void => {
      if (feature !== undefined) sink.add(feature);
    };
    take(byWord.preceded.get(tokenBefore(tokens, phrase)));
    take(byWord.followed.get(lowerAt(tokens, phrase.to)));
    take(gaps[gapOf(tokens, low, high)]);
    take(byWord.numberFollowed.get(lowerAt(tokens, at + 1)));
    take(byWord.numberPreceded.get(lowerAt(tokens, at - 1)));
    if (high - low <= LONGEST_WAY) take(byWord.way.get(wayOf(candidate, low, high)));
  }

  /** Looks up the words that `each` names, and keeps the features that they are. */
  #keep(
    kept: Kept,
    byWord: KindFeatures['byWord'],
    each: (add: (place: Place, word: string) => void) => void,
  ): void {
    const features: number[] = [];
    each((place, word) => {
      const feature = byWord[place].get(word);
      if (feature !== undefined) features.push(feature);
    });
    kept.words = this.#words;
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
    const gaps = this.#byWord(forms.gap);
    return {
      own: [...always, ...keysOfKind(kind).flatMap((key) => this.#words.get(key) ?? [])],
      tests: others,
      byWord: {
        last: this.#byWord(forms.last),
        word: this.#byWord(forms.word),
        preceded: this.#byWord(forms.preceded),
        followed: this.#byWord(forms.followed),
        gap: gaps,
        numberFollowed: this.#byWord(forms.numberFollowed),
        numberPreceded: this.#byWord(forms.numberPreceded),
        way: this.#byWord(forms.way),
        earlierBefore: this.#byWord(forms.earlierBefore),
        earlierPreceded: this.#byWord(forms.earlierPreceded),
        earlierFollowed: this.#byWord(forms.earlierFollowed),
        earlierSecond: this.#byWord(forms.earlierSecond),
      },
      gaps: GAPS.map((gap) => gaps.get(gap)),
    };
  }

  /** Keys are found by their one word, since to put a key together takes longer than to look it up. */
  #byWord([before, after]: KeyForm): ByWord {
    const form = `${before}|${after}`;
    const known = this.#ofForm.get(form);
    if (known) return known;
    const behind = this.#behind(before);
    if (after === '') {
      this.#ofForm.set(form, behind);
      return behind;
    }
    const found = new Map<string, number>();
    for (const [rest, index] of behind)
      if (rest.endsWith(after)) found.set(rest.slice(0, rest.length - after.length), index);
    this.#ofForm.set(form, found);
    return found;
  }

  /** What follows `before` in the keys that begin with it: hundreds of forms differ only in what follows the word. */
  #behind(before: string): ByWord {
    const known = this.#ofBefore.get(before);
    if (known) return known;
    const found = new Map<string, number>();
    for (const [key, index] of this.#words)
      if (key.startsWith(before)) found.set(key.slice(before.length), index);
    this.#ofBefore.set(before, found);
    return found;
  }
}

const ofModel = new WeakMap<NameModel['words'], ModelFeatures>();

/** The features of the model with these words. */
export function modelFeatures(words: NameModel['words']): ModelFeatures {
  const known = ofModel.get(words);
  if (known) return known;
  const made = new ModelFeatures(words);
  ofModel.set(words, made);
  return made;
}
