/** Faults of the taxonomy: keys, labels and forms that two tags share. */
import type { TagDefinition } from '@/lib/domain/paper';
import type { Fault } from './faults';

const FILE = 'data/taxonomy.json';

/** A form that two tags of one facet share makes them synonyms, and a text would bear both. */
export function checkTaxonomy(tags: readonly TagDefinition[]): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  const claim = (key: string, tag: TagDefinition, field: string, what: string): void => {
    const owner = owners.get(key);
    if (owner !== undefined) faults.push({ file: FILE, field, message: `${what} belongs to ${owner} too` });
    owners.set(key, tag.id);
  };
  for (const tag of tags) {
    claim(`id ${tag.id}`, tag, tag.id, 'the id');
    claim(`label ${tag.label.toLowerCase()}`, tag, `${tag.id}.label`, `"${tag.label}"`);
    for (const [index, form] of tag.forms.entries()) {
      claim(`form ${tag.facet} ${form}`, tag, `${tag.id}.forms[${index}]`, `"${form}"`);
    }
  }
  return faults;
}
