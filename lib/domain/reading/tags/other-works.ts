/** Tells what sentences name of others: "Existing methods rely on …", "for applications such as …". */
import type { Span } from '../../paper';

/** In characters; longer sentences are rarely about one thing from beginning to end. */
const REACH = 250;

/** How a sentence begins whose subject are other works. */
const SUBJECT = new RegExp(
  [
    String.raw`^\s*(?:(?:however|while|although|though|whereas|unlike|in contrast to|compared (?:to|with))\b,?\s+)?`,
    String.raw`(?:the\s+)?(?:(?:many|most|some)\s+)?(?:of\s+the\s+)?`,
    String.raw`(?:conventional|traditional|existing|previous|prior|current|earlier|most|many|other|typical|standard)\s`,
    String.raw`(?:[\w-]+\s){0,4}?`,
    String.raw`(?:approaches|methods|works?|models|techniques|studies|solutions|systems|pipelines|algorithms|frameworks|efforts|reviews|research|literature|strategies|paradigms?|practices?|detectors|architectures)\b`,
  ].join(''),
  'i',
);

const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/gu;

/** The sentence of a place up to it; undefined if it begins too far off, since its subject is unknown then. */
function sentenceBefore(abstract: string, { start }: Span): string | undefined {
  const before = abstract.slice(Math.max(0, start - REACH), start);
  let from = 0;
  for (const end of before.matchAll(SENTENCE_END)) from = end.index + end[0].length;
  return from === 0 && start > REACH ? undefined : before.slice(from);
}

/**
 * True for a place behind the subject of a sentence about other works; on 3,000 abstracts, five in six methods
 * and qualities that are named nowhere else are not the paper's own.
 */
export const isOfOtherWorks = (abstract: string, span: Span): boolean =>
  SUBJECT.test(sentenceBefore(abstract, span) ?? '');

/** What examples follow, in the same clause. */
const BEFORE_EXAMPLES =
  /\b(?:such as|like|including|e\.g\.,?|for example|applications? (?:in|from|spanning|ranging|across))\s[^.;:()]{0,110}$/i;
/** How a sentence goes on before a list's last item, and around one that is neither the first nor the last. */
const BEFORE_LAST = /,\s(?:and|or)\s$/;
const BEFORE_ITEM = /,\s$/;
const AFTER_ITEM = /^(?:,|\s(?:and|or)\s)/;
/** Words of sentences that say what the paper does, or on what it is tested. */
const OWN =
  /\b(?:we\b|our\b|this (?:paper|work|study|article)|experiment|evaluat|benchmark|data ?sets?\b|validat|test(?:ed|s)?\b|outperform|results?\b|propos|present|introduc)/i;
/** Words of sentences that say what may come of it: "can be used for tracking, mapping and editing". */
const POSSIBLE =
  /\b(?:can be|could|may|potential|future|promis|enabl|applicab|applications?\b|extend|pav(?:e|ing)\b)/i;

/**
 * True for one of several things that a sentence lists in passing: it tells neither what the paper does nor its tests,
 * or names possible uses. On 600 judged abstracts more than half of such tags are not the paper's. Examples
 * ("such as") are often what a paper works on unless they are uses (`isUse`), and what is named again
 * (not `isOnce`) unless it stands between other items.
 */
export function isListed(abstract: string, span: Span, isUse: boolean, isOnce: boolean): boolean {
  const before = sentenceBefore(abstract, span) ?? '';
  const [after = ''] = abstract.slice(span.end, span.end + REACH).split(SENTENCE_END);
  // "However, parsing fails" lists nothing.
  const isItem = BEFORE_LAST.test(before) || (BEFORE_ITEM.test(before) && AFTER_ITEM.test(after));
  if (!isItem && !(isUse && BEFORE_EXAMPLES.test(before))) return false;
  const isBetween = after.startsWith(',');
  return OWN.test(before + after)
    ? isUse && isBetween && POSSIBLE.test(before + after)
    : isOnce || (isItem && isBetween);
}

/** With which an abstract turns from its field to itself. */
const TURN =
  /\b(?:we|our|this (?:paper|work|study|article|survey|review|report)|propos\w+|introduces?|presents?)\b/i;

/**
 * True for a sentence that ends before the abstract speaks of its own work: data that are named only there were
 * used by others. Never true if the abstract does not speak of itself.
 */
export function isBeforeOwnWork(abstract: string, { end }: Span): boolean {
  const turn = abstract.search(TURN);
  return turn > end && abstract.slice(end, turn).search(SENTENCE_END) >= 0;
}
