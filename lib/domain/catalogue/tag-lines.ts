/** Encodes a tag of the shipped catalogue and decodes it. */
import { isRecord } from '@/lib/domain/is-record';
import { FACETS, type TagDefinition } from '@/lib/domain/paper';
import { TAG_FIELDS, TAG_TRAITS, type TagKnowledge } from '@/lib/domain/tag-knowledge';
import { isStrings } from '@/lib/domain/paper-guards';

/**
 * `[id, facet, label, forms, definition, knowledge]`; the facet as its index, the last item only if it is not
 * empty.
 */
export function encodeTag({
  id,
  facet,
  label,
  forms,
  definition,
  ...knowledge
}: TagDefinition): readonly unknown[] {
  const line = [id, FACETS.indexOf(facet), label, forms, definition];
  return Object.keys(knowledge).length > 0 ? [...line, knowledge] : line;
}

const LISTS = [
  'implies',
  'categories',
  'methods',
  'signs',
  'usual',
  'withDisease',
  'withImages',
  'faint',
  'vague',
  'archives',
  'not',
] as const;

function isKnowledge(value: unknown): value is TagKnowledge {
  if (!isRecord(value)) return false;
  const { field, traits, adjective, beside, said } = value;
  return (
    LISTS.every((name) => value[name] === undefined || isStrings(value[name])) &&
    (field === undefined || TAG_FIELDS.some((one) => one === field)) &&
    [adjective, said].every((text) => text === undefined || typeof text === 'string') &&
    (traits === undefined ||
      (isStrings(traits) && traits.every((trait) => TAG_TRAITS.some((one) => one === trait)))) &&
    (beside === undefined || (isRecord(beside) && Object.values(beside).every(isStrings)))
  );
}

/** Undefined if the value is not an encoded tag. */
export function decodeTag(value: unknown): TagDefinition | undefined {
  if (!Array.isArray(value)) return undefined;
  const [id, number, label, forms, definition, knowledge = {}]: unknown[] = value;
  const facet = typeof number === 'number' ? FACETS[number] : undefined;
  if (typeof id !== 'string' || typeof label !== 'string' || typeof definition !== 'string') return undefined;
  if (!facet || !isStrings(forms) || !isKnowledge(knowledge)) return undefined;
  return { id, facet, label, forms, definition, ...knowledge };
}
