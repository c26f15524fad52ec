/** What two papers have in common: shared tags, and telling words. */
import type { TagDefinition } from '@/lib/domain/paper';
import { hasTrait } from '@/lib/domain/tag-knowledge';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { TagLookup } from './paper-index';
import type { SharedTag } from './reasons';

/** The stems of a text's words, in order. */
export const stemsOf = (text: string): string[] => tokenise(text).map((token) => stem(token.text));

const tagStems = new WeakMap<TagDefinition, ReadonlySet<string>>();

/** The stems of all forms of a tag: a word that is one of them says nothing beside the tag. */
export const stemsOfTag = (tag: TagDefinition): ReadonlySet<string> => {
  let stems = tagStems.get(tag);
  if (stems === undefined) {
    stems = new Set([tag.label, ...tag.forms].flatMap(stemsOf));
    tagStems.set(tag, stems);
  }
  return stems;
};

const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;

/** Whether a term is printed as names and acronyms are. */
export const isName = (surface: string): boolean => TWO_CAPITALS.test(surface);

/**
 * A term says why only where the literature at large has it seldom, in nats: "glioma" does, "treatment" or
 * "medical data" does not.
 */
const TELLING_IDF = 5.5;

/** Whether a term is rare enough in the literature to be a reason; one that the table does not know is. */
export const isTelling = (key: string, idf: InverseDocumentFrequency): boolean =>
  (idf(key) ?? Infinity) >= TELLING_IDF;

/** Of a tag's kind its paper has no other: one that the tag itself implies, or that implies it, is none. */
const isOnlyOne = (tag: TagDefinition, ids: readonly string[], look: TagLookup): boolean =>
  ids.every((id) => {
    const other = look(id);
    if (other === undefined || other.id === tag.id || other.facet !== tag.facet) return true;
    if (tag.facet === 'modality' && !hasTrait(other, 'picture')) return true;
    return tag.implies?.includes(other.id) === true || other.implies?.includes(tag.id) === true;
  });

/** The tags that both papers have, as reasons take them; `rarityOf` is the logarithm of papers over those with the tag. */
export const findSharedTags = (
  ofOne: readonly string[],
  ofOther: readonly string[],
  rarityOf: (id: string) => number,
  look: TagLookup,
): SharedTag[] =>
  ofOne.flatMap((id) => {
    const definition = ofOther.includes(id) ? look(id) : undefined;
    if (definition === undefined) return [];
    const isOnly = [ofOne, ofOther].every((ids) => isOnlyOne(definition, ids, look));
    return [{ definition, rarity: rarityOf(id), isOnly }];
  });
