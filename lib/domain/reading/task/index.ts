/** Reads the task that a paper prints, where its tags do not say it: "polyp counting". */
import type { Located, PaperText, PrintedTask, TagDefinition } from '../../paper';
import type { PaperWords } from '../word-list';
import { fold } from '../tags/vocabulary';
import { taskInAbstract } from './abstract';
import { taskInTitle } from './title';
import { HEADS, VERBS } from './words';

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Names in their words, by their first word. */
type Names = ReadonlyMap<string | undefined, readonly (readonly string[])[]>;

/** A tag's label and forms, once for each tag: listings read hundreds of papers. */
const namesOfTags = new WeakMap<TagDefinition, Names>();

function namesOfTag(tag: TagDefinition): Names {
  const known = namesOfTags.get(tag);
  if (known) return known;
  const names = [tag.label, ...tag.forms].map((name) => wordsIn(name).map(fold));
  const made = Map.groupBy(names, ([first]) => first);
  namesOfTags.set(tag, made);
  return made;
}

/** The tags of a taxonomy by id, once for each taxonomy. */
const definitions = new WeakMap<readonly TagDefinition[], ReadonlyMap<string, TagDefinition>>();

function definitionsOf(taxonomy: readonly TagDefinition[]): ReadonlyMap<string, TagDefinition> {
  const known = definitions.get(taxonomy);
  if (known) return known;
  const made = new Map(taxonomy.map((tag) => [tag.id, tag]));
  definitions.set(taxonomy, made);
  return made;
}

/** Words that make a task no other one: adjectives, and what nearly every task of a kind is on. */
const ADDS_NOTHING = /-|(?:al|ic|ive|ous|able|ible|ary|ed|ly)$|^(?:of|images?|tasks?|data|videos?)$/i;

/** A task that is written with a hyphen: "re-identification". */
const isOwnHead = (word: string): boolean => word.includes('-') && HEADS.has(word.toLowerCase());

/**
 * True if the task has a word of weight that no name of the paper's tags accounts for. Only names that are in the
 * task as a whole do: "blood glucose" says nothing of "glucose sensing".
 */
function isMoreThan(name: string, tags: readonly TagDefinition[]): boolean {
  const words = new Set(wordsIn(name).map(fold));
  const said = new Set<string>();
  for (const tag of tags)
    for (const first of words)
      for (const own of namesOfTag(tag).get(first) ?? [])
        if (own.every((word) => words.has(word))) for (const word of own) said.add(word);
  return name
    .split(' ')
    .some(
      (word) =>
        (isOwnHead(word) || !ADDS_NOTHING.test(word)) &&
        !VERBS.has(word.toLowerCase()) &&
        !wordsIn(word).every((part) => said.has(fold(part))),
    );
}

/**
 * The task that the title names, or the abstract says plainly, as printed. Undefined if there is none, or if
 * `tags`, which were read from the paper, say it already. `words` are those of the paper.
 */
export function readTask(
  { title, abstract }: Pick<PaperText, 'title' | 'abstract'>,
  tags: readonly { readonly id: string }[],
  taxonomy: readonly TagDefinition[],
  words?: PaperWords,
): Located<PrintedTask> | undefined {
  const inTitle = taskInTitle(title);
  const span = inTitle ?? taskInAbstract(abstract, words?.abstract);
  if (!span) return undefined;
  const text = inTitle ? 'title' : 'abstract';
  const name = (inTitle ? title : abstract).slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  const own = tags.flatMap(({ id }) => definitionsOf(taxonomy).get(id) ?? []);
  return isMoreThan(name, own) ? { name, span: { start: span.start, end: span.end, text } } : undefined;
}
