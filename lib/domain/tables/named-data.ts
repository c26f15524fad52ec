/** The data that a caption names for its table. */
import { isKnownData, isKnownSystem } from './known-names';

/** A word of a proper name: "COCO", "MoCha-Bench", "v1.5", "val2017". */
const NAME_WORD = String.raw`(?:\p{Lu}(?:[\p{L}\p{N}+/&-]|\.(?=\d))*|[\p{L}-]*\d(?:[\p{L}\p{N}+-]|\.(?=\d))*|[a-z]+\p{Lu}[\p{L}\p{N}-]*)`;
const ON = new RegExp(
  String.raw`\bon\s+(?:the\s+|our\s+)?(${NAME_WORD}(?:\s+${NAME_WORD}){0,3})(?![\p{L}\p{N}-]|\s+(?:models?|backbones?|architectures?|GPUs?)\b)(\s*\([^)]{1,40}\))?(\s*(?:,|and|&)\s*(?:the\s+)?\p{Lu})?`,
  'gu',
);
const FIRST = new RegExp(
  String.raw`^(${NAME_WORD}(?:\s+${NAME_WORD}){0,3})\s+(?:\p{Ll}+\s+)?(?:results|benchmark|test|evaluation)\b`,
  'u',
);
/** The same before "performance", which systems have too: the name of a task is of plain words. */
const FIRST_TASK = /^((?:\p{Lu}\p{Ll}+ ){1,2}\p{Lu}\p{Ll}+) performance\b/u;
/** The same in a caption that prints all its words so; its first word has to look like a name by itself. */
const FIRST_IN_CAPITALS =
  /^(\p{Lu}\p{Ll}*(?:[\p{Lu}\d]|-(?=[\p{L}\d]*[\p{Lu}\d]))[\p{L}\d-]*)\s+(?:Benchmark|Results|Test Set|Leaderboard)\b/u;
/** The name of a set that the words before it describe: "on the translation development set, newstest2013". */
const APPOSED = new RegExp(
  String.raw`\bon\s+(?:the\s+|our\s+)?(?:[\p{L}-]+\s+){1,8}(?:set|split|corpus|benchmark|data ?set|collection|suite|data)(?:,\s+|\s\()(${NAME_WORD})(?=[\s.;)]|$)`,
  'u',
);
/** Capitalised words that begin a sentence or do not name data. */
const NO_DATA =
  /^(?:We|The|In|All|Our|This|These|Results?|Table|GPU|GPUs|LLMs|CPU|NVIDIA|A100|H100|V100|RTX|\d+[.,]?[kKMB]?|\S+-[\d.]+B)$/;

/** Words that show that the name before them is data: "Criteo dataset", "Lumen dev/test sets". */
const DATA_BEHIND =
  /^\s(?:data ?sets?|benchmarks?|corpus|corpora|(?:[\p{L}/-]+\s)?(?:test|dev|val|validation|evaluation)(?:\/test)?(?:[ -]sets?)?)\b/u;
/** Words that show that a system learned from the data after them, and was not measured on it. */
const LEARNED =
  /\b(?:(?:pre-?)?train(?:ed|ing)|fine-?tun(?:ed|ing)|initiali[sz]ed|learn(?:ed|t|ing))\s(?:\S+\s)?$/i;
/** Data that a caption calls so after another word than "on": "for the Criteo dataset". */
const CALLED = new RegExp(
  String.raw`\b(?:on|for|of|from|in|over|using|with)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+)?(${NAME_WORD}(?:\s+${NAME_WORD}){0,3})\s+(?:data ?set|benchmark|corpus|(?:test |validation )?(?:set|sample)|challenge|leaderboard|suite|survey|cohort)\b`,
  'gu',
);
/** Data of which a part was taken: "on a prepared slice of COCO". */
const PART_OF = new RegExp(
  String.raw`\b(?:slice|subset|portion|split|sample)\s+of\s+(?:the\s+)?(${NAME_WORD}(?:\s+${NAME_WORD}){0,2})`,
  'u',
);
/** The whole of which a caption counts the parts: "on every language in LUMI". */
const WHOLE = new RegExp(
  String.raw`\b(?:every|each|all|the|\d+)\s(?:\p{Ll}+\s)?(?:languages?|tasks?|categor(?:y|ies)|classes|subsets?|domains?|scenarios?|subjects?)\s(?:in|of)\s(?:the\s)?(${NAME_WORD}(?:\s${NAME_WORD}){0,2})`,
  'u',
);
/** Data without a name that are distinguished from the training data: "out-of-domain tasks". */
const SHIFTED =
  /\bon\s(?:the\s|an?\s)?((?:(?:in|out)-(?:of-)?(?:distribution|domain)|OOD)\s(?:tasks?|test(?:ing)? sets?|data|sets?|splits?))\b/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+-]*/gu;

/** The known data that a text names, without those that something learned from. */
const knownDataIn = (text: string): readonly string[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    isKnownData(word) &&
    !LEARNED.test(text.slice(Math.max(0, index - 40), index).replace(/\bon\s+(?:the\s+)?$/, '')) &&
    !/^[\s-]?pre-?train/i.test(text.slice(index + word.length))
      ? [word]
      : [],
  );

/** What pages print before a caption: "Table 3:", "TABLE IV", "Supplementary Table A.1". */
const NUMBER = /^(?:[A-Z]\p{Ll}+\s){0,2}(?:Tab(?:le|\.)?|TABLE)\s*(?:[A-Z]\.?(?=\d))?[\dIVX.]*\s*[:.]?\s*/u;

/** Data that a caption names. */
export interface NamedData {
  readonly name: string;
  /** The text in brackets after the name: "v1.5/v1.6". */
  readonly versions: readonly string[];
}

/**
 * The only dataset on which a caption says that its table was measured; undefined if it names none or
 * several.
 */
export function dataIn(caption: string): NamedData | undefined {
  const text = caption.replace(NUMBER, '').slice(0, 600);
  const named: NamedData[] = [];
  const take = (words: string, brackets = '', isCalledData = false): void => {
    const kept = words.split(/\s+/);
    const stop = kept.findIndex((word) => NO_DATA.test(word.replace(/[.]$/, '')));
    const name = kept
      .slice(0, stop === -1 ? kept.length : stop)
      .join(' ')
      // "Main CIFAR-10 results": the first word says which results these are.
      .replace(
        /^(?:Main|Overall|Final|Full|Detailed|Additional|Quantitative|Experimental)\s(?=\S*[\p{Lu}\d])/u,
        '',
      )
      .replace(/[.,-]+$/, '');
    // A word that is only the first of the caption is no name, unless it has a second capital or a digit.
    const isName =
      isCalledData ||
      isKnownData(name) ||
      /\p{Lu}.*[\p{Lu}\d]|\p{Lu}.* |\d.*\p{Lu}|\p{L}{3}\d{2}/u.test(name);
    if (isName && name.length > 1 && !isKnownSystem(name))
      named.push({
        name,
        versions: brackets
          .replace(/[()\s]/g, '')
          .split('/')
          .filter(Boolean),
      });
  };
  const [, apposed] = APPOSED.exec(text) ?? [];
  if (apposed !== undefined) take(apposed);
  const matches = named.length > 0 ? [] : [...text.matchAll(ON)];
  const measured = matches.filter(({ index }) => !LEARNED.test(text.slice(Math.max(0, index - 40), index)));
  for (const match of measured.length > 0 ? measured : matches) {
    const [found, words = '', brackets, more] = match;
    if (more) return undefined;
    const end = match.index + found.length;
    // In a caption that does not print all words so, a capital shows a name.
    const isProper =
      /^\p{Lu}\p{Ll}{3,}$/u.test(words) && /(?:^|\s)(?:\p{Ll}\S*|^\S+)\s$/u.test(text.slice(0, match.index));
    take(words, brackets, isProper || DATA_BEHIND.test(text.slice(end, end + 30)));
  }
  if (named.length === 0)
    take(FIRST.exec(text)?.[1] ?? FIRST_TASK.exec(text)?.[1] ?? FIRST_IN_CAPITALS.exec(text)?.[1] ?? '');
  if (named.length === 0) take(WHOLE.exec(text)?.[1] ?? PART_OF.exec(text)?.[1] ?? '');
  for (const [, words = ''] of named.length === 0 ? text.matchAll(CALLED) : []) take(words, '', true);
  for (const word of named.length === 0 ? knownDataIn(text) : []) take(word, '', true);
  if (named.length === 0) take(SHIFTED.exec(text)?.[1] ?? '', '', true);
  return new Set(named.map(({ name }) => name)).size === 1 ? named[0] : undefined;
}
