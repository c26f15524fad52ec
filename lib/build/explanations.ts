/**
 * Leaves the names and examples of the rules of reading, and the names of the tests by which names are weighed, out of
 * builds: `annotate --explain`, tests and fits have them from the sources, and nothing that ships asks for them.
 */
import { parseAst, type Plugin } from 'vite';

/** The functions that make a rule of a name and an example, before other arguments. */
const MAKERS: ReadonlySet<unknown> = new Set(['accept', 'atWord', 'refusal', 'reject', 'role', 'sign']);
/** The function that makes a test of a name, before other arguments. */
const TEST_MAKER = 'feature';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

type AnyNode = Node & Readonly<Record<string, unknown>>;

/** A stretch of the source, and what stands there instead. */
interface Cut extends Pick<Node, 'start' | 'end'> {
  readonly instead: string;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

const isText = (value: unknown): value is AnyNode =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string';

/** True for `['a text', 'what is read']`. */
const isExample = (value: unknown): value is AnyNode =>
  isNode(value) &&
  value.type === 'ArrayExpression' &&
  Array.isArray(value['elements']) &&
  value['elements'].length === 2 &&
  value['elements'].every(isText);

const nameOf = (value: unknown): unknown => (isNode(value) ? value['name'] : undefined);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const asCuts = (name: unknown, example: unknown): readonly Cut[] => [
  ...(isText(name) ? [{ ...name, instead: "''" }] : []),
  ...(isExample(example) ? [{ ...example, instead: '[]' }] : []),
];

/** What an object or a call gives to a rule as its name and example, or to a test as its name. */
function cutsOf(node: AnyNode): readonly Cut[] {
  if (node.type === 'ObjectExpression') {
    const valueOf = (key: string): unknown =>
      listOf(node['properties'])
        .filter(isNode)
        .find((property) => nameOf(property['key']) === key)?.['value'];
    const example = valueOf('example');
    return isExample(example) ? asCuts(valueOf('name'), example) : [];
  }
  if (node.type !== 'CallExpression') return [];
  const [name, example] = listOf(node['arguments']);
  const maker = nameOf(node['callee']);
  if (maker === TEST_MAKER) return asCuts(name, undefined);
  return MAKERS.has(maker) && isExample(example) ? asCuts(name, example) : [];
}

function findCuts(value: unknown, found: Cut[]): void {
  if (Array.isArray(value)) for (const each of value) findCuts(each, found);
  if (!isNode(value)) return;
  found.push(...cutsOf(value));
  for (const part of Object.values(value)) findCuts(part, found);
}

/** A module's TypeScript with an empty text for each name and an empty list for each example of a rule. */
export function withoutExplanations(source: string): string {
  const found: Cut[] = [];
  findCuts(parseAst(source, { lang: 'ts' }).body, found);
  let rest = source;
  // From the last to the first, so that the places of the others stay as they are.
  for (const { start, end, instead } of found.toSorted((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)}${instead}${rest.slice(end)}`;
  return rest;
}

/** The Vite plugin for builds. */
export const leaveOutExplanations = (): Plugin => ({
  name: 'leave-out-explanations',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/lib\/domain\/reading\/[^?]*\.ts$/ },
    handler: (source) => ({ code: withoutExplanations(source), map: null }),
  },
});
