/** Numbers in words: "two-fold", "one-sixth of", "a factor of three", "nine out of ten". */
import { HeadTable, mergedHeads } from '../heads';
import { countWords, startOf, type WordList } from '../word-list';
import type { NumberForm } from './number-form';

const SMALL = 'two|three|four|five|six|seven|eight|nine|ten|twenty|fifty';
const COUNTED = `one|${SMALL}|eleven|twelve`;
const LARGE = '(?:a |one )?(?:hundred|thousand)';

/** A form of numbers in words. */
export interface WordedForm {
  readonly form: NumberForm;
  readonly pattern: RegExp;
  /** What must stand directly in front, for words that are ambiguous by themselves. */
  readonly behind?: RegExp;
  readonly example: readonly [text: string, value: string];
}

/** The forms, in the order in which they are tried. */
export const WORDED_FORMS: readonly WordedForm[] = [
  {
    form: 'magnitude',
    pattern:
      /(?:(?:an?|one|two|three|four|five|several|multiple|many|\d+(?:-\d+)?)(?:(?:\sto\s|-|\sor\s)(?:two|three|four|five|six|\d+))?\s)?orders?[\s-]of[\s-]magnitude\b/iy,
    example: ['Our solver is two orders of magnitude faster.', 'two orders of magnitude'],
  },
  {
    form: 'fraction',
    pattern:
      /(?:(?:one|two|three|four|five|a)[\s-](?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)s?|half)\b(?![\s-](?:of\s(?:a\s)?(?:century|decade)|precision))/iy,
    example: ['It runs with one-third of the memory.', 'one-third'],
  },
  {
    form: 'times',
    pattern: new RegExp(
      String.raw`(?:one|${SMALL}|(?:several\s)?hundred)(?:-?fold|[\s-]times)\b(?!\s(?:cross|stratified|nested|repeated|CV\b|validation))|twice\b(?=\sas\b|\sthe\b)|(?:two|three|four|five|ten)fold\b`,
      'iy',
    ),
    example: ['It runs four-fold faster.', 'four-fold'],
  },
  {
    // It has no unit, like the "3" of "a factor of 3".
    form: 'bare',
    pattern: new RegExp(String.raw`(?:${SMALL}|${LARGE})\b(?:\s(?:to|or)\s(?:${SMALL})\b)?(?!-)`, 'iy'),
    behind: /\bfactors? of (?:about |around |roughly |nearly |almost |over |up to |more than |at least )?$/,
    example: ['The error is reduced by a factor of three.', 'three'],
  },
  {
    form: 'bare',
    pattern:
      /zero(?=\s(?:[a-z-]+\s){0,2}(?:errors?|failures?|violations?|false\s(?:positives?|negatives?|alarms?)|variance|divergences?|forgetting|crashes|collisions?|hallucinations?|leakage|regressions?|mistakes?)\b)/iy,
    behind: /(?:\b(?:with|and|achiev\w*|report\w*|yield\w*|maintain\w*|record\w*|produc\w*)|,) $/i,
    example: ['Our tool converges with zero merge failures.', 'zero'],
  },
  {
    form: 'share',
    pattern: new RegExp(String.raw`(?:${COUNTED})\sout\sof\s(?:the\s)?(?:${COUNTED})\b`, 'iy'),
    example: ['It wins on nine out of ten sets.', 'nine out of ten'],
  },
  {
    form: 'time',
    pattern:
      /(?:one|two|three|four|five|six|seven|eight|nine|ten)\s(?:milli|micro)?(?:seconds?|minutes?)\b/iy,
    example: ['Inference takes two seconds per scan.', 'two seconds'],
  },
  {
    form: 'percent',
    pattern:
      /(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{3,5})?)\s(?:percent|per\scent)\b/iy,
    example: ['It reaches ninety-two percent accuracy.', 'ninety-two percent'],
  },
];

/** First words of numbers in words, so that most words need no further test. */
const FIRST_WORDS = new Set(
  `a an order orders several multiple many half twice first second third fourth fifth twofold threefold fourfold fivefold
   zero tenfold thirty forty sixty seventy eighty ninety hundred thousand ${COUNTED.replaceAll('|', ' ')}`.split(
    /\s+/,
  ),
);

/** True if the lower-case word (its part before a hyphen) can begin a number in words. */
export function isNumberWord(lower: string): boolean {
  const hyphen = lower.indexOf('-');
  return FIRST_WORDS.has(hyphen < 0 ? lower : lower.slice(0, hyphen));
}

/** What follows an article that begins a number: "a half", "an order of magnitude", "a hundred". */
const BEHIND_ARTICLE =
  /an?[\s-](?:order|to\s|or\s|two|three|four|five|six|\d|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundred|thousand)/iy;

/** True for "a" and "an" that begin no number, as nearly all do. */
export function isArticleAlone(text: string, at: number): boolean {
  const first = text.charAt(at);
  if (first !== 'a' && first !== 'A') return false;
  BEHIND_ARTICLE.lastIndex = at;
  return !BEHIND_ARTICLE.test(text);
}

/**
 * Every text that holds a number in words has one of these parts. Between two words the text may have marks that
 * cleaning takes away.
 */
const NUMBER_PARTS: readonly string[] = [
  String.raw`\b(?:orders?\W{1,6}of|zero\s|percent|per\scent|twice|half|halv|factors?\sof|out\sof)`,
  String.raw`\b(?:one|${SMALL}|hundred)fold\b`,
  String.raw`\b(?:one|${SMALL}|hundred)\b\W{1,20}(?:fold\b|times|(?:milli|micro)?seconds?|minutes?)`,
  String.raw`\b(?:rank(?:s|ed|ing)?|place[sd]?|placing|finished)\W{1,9}(?:first|second|third|fourth|fifth)`,
  String.raw`\b(?:first|second|third|fourth|fifth)\W{1,9}(?:place|rank|position|prize)`,
  String.raw`\b(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)`,
];
const NUMBER_PART = new RegExp(NUMBER_PARTS.join('|'), 'iy');
const NUMBER_HEADS = new HeadTable(mergedHeads(NUMBER_PARTS));

function hasNumberPart(text: string, words: WordList): boolean {
  const count = countWords(words);
  for (let at = 0; at < count; at += 1) {
    if (!NUMBER_HEADS.isAnyAt(words, at)) continue;
    NUMBER_PART.lastIndex = startOf(words, at);
    if (NUMBER_PART.test(text)) return true;
  }
  return false;
}

/** A digit, but not one inside a word or a name: "H2O", "GPT-4", "3D". */
const NUMBER_START = /(?<![A-Za-z\d]|[A-Za-z]-)\d(?!D(?![\p{L}\d]))/u;

/**
 * False only if the text, cleaned or not, holds no number that `numberAt` would read: a tenth of all abstracts with
 * digits have them in names alone. `words` are those of the text.
 */
export const mayHoldNumber = (text: string, words: WordList): boolean =>
  NUMBER_START.test(text) || hasNumberPart(text, words) || (text.includes('\\') && /\d/.test(text));
