/** TeX's notation for letters outside ASCII, for both directions of conversion. */

/** Combining marks with their accent commands. */
export const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030A': 'r',
  '\u030B': 'H',
  '\u030C': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};

/** Letters with their own commands. */
export const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
  đ: 'dj',
  Đ: 'DJ',
  // Unicode decomposes these two, but nobody writes them as letter and accent.
  å: 'aa',
  Å: 'AA',
  þ: 'th',
  Þ: 'TH',
  ð: 'dh',
  Ð: 'DH',
  ŋ: 'ng',
  Ŋ: 'NG',
  ȷ: 'j',
};
