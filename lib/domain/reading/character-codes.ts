/** The characters of a text as numbers in an array, where they are read several times as fast as from the text. */

/** A place for the codes of one text at a time; it grows to the longest one. */
export class CharacterCodes {
  #codes = new Uint16Array(2 ** 12);

  /** The codes of `text`, with a 0 behind them. They hold until the next call. */
  of(text: string): Uint16Array {
    const { length } = text;
    if (this.#codes.length <= length) this.#codes = new Uint16Array(2 * length);
    const codes = this.#codes;
    for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(at);
    codes[length] = 0;
    return codes;
  }
}
