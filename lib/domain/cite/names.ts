/** Authors as bibliographies need them: people's names in parts, groups whole. */
import { familyNameOf, isGroup, NAME_SUFFIX } from '@/lib/domain/describe/names';
import type { Authors } from '@/lib/domain/paper';

/** An author: a person, whose parts may be empty except for the family name, or a group. */
export type Author =
  | {
      readonly kind: 'person';
      readonly family: string;
      readonly given: string;
      /** "Jr.", "III" */
      readonly suffix: string;
      /** The whole name in reading order. */
      readonly name: string;
    }
  | { readonly kind: 'group'; readonly name: string };

function partName(name: string, stated: string | undefined): Author {
  if (isGroup(name)) return { kind: 'group', name };
  const family = stated || familyNameOf(name);
  if (name.includes(',')) {
    const [, ...rest] = name.split(',').map((part) => part.trim());
    return { kind: 'person', family, given: rest.at(-1) ?? '', suffix: rest.slice(0, -1).join(' '), name };
  }
  const words = name.split(/\s+/);
  let suffix = '';
  while (words.length > 1 && NAME_SUFFIX.test(words.at(-1) ?? '')) suffix = `${words.pop()} ${suffix}`.trim();
  const whole = words.join(' ');
  // If the name does not end with the stated family name, the spellings differ, and the name itself is used.
  if (!` ${whole}`.endsWith(` ${family}`)) return partName(name, undefined);
  return { kind: 'person', family, given: whole.slice(0, -family.length).trim(), suffix, name };
}

/** The authors in order; empty if no names are known. */
export function listAuthors(authors: Authors | undefined): readonly Author[] {
  if (!authors || 'count' in authors) return [];
  if ('organisation' in authors) return [{ kind: 'group', name: authors.organisation }];
  return authors.names
    .map((name, index) => partName(name.trim().replace(/\s+/g, ' '), authors.familyNames?.[index]))
    .filter(({ name }) => name !== '');
}

/** The name by which an author is cited: the family name, or a group's whole name. */
export function citedName(author: Author): string {
  return author.kind === 'group' ? author.name : author.family;
}
