/**
 * The keys of a model's word features, of which only numbers are kept: as strings and entries of maps, thousands of them
 * took a megabyte.
 */
import { addToCheck, addToHash } from '../sentence/word-table';

/** Keys that differ only in one word: what is written before it, and after it. */
export type KeyForm = readonly [before: string, after: string];

/** A form with both hashes of what is before the word. */
export interface HashedForm {
  readonly hash: number;
  readonly check: number;
  readonly after: string;
}

/** An odd number near 2^32 over the golden ratio, whose products spread hashes over all places. */
const SPREAD = 0x9e3779b1;

/** Hashes the beginning of a form. */
export function hashedForm([before, after]: KeyForm): HashedForm {
  let [hash, check] = [0, 0];
  for (let at = 0; at < before.length; at += 1) {
    const code = before.charCodeAt(at);
    hash = addToHash(hash, code);
    check = addToCheck(check, code);
  }
  return { hash, check, after };
}

/** A word that is the whole key. */
const WHOLE = hashedForm(['', '']);

/** Numbered keys. That one that is not among them has the hashes of one that is, is too unlikely to happen. */
export class FeatureKeys {
  readonly size: number;
  readonly #first: number;
  /** By hash, the place of a key in `#checks`, counted from 1; 0 is free. A key whose place is taken has the next free one. */
  readonly #places: Uint16Array | Uint32Array;
  readonly #checks: Int32Array;
  readonly #shift: number;

  /** Numbers the keys in their order, from `first` on. */
  constructor(keys: readonly string[], first: number) {
    this.size = keys.length;
    this.#first = first;
    // Searches are short as long as a third of the places are free.
    const bits = Math.ceil(Math.log2(1.5 * keys.length + 2));
    this.#shift = 32 - bits;
    this.#places = new (keys.length < 2 ** 16 ? Uint16Array : Uint32Array)(2 ** bits);
    this.#checks = new Int32Array(keys.length);
    keys.forEach((key, at) => {
      const { hash, check } = hashedForm([key, '']);
      let place = this.#placeOf(hash);
      while (this.#places[place] !== 0) place = this.#after(place);
      this.#places[place] = at + 1;
      this.#checks[at] = check;
    });
  }

  /** The number of the key of this form with this word; undefined if there is none. */
  indexOf({ hash: first, check: second, after }: HashedForm, word: string): number | undefined {
    let hash = first;
    let check = second;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      hash = addToHash(hash, code);
      check = addToCheck(check, code);
    }
    for (let at = 0; at < after.length; at += 1) {
      const code = after.charCodeAt(at);
      hash = addToHash(hash, code);
      check = addToCheck(check, code);
    }
    for (let place = this.#placeOf(hash); ; place = this.#after(place)) {
      const key = this.#places[place] ?? 0;
      if (key === 0) return undefined;
      if (this.#checks[key - 1] === check) return this.#first + key - 1;
    }
  }

  /** The number of a whole key; undefined if there is none. */
  get(key: string): number | undefined {
    return this.indexOf(WHOLE, key);
  }

  #placeOf(hash: number): number {
    return Math.imul(hash, SPREAD) >>> this.#shift;
  }

  #after(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }
}
