/** Tests of single characters by their codes, for places where a regular expression would be tried too often. */

/** True for a letter of ASCII. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** True for a digit of ASCII. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** True if the text begins with a digit. */
export const beginsWithDigit = (text: string): boolean => isDigit(text.charCodeAt(0));

/** The text without the ending of a possessive. */
export const withoutPossessive = (text: string): string => (text.endsWith("'s") ? text.slice(0, -2) : text);

/** True for a digit, a point, a comma, an apostrophe or white space. */
export function isInDigits(code: number): boolean {
  if (code > 31 && code < 128)
    return isDigit(code) || code === 46 || code === 44 || code === 39 || code === 32;
  return /\s/.test(String.fromCharCode(code));
}
