/** The ways in which a noun phrase names a task, as named rules. */
import type { Span } from '../../paper';
import type { Chunk, Word } from './chunks';
import {
  CONTAINERS,
  EMPTY,
  HEADS,
  HEADS_WITH_OF,
  MANNERS,
  METHODS,
  PLAIN_VERBS,
  UNCLEAR,
  VAGUE_HEADS,
  VERBS,
} from './words';

/** In words; longer phrases are seldom one task. */
const MOST_WORDS = 5;
/** In characters; longer ones are lists with slashes. */
const MOST_LETTERS = 60;

const lastPart = (word: string): string => word.slice(word.lastIndexOf('-') + 1);

const isIn = (words: ReadonlySet<string>, { lower }: Word): boolean =>
  words.has(lower) || (lower.includes('-') && words.has(lastPart(lower)));

/** Tasks that are named by two ends. */
const BETWEEN_TWO: ReadonlySet<string> = new Set(['translation', 'conversion', 'transfer', 'mapping']);

/** True for a noun that names a task with the words before it. */
const isHead = (word: Word, governor: string): boolean =>
  isIn(HEADS, word) || (governor === 'for' && isIn(VAGUE_HEADS, word));

/** Adjectives by their endings: a task of adjectives alone ("visual exploration") says too little. */
const ADJECTIVE = /^(?:multi|cross|\dd$)|(?:al|ic|ive|ous|able|ible|ary|less|ful|ed|ly)$/;
/** Participles and adverbs that say how well or how something is done: "reinforced", "geometrically". */
const QUALITY =
  /^(?!unmanned|signed|named|computed|.*eed$|.*-generated$).{3,}(?:ed|ly|able|ible)$|^\d+(?:st|nd|rd|th)$|^self-/;
/** A verb at the beginning of a title: "aligning". Nouns of the same ending stay. */
const VERB =
  /^(?!referring|building|driving|reading|writing|parking|painting|programming|spelling|housing|string|bearing|clothing|meeting|hearing|breathing|gaming|mining|engineering|manufacturing|machining|welding|lighting|heading|timing|spring|marking|swimming|walking|imaging|hearing|lightning|wing|training).{3,}ing$/;
/** Adjectives of methods: "physics-guided". */
const COMPOUND =
  /-(?:based|guided|aware|driven|enhanced|free|supervised|augmented|assisted|aided|oriented|informed|inspired|conditioned|centric|agnostic|level|shot|efficient|constrained|powered|invariant|preserving|regularized|consistent|adaptive|step|stage|task)$/;

const isMethod = (word: Word): boolean => isIn(METHODS, word) || COMPOUND.test(word.lower);

const isManner = ({ lower }: Word): boolean => MANNERS.has(lower) || QUALITY.test(lower);

/** The words before a task without those that say how it is done. */
function subjectOf(words: readonly Word[]): readonly Word[] {
  // "Network intrusion detection" is on networks, "neural network pruning" prunes one.
  const method = words.findLastIndex((word, at) => isMethod(word) && !(at === 0 && word.lower === 'network'));
  const own = words.slice(method + 1);
  const subject = own.slice(own.findIndex((word) => !isManner(word)));
  // "Safeguarding radiation detection": what follows another verb is not the paper's task.
  const isUnclear = subject.some((word) => isIn(UNCLEAR, word)) || VERB.test(own[0]?.lower ?? '');
  return isUnclear || own.every(isManner) ? [] : subject;
}

/** The place of the words if there are as many as a task has. */
function spanOf(words: readonly Word[]): Span | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length < 2 || words.length > MOST_WORDS) return undefined;
  return last.end - first.start > MOST_LETTERS ? undefined : { start: first.start, end: last.end };
}

/** True for words that say what something is done to. */
const isSubject = (words: readonly Word[]): boolean =>
  words.some((word) => !isIn(HEADS, word) && !ADJECTIVE.test(word.lower) && !EMPTY.has(word.lower));

/** True for words of which none belongs to a method, or to what is made for a task. */
const isPlain = (words: readonly Word[]): boolean =>
  !words.some(
    (word) =>
      isMethod(word) ||
      isIn(UNCLEAR, word) ||
      MANNERS.has(word.lower) ||
      CONTAINERS.has(word.lower) ||
      /^\d+$/.test(word.lower),
  );

/** `words` with "of" and the next phrase, if `next` is "of". */
function withOf(words: readonly Word[], next: string, after: Chunk | undefined): readonly Word[] {
  const [first] = after?.words ?? [];
  if (next !== 'of' || !first || !after) return words;
  return [...words, { start: first.start, end: first.start, lower: 'of' }, ...after.words];
}

/** A way of naming a task. `after` is the phrase that follows. */
export interface TaskRule {
  readonly name: string;
  /** A title and the task that is read from it. */
  readonly example: readonly [title: string, task: string];
  readonly match: (chunk: Chunk, after: Chunk | undefined) => Span | undefined;
}

/** The ways of naming a task; the first that matches decides. */
export const TASK_RULES: readonly TaskRule[] = [
  {
    name: 'a verb and its object',
    example: ['Detecting gaseous emboli in ultrasound with a small network', 'Detecting gaseous emboli'],
    match: ({ words, next }, after) => {
      const [verb, ...object] = words;
      const last = object.at(-1);
      if (!verb || !VERBS.has(verb.lower) || !last) return undefined;
      if (!isPlain(object) || !isSubject(object) || ADJECTIVE.test(lastPart(last.lower))) return undefined;
      // "Predicting short and long-term outcomes": the object is not whole.
      if (object.length === 1 && (!PLAIN_VERBS.has(verb.lower) || next === 'and')) return undefined;
      const whole = withOf(words, next, after);
      return isPlain(whole.slice(1)) ? spanOf(whole) : undefined;
    },
  },
  {
    name: 'a subject and what is done to it',
    example: ['An efficient transformer for automated polyp counting benchmarks', 'polyp counting'],
    match: ({ words, governor, next }) => {
      const end = words.findLastIndex(({ lower }) => !CONTAINERS.has(lower));
      const head = words[end];
      if (!head || !isHead(head, governor)) return undefined;
      // "Robot detection of objects": what is detected follows.
      if (next === 'of' && (governor !== 'for' || !isIn(HEADS, head))) return undefined;
      // "Basque to English translation": its first language stands before.
      if (governor === 'to' && BETWEEN_TWO.has(head.lower)) return undefined;
      const subject = subjectOf(words.slice(0, end));
      return isSubject(subject) ? spanOf([...subject, head]) : undefined;
    },
  },
  {
    name: 'what is done, of what',
    example: ['Automatic estimation of bolus size from sound', 'estimation of bolus size'],
    match: ({ words, next }, after) => {
      const head = words.at(-1);
      if (next !== 'of' || !after || !head || !HEADS_WITH_OF.has(head.lower)) return undefined;
      // "Sentiment prediction of lyrics" is no prediction of lyrics.
      if (
        words.slice(0, -1).some((word) => !isManner(word) && !isMethod(word) && !ADJECTIVE.test(word.lower))
      )
        return undefined;
      return isPlain(after.words) && isSubject(after.words) && after.next !== 'of' && after.next !== 'for'
        ? spanOf(withOf([head], next, after))
        : undefined;
    },
  },
];

/** The task that a phrase names, by the first rule that matches; undefined if none does. */
export function taskOf(
  chunk: Chunk,
  after: Chunk | undefined,
): (Span & { readonly rule: string }) | undefined {
  for (const { name, match } of TASK_RULES) {
    const span = match(chunk, after);
    if (span) return { ...span, rule: name };
  }
  return undefined;
}
