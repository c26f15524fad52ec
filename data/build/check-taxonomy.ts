/** Faults of the taxonomy: keys, labels and forms that two tags share, and knowledge that leads nowhere. */
import type { TagDefinition } from '@/lib/domain/paper';
import { formKey } from '@/lib/domain/reading/tags/form-tree';
import type { Fault } from './faults';

const FILE = 'data/taxonomy.json';

/** A form that two tags share gives a text two tags for one mention; `signs` may be shared, since they name neither. */
export function checkTaxonomy(tags: readonly TagDefinition[]): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  const say = (field: string, message: string): number => faults.push({ file: FILE, field, message });
  const claim = (key: string, tag: TagDefinition, field: string, what: string): void => {
    const owner = owners.get(key);
    if (owner === tag.id) say(field, `${what} stands there in another spelling`);
    else if (owner !== undefined) say(field, `${what} belongs to ${owner} too`);
    owners.set(key, tag.id);
  };
  const ids = new Set(tags.map(({ id }) => id));
  for (const tag of tags) {
    claim(`id ${tag.id}`, tag, tag.id, 'the id');
    claim(`label ${tag.label.toLowerCase()}`, tag, `${tag.id}.label`, `"${tag.label}"`);
    for (const [index, form] of tag.forms.entries())
      claim(`form ${formKey(form)}`, tag, `${tag.id}.forms[${index}]`, `"${form}"`);
    checkKnowledge(tag, ids, say);
  }
  return faults;
}

/** What is said of forms must be said of forms that the tag has, and what it implies must be there. */
function checkKnowledge(
  tag: TagDefinition,
  ids: ReadonlySet<string>,
  say: (field: string, message: string) => number,
): void {
  const own = new Set([...tag.forms, ...(tag.signs ?? [])]);
  const { faint = [], beside = {}, implies = [] } = tag;
  for (const form of faint) if (!own.has(form)) say(`${tag.id}.faint`, `"${form}" is none of its forms`);
  for (const form of Object.keys(beside))
    if (!own.has(form)) say(`${tag.id}.beside`, `"${form}" is none of its forms`);
  for (const id of implies)
    if (!ids.has(id) || id === tag.id) say(`${tag.id}.implies`, `"${id}" is no other tag`);
}
