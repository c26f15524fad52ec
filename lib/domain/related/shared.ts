/** What two papers have in common: tags and salient words. */
import type { TagDefinition } from '@/lib/domain/paper';
import { hasTrait } from '@/lib/domain/tag-knowledge';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { TagLookup } from './paper-index';
import type { SharedTag } from './reasons';

/** The stems of a text's words, in order. */
export const stemsOf = (text: string): string[] => tokenise(text).map((token) => stem(token.text));

const tagStems = new WeakMap<TagDefinition, ReadonlySet<string>>();

/** The stems of all forms of a tag, which as shared words add nothing to the tag. */
export const stemsOfTag = (tag: TagDefinition): ReadonlySet<string> => {
  let stems = tagStems.get(tag);
  if (stems === undefined) {
    stems = new Set([tag.label, ...tag.forms].flatMap(stemsOf));
    tagStems.set(tag, stems);
  }
  return stems;
};

const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;

/** Whether a term is printed like a name or acronym. */
export const isName = (surface: string): boolean => TWO_CAPITALS.test(surface);

/**
 * The least rarity, in nats, of a term that is a reason: "glioma" is rare enough, "treatment" and "medical
 * data" are not.
 */
const LEAST_SUBJECT_IDF = 5.5;

/** Whether a term is rare enough in the literature to be a reason; unknown terms are. */
export const isDistinctive = (key: string, idf: InverseDocumentFrequency): boolean =>
  (idf(key) ?? Infinity) >= LEAST_SUBJECT_IDF;

/**
 * Whether the paper has no other tag of the same kind, apart from tags that this one implies or that imply
 * it.
 */
const isOnlyOne = (tag: TagDefinition, ids: readonly string[], look: TagLookup): boolean =>
  ids.every((id) => {
    const other = look(id);
    if (other === undefined || other.id === tag.id || other.facet !== tag.facet) return true;
    if (tag.facet === 'modality' && !hasTrait(other, 'picture')) return true;
    return tag.implies?.includes(other.id) === true || other.implies?.includes(tag.id) === true;
  });

/**
 * The tags of both papers, for finding reasons; `rarityOf` returns the logarithm of the number of papers over
 * those with the tag.
 */
export const findSharedTags = (
  ofOne: readonly string[],
  ofOther: readonly string[],
  rarityOf: (id: string) => number,
  look: TagLookup,
): SharedTag[] =>
  ofOne.flatMap((id) => {
    const definition = ofOther.includes(id) ? look(id) : undefined;
    if (definition === undefined || hasTrait(definition, 'unspecific')) return [];
    const isOnly = [ofOne, ofOther].every((ids) => isOnlyOne(definition, ids, look));
    return [{ definition, rarity: rarityOf(id), isOnly }];
  });
