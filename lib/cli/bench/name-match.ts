/** Decides whether a read name matches a labelled one. The bench prints `NAME_RULE` above its table. */
import { findMetric, singular } from '@/lib/domain/metrics';

/** The rule as text, printed above the table. */
export const NAME_RULE =
  'A name is right where its content words are those of the label or of one of its alternatives, or all of the one stand in the other and are at least half of it. A metric is right where both go by one standard name of the lexicon, or by the same content words. Names count where a number was found.';

/** Words that only name the kind of thing, or mean nothing by themselves. */
const EMPTY = new Set(
  `a an the of on in for to and or at by with from its our their this these all both each over across under
   dataset data set benchmark corpus suite challenge cohort collection task split model method framework approach system
   network algorithm setting condition score mean average overall metric value`.split(/\s+/),
);

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll(/(\p{L})\((\p{L})/gu, '$1 ($2')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '')
    .map(singular);

/** A name's content words; all of its words if it has none ("test set"). */
function contentWords(name: string): ReadonlySet<string> {
  const words = wordsOf(name);
  const content = words.filter((word) => !EMPTY.has(word));
  return new Set(content.length > 0 ? content : words);
}

/** Whether two names refer to the same thing, by their content words. */
export function isSameName(read: string, label: string): boolean {
  const [one, other] = [contentWords(read), contentWords(label)];
  const shared = one.intersection(other).size;
  return shared === Math.min(one.size, other.size) && 2 * shared >= Math.max(one.size, other.size);
}

const short = (name: string): string => name.replaceAll(/\([^)]*\)/g, ' ');
const standard = (name: string): string => findMetric(name)?.name ?? name;

/**
 * Whether two names refer to the same metric: by the standard names in the lexicon, otherwise by their content
 * words.
 */
export function isSameMetric(read: string, label: string): boolean {
  if (standard(read).toLowerCase() === standard(label).toLowerCase()) return true;
  return [
    [read, label],
    [short(read), short(label)],
    [standard(read), standard(label)],
  ].some(([a = '', b = '']) => {
    const [one, other] = [contentWords(a), contentWords(b)];
    return one.size === other.size && one.isSubsetOf(other);
  });
}
