/**
 * Looks up the words of a text among spellings. Every word is looked up, so all spellings are in one array of
 * numbers, where objects would be scattered in memory.
 */
import { endOf, hashAt, startOf, stemAt, type WordList } from '../word-list';

/** A spelling of a word, as the numbers by which a word of a text is recognised as it. */
export interface Spelling {
  readonly hash: number;
  readonly stem: number;
  readonly length: number;
}

/** The numbers of each place: those of a spelling, and the id of its word, which is 0 if the place is free. */
const WIDTH = 4;
const STEM = 1;
const LENGTH = 2;
const ID = 3;
/** Places of a new table, a power of two. */
const FIRST_PLACES = 2 ** 8;

/** Spellings with the ids of their words. A spelling whose place is taken stands in the next free one. */
export class SpellingTable {
  #places = new Int32Array(WIDTH * FIRST_PLACES);
  #count = 0;

  /** Adds a spelling of ASCII letters and digits, which no other word has. */
  add(spelling: Spelling, id: number): void {
    this.#count += 1;
    // Searches are short as long as a third of the places is free.
    if (1.5 * WIDTH * this.#count > this.#places.length) this.#grow();
    this.#put(spelling, id);
  }

  #put({ hash, stem, length }: Spelling, id: number): void {
    let place = this.#placeOf(hash);
    while (this.#places[place + ID] !== 0) place = this.#nextPlace(place);
    this.#places.set([hash, stem, length, id], place);
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Int32Array(2 * before.length);
    for (let place = 0; place < before.length; place += WIDTH) {
      const [hash = 0, stem = 0, length = 0, id = 0] = before.subarray(place, place + WIDTH);
      if (id !== 0) this.#put({ hash, stem, length }, id);
    }
  }

  #placeOf(hash: number): number {
    return (WIDTH * (hash ^ (hash >>> 11))) & (this.#places.length - 1);
  }

  #nextPlace(place: number): number {
    return (place + WIDTH) & (this.#places.length - 1);
  }

  /**
   * The id of the word number `at` of the list, of ASCII letters in any case; 0 if it has none. Numbers are
   * compared, which is faster than letters; no other word of the same length and beginning is likely to have the
   * same hash.
   */
  idAt(words: WordList, at: number): number {
    const places = this.#places;
    const hash = hashAt(words, at);
    let place = this.#placeOf(hash);
    for (;;) {
      const id = places[place + ID] ?? 0;
      if (
        id === 0 ||
        (places[place] === hash &&
          places[place + STEM] === stemAt(words, at) &&
          places[place + LENGTH] === endOf(words, at) - startOf(words, at))
      )
        return id;
      place = this.#nextPlace(place);
    }
  }
}
