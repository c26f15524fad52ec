/** Finds faults of the taxonomy: keys, labels and forms of two tags, and references to nothing. */
import type { TagDefinition } from '@/lib/domain/paper';
import { formKey } from '@/lib/domain/reading/tags/form-tree';
import type { Fault } from './faults';

const FILE = 'data/taxonomy.json';

/** A form of two tags would give both for one mention; `signs` may be shared, since they name neither. */
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

/** Facts about forms must be about forms of the tag, and implied tags must exist. */
function checkKnowledge(
  tag: TagDefinition,
  ids: ReadonlySet<string>,
  say: (field: string, message: string) => number,
): void {
  const own = new Set([...tag.forms, ...(tag.signs ?? [])]);
  const { faint = [], vague = [], archives = [], beside = {}, implies = [], methods = [] } = tag;
  for (const [field, list] of Object.entries({ faint, vague, archives, beside: Object.keys(beside) }))
    for (const form of list) if (!own.has(form)) say(`${tag.id}.${field}`, `"${form}" is none of its forms`);
  for (const id of implies)
    if (!ids.has(id) || id === tag.id) say(`${tag.id}.implies`, `"${id}" is no other tag`);
  for (const id of methods)
    if (!ids.has(id) || id === tag.id) say(`${tag.id}.methods`, `"${id}" is no other tag`);
}
