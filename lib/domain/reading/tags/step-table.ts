/**
 * The nodes of a tree of forms by what they follow: nodes that follow "image" are too many for a list. All are in one
 * array of numbers, since a text asks for many that are scattered in memory.
 */

/** Numbers of each place: a key, and the node, which is 0 if the place is free. */
const WIDTH = 2;
/** Places of a new table, a power of two. */
const FIRST_PLACES = 2 ** 8;
/** More than the words of a vocabulary. */
const MOST_WORDS = 2 ** 15;
/** An odd number near 2^32 over the golden ratio, whose products spread keys over all places. */
const SPREAD = 0x9e3779b1;

/** The nodes of a tree, numbered from 1, by the node and the word that they follow. */
export class StepTable {
  #places = new Int32Array(WIDTH * FIRST_PLACES);
  /** How many nodes there are. */
  size = 0;

  /** The node that follows another by a word; 0 if there is none. */
  get(node: number, word: number): number {
    return this.#places[this.#placeOf(keyOf(node, word)) + 1] ?? 0;
  }

  /** Adds the next node as the one that follows another by a word, and returns it. */
  add(node: number, word: number): number {
    this.size += 1;
    // Searches are short as long as half of the places are free.
    if (2 * WIDTH * this.size > this.#places.length) this.#grow();
    this.#put(keyOf(node, word), this.size);
    return this.size;
  }

  #put(key: number, next: number): void {
    this.#places.set([key, next], this.#placeOf(key));
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Int32Array(2 * before.length);
    for (let place = 0; place < before.length; place += WIDTH) {
      const [key = 0, next = 0] = before.subarray(place, place + WIDTH);
      if (next !== 0) this.#put(key, next);
    }
  }

  /** The place of the key, or the free one where it belongs. */
  #placeOf(key: number): number {
    const places = this.#places;
    let place = (WIDTH * (Math.imul(key, SPREAD) >>> 8)) & (places.length - 1);
    while (places[place + 1] !== 0 && places[place] !== key) place = (place + WIDTH) & (places.length - 1);
    return place;
  }
}

const keyOf = (node: number, word: number): number => (node * MOST_WORDS + word) | 0;
