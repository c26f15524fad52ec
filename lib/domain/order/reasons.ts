/** What an entry and a saved paper have in common, in a few words for the line beside the entry. */
import type { TagDefinition } from '@/lib/domain/paper';
import { inSentence } from '@/lib/domain/related/reasons';
import { hasTrait } from '@/lib/domain/tag-knowledge';
import { isBoilerplate, termKey, type InverseDocumentFrequency } from '@/lib/domain/text/terms';
import type { Profile } from './profile';

/** The facts about a paper from which reasons are found. */
export interface ReasonedPaper {
  readonly title: string;
  readonly tags: readonly TagDefinition[];
  readonly profile: Profile;
}

/** What reasons depend on besides the two papers. */
export interface ReasonContext {
  readonly idf: InverseDocumentFrequency;
  /** The share of the list's entries with a tag, 0 to 1. */
  readonly shareWith: (tagId: string) => number;
}

/** How many things are named at most. */
const MOST_REASONS = 3;
/** A tag that a larger share of the list has is no reason. */
const COMMON_SHARE = 1 / 3;
/** The rarity, in nats, from which a word names a subject: "glioma" does, "treatment" does not. */
const LEAST_SUBJECT_IDF = 5;

interface Reason {
  readonly text: string;
  readonly weight: number;
  /** Stems that the reason contains. */
  readonly stems: readonly string[];
}

const stemsOf = (text: string): readonly string[] => termKey(text).split(' ');

function tagReasons(
  saved: ReasonedPaper,
  entry: ReasonedPaper,
  { shareWith }: ReasonContext,
): readonly Reason[] {
  const held = new Set(saved.tags.map(({ id }) => id));
  const implied = new Set(entry.tags.filter(({ id }) => held.has(id)).flatMap(({ implies = [] }) => implies));
  return entry.tags.flatMap((tag) => {
    const share = shareWith(tag.id);
    const isDistinctive = tag.facet !== 'contribution' && !hasTrait(tag, 'manner') && share <= COMMON_SHARE;
    if (!held.has(tag.id) || implied.has(tag.id) || !isDistinctive) return [];
    const stems = [tag.label, ...tag.forms].flatMap(stemsOf);
    return [{ text: inSentence(tag), weight: Math.log(1 / Math.max(share, 1 / 1000)), stems }];
  });
}

/** A word with two capitals is a name: "MIMIC-CXR", "nnU-Net". */
const NAME = /\p{Lu}.*\p{Lu}/u;

interface TermReason extends Reason {
  /** Whether it names a subject: it is rare, and is in a title, a name or a set phrase. */
  readonly isDistinctive: boolean;
}

/** Words and pairs of words in both, those that contribute most to the similarity first. */
function termReasons(
  saved: ReasonedPaper,
  entry: ReasonedPaper,
  { idf }: ReasonContext,
): readonly TermReason[] {
  const places = new Map(saved.profile.keys.map((key, at) => [key, at]));
  const titled = new Set(stemsOf(`${saved.title} ${entry.title}`));
  return entry.profile.keys
    .flatMap((key, at) => {
      const place = places.get(key);
      const text = entry.profile.surfaces[at] ?? '';
      if (place === undefined || text.length < 3 || isBoilerplate({ surface: text })) return [];
      const stems = key.split(' ');
      const rarity = idf(key);
      const isSubject =
        stems.every((stem) => titled.has(stem)) ||
        NAME.test(text) ||
        (stems.length > 1 && rarity !== undefined);
      const alike = (entry.profile.weights[at] ?? 0) * (saved.profile.weights[place] ?? 0);
      const isDistinctive = isSubject && (rarity ?? LEAST_SUBJECT_IDF) >= LEAST_SUBJECT_IDF;
      return [{ text, stems, weight: alike * stems.length, isDistinctive }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
}

/**
 * At most three things that both papers are about, the most informative first: tags, then words. If there are
 * none, the word that contributes most to the similarity. Empty if the papers have nothing in common.
 */
export function namesInCommon(
  saved: ReasonedPaper,
  entry: ReasonedPaper,
  context: ReasonContext,
): readonly string[] {
  const chosen: Reason[] = tagReasons(saved, entry, context)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS);
  const said = new Set(chosen.flatMap(({ stems }) => stems));
  const terms = termReasons(saved, entry, context);
  for (const reason of terms) {
    if (chosen.length === MOST_REASONS) break;
    if (!reason.isDistinctive || reason.stems.some((stem) => said.has(stem))) continue;
    chosen.push(reason);
    for (const stem of reason.stems) said.add(stem);
  }
  return (chosen.length > 0 ? chosen : terms.slice(0, 1)).map(({ text }) => text);
}
