/** The characters of a text as numbers in an array, where they are read several times as fast as from the text. */

let codes = new Uint16Array(2 ** 12);
/** The text whose codes these are: one after the other, several readers ask for those of the same text. */
let current = '';

/** The codes of `text`, with a 0 behind them. They hold until those of another text are asked for. */
export function codesOf(text: string): Uint16Array {
  if (text === current) return codes;
  current = text;
  const { length } = text;
  if (codes.length <= length) codes = new Uint16Array(2 * length);
  for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(at);
  codes[length] = 0;
  return codes;
}
