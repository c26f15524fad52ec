/** Converts text to ASCII letters, for citation keys and file names. */
import { LETTERS } from '@/lib/domain/describe/letters';

/** Letters of other alphabets with their usual transliterations in English, alternately. */
const OTHER_ALPHABETS =
  'а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y ' +
  'э e ю yu я ya і i є ye ґ g ў u α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t ' +
  'υ y φ f χ ch ψ ps ω o';

const FORMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LETTERS).map(([letter, command]): [string, string] => [letter, command]),
  // The names of these letters' TeX commands are not transliterations.
  ['đ', 'd'],
  ['ð', 'd'],
  ['å', 'a'],
  ...[...OTHER_ALPHABETS.matchAll(/(\S+) (\S+)/g)].map(([, letter = '', form = '']): [string, string] => [
    letter,
    form,
  ]),
]);

const known = (character: string): string => FORMS.get(character) ?? character;

/** Only letters and digits, in lower case: "Čapek" -> "capek", "Æsir" -> "aesir", "Пётр" -> "petr". */
export function asciiLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/./gsu, known)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/./gsu, known)
    .replaceAll(/[^a-z0-9]/g, '');
}
