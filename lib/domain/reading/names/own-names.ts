/**
 * Names of what the paper itself introduces: "we propose EMBER", "EMBER: Efficient memory …", "a method
 * termed EMBER".
 */
import { singular } from '../../metrics';
import type { Sentence, Token } from '../sentence';
import { withoutPossessive } from '../sentence/characters';
import { isNameWord } from './word-facts';
import { COMMON_SHORT_FORMS, DETERMINERS, headOf } from './words';

/** A name that the paper gives to something of its own. */
export interface OwnName {
  readonly text: string;
  /** A dataset or benchmark; otherwise a system. */
  readonly isData: boolean;
  /** It stands before the colon of the title. */
  readonly inTitle: boolean;
  /** The text says that it is proposed, or that the paper's own thing is called so. */
  readonly isProposed: boolean;
  /** How often it occurs in the abstract. */
  readonly count: number;
}

/** Verbs with which a paper introduces something, in all their forms. */
const PROPOSES: ReadonlySet<string> = new Set(
  'propos present introduc develop devis design releas construct curat creat implement describ build'
    .split(' ')
    .flatMap((stem) => ['', 'e', 's', 'es', 'ed', 'ing'].map((ending) => stem + ending))
    .concat('built'),
);
const NAMES: ReadonlySet<string> = new Set([
  'called',
  'named',
  'termed',
  'dubbed',
  'namely',
  'coined',
  'denoted',
  'titled',
]);
const SPEAKER = /^(?:we|paper|work|study|article|report|authors|here|thesis)$/;
const OWN_NOUN: ReadonlySet<string> = new Set(
  'approach method model framework system algorithm network architecture pipeline strategy technique'.split(
    ' ',
  ),
);

/** Every word that a name may follow, so that nearly all others are skipped. */
const LEADS: ReadonlySet<string> = new Set([...NAMES, ...PROPOSES, ...OWN_NOUN]);
/** Half of a text's words are shorter than all of these, and need not be looked up. */
const SHORTEST_LEAD = Math.min(...Array.from(LEADS, ({ length }) => length));

/** Words that end the object of a proposing verb. */
const PHRASE_END =
  /^(?:that|which|where|whose|by|using|with|from|through|via|on|to|for|extending|combining|leveraging|integrating)$/;

/** Most names of each kind that are kept. */
const MOST = 3;

const DATA = /^(?:dataset|benchmark|corpus|challenge|database|testbed|suite|bench)s?$/;

/**
 * Whether the name at `at` is data, by the words around it: "X, a benchmark for …", otherwise the nearest
 * noun in front that decides it.
 */
function isDataAt(tokens: readonly Token[], at: number): boolean {
  const isTold =
    (tokens[at + 1]?.text === ',' || tokens[at + 1]?.lower === 'is') &&
    /^(?:an?|the|our)$/.test(tokens[at + 2]?.lower ?? '');
  let telling = false;
  for (const token of isTold ? tokens.slice(at + 2, at + 14) : []) {
    if (PHRASE_END.test(token.lower) || /^[,;.(]$/.test(token.text)) break;
    if (headOf(singular(token.lower)) === 'system') return false;
    telling ||= DATA.test(token.lower);
  }
  if (telling || DATA.test(tokens[at + 1]?.lower ?? '')) return true;
  for (let index = at - 1; index >= 0 && index > at - 10; index -= 1) {
    const token = tokens[index];
    if (!token || PROPOSES.has(token.lower) || /^[;.]$/.test(token.text)) return false;
    if (headOf(singular(token.lower)) === 'system') return false;
    if (token.kind === 'word' && DATA.test(token.lower) && !/^\p{Lu}/u.test(token.text)) return true;
  }
  return false;
}

/** Words at the start of sentences, which are capitalised like names. */
const OPENING =
  /ly$|^(?:First|Second|Third|Furthermore|Moreover|However|Then|Thus|Next|Here|Both|Our|These|This|The|While|When|Finally)$/;

/**
 * True for a capitalised word that can be a name where one is introduced: "Raptor" in "we introduce Raptor
 * (…)".
 */
const isCapitalised = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  /^\p{Lu}\p{L}{2,}$/u.test(token.text) &&
  !COMMON_SHORT_FORMS.has(token.text) &&
  !OPENING.test(token.text);

/** True for a name; false for a compound that only qualifies one: "Survivability-Aware". */
const isOwnName = (token: Token): boolean =>
  token.kind === 'word' &&
  isNameWord(token.text) &&
  !/-(?:aware|based|guided|domain|stream|enhanced|driven|free|level)$/i.test(token.text);

/**
 * The token of the short form in the bracket after the words from `at` on: SAE in "Survivability-Aware
 * Execution (SAE)". Undefined if there is none.
 */
function shortFormAfter(tokens: readonly Token[], at: number): number | undefined {
  let open = at + 1;
  while (open < at + 7 && tokens[open]?.kind === 'word') open += 1;
  const short = tokens[open + 1];
  const isShort =
    tokens[open]?.text === '(' &&
    tokens[open + 2]?.text === ')' &&
    short?.kind === 'word' &&
    isNameWord(short.text);
  // The name itself may be the shorter one: "XpandA (Expand-Agent)".
  return isShort && (open > at + 1 || short.text.length < (tokens[at]?.text.length ?? 0))
    ? open + 1
    : undefined;
}

/** True where a name can end: no noun follows that it would only qualify. */
const ends = (token: Token | undefined): boolean =>
  !token ||
  token.kind === 'mark' ||
  /^(?:a|an|the|that|which|for|to|with|on|in|is|and|as|coupled|by|using|based|of)$/.test(token.lower);

/** The token of the name that is introduced after token `from`; undefined if there is none. */
function introducedAfter(tokens: readonly Token[], from: number): number | undefined {
  let first = from;
  while (DETERMINERS.has(tokens[first]?.lower ?? '') || tokens[first]?.text === '"') first += 1;
  const isArticle = (at: number): boolean => /^an?$/.test(tokens[at]?.lower ?? '');
  if (isCapitalised(tokens[first]) && !isArticle(first - 1) && ends(tokens[first + 1])) return first;
  for (let at = first; at < from + 30; at += 1) {
    const token = tokens[at];
    if (!token || PHRASE_END.test(token.lower) || token.text === ';') return undefined;
    if (token.kind === 'word' && /^\p{Lu}/u.test(token.text)) {
      const short = shortFormAfter(tokens, at);
      if (short !== undefined) return short;
    }
    if (isOwnName(token) && !isArticle(at - 1) && (ends(tokens[at + 1]) || at === first)) return at;
  }
  return undefined;
}

/** Tokens of the names that a sentence gives to the paper's own things. */
function introduced(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  const take = (at: number | undefined): void => {
    if (at !== undefined) found.push(at);
  };
  tokens.forEach(({ lower }, at) => {
    if (lower.length < SHORTEST_LEAD || !LEADS.has(lower)) return;
    if (NAMES.has(lower)) take(introducedAfter(tokens, at + 1));
    else if (
      PROPOSES.has(lower) &&
      tokens.slice(Math.max(0, at - 6), at).some((token) => SPEAKER.test(token.lower))
    )
      take(introducedAfter(tokens, at + 1));
    // "our approach, Planner-R1, achieved", "the resulting model, RetinaVLM,".
    else if (
      OWN_NOUN.has(lower) &&
      /^(?:our|proposed|resulting|the|new)$/.test(tokens[at - 1]?.lower ?? '')
    ) {
      const next = tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
      const name = tokens[next];
      if (
        name?.kind === 'word' &&
        (isNameWord(name.text) || (next === at + 2 && isCapitalised(name) && tokens[next + 1]?.text === ','))
      )
        take(next);
    }
  });
  // "EMBER, a framework for …", "HARGO is a …".
  const [one, two, three] = tokens;
  if (
    one?.kind === 'word' &&
    (isNameWord(one.text) || isCapitalised(one)) &&
    ((two?.text === ',' && /^an?$/.test(three?.lower ?? '')) ||
      (isNameWord(one.text) && two?.lower === 'is' && /^an?$/.test(three?.lower ?? '')))
  )
    take(0);
  return found;
}

/**
 * The name before the title's colon: up to three words, of which one is not a plain word. Undefined if there
 * is none.
 */
function titleName(title: string, abstract: string): string | undefined {
  const [, name = ''] = /^([^:]{2,40}?)\s*:\s/.exec(title) ?? [];
  const words = name.split(' ');
  if (name === '' || words.length > 3) return undefined;
  const isNamed = words.some(
    (word) => isNameWord(word) || (/^\p{Lu}{2,}[\p{L}\d+-]*$/u.test(word) && !COMMON_SHORT_FORMS.has(word)),
  );
  if (isNamed && (words.length === 1 || abstract.includes(name))) return name;
  return words.length === 1 && /^\p{Lu}/u.test(name) && abstract.includes(` ${name}`) ? name : undefined;
}

/** How surely a name belongs to the paper. */
const sureness = (name: Pick<OwnName, 'inTitle' | 'isProposed' | 'count'>): number =>
  (name.inTitle ? 3 : 0) + (name.isProposed ? 1 : 0) + Math.min(name.count, 4) / 2;

/** The names of the paper's own things, the surest first. Linear in the text. */
export function findOwnNames(
  title: string,
  abstract: string,
  sentences: readonly Sentence[],
): readonly OwnName[] {
  const names = new Map<string, { isData: boolean; inTitle: boolean; isProposed: boolean; count: number }>();
  const inTitle = titleName(title, abstract);
  if (inTitle !== undefined)
    names.set(inTitle, {
      isData:
        /\b(?:dataset|benchmark|corpus|database|challenge)\b/i.test(title) &&
        !/\b(?:framework|model|method|network)\b/i.test(title),
      inTitle: true,
      isProposed: false,
      count: 0,
    });
  for (const { tokens } of sentences)
    for (const at of introduced(tokens)) {
      const text = withoutPossessive(tokens[at]?.text ?? '');
      const known = names.get(text);
      if (known) {
        known.isProposed = true;
        known.isData ||= isDataAt(tokens, at);
      } else if (names.size < 8)
        names.set(text, { isData: isDataAt(tokens, at), inTitle: false, isProposed: true, count: 0 });
    }
  if (names.size === 0) return [];
  for (const { tokens } of sentences)
    tokens.forEach(({ kind, text }, at) => {
      const known = kind === 'word' ? names.get(withoutPossessive(text)) : undefined;
      if (!known) return;
      known.count += 1;
      // "the Aton benchmark", anywhere in the abstract.
      known.isData ||= DATA.test(tokens[at + 1]?.lower ?? '');
    });
  const ofWords = inTitle?.includes(' ') ? names.get(inTitle) : undefined;
  if (ofWords && inTitle) ofWords.count = abstract.split(inTitle).length - 1;
  const sorted = [...names]
    .map(([text, name]) => ({ text, ...name }))
    .toSorted((a, b) => sureness(b) - sureness(a));
  return [
    ...sorted.filter(({ isData }) => !isData).slice(0, MOST),
    ...sorted.filter(({ isData }) => isData).slice(0, MOST),
  ];
}
