/**
 * Leaves the examples of rules of reading out of builds: tests run them on the sources, and nothing that ships asks
 * for them.
 */
import { parseAst, type Plugin } from 'vite';

/** The functions that make a rule of a name and an example, before other arguments. */
const MAKERS: ReadonlySet<unknown> = new Set(['accept', 'atWord', 'refusal', 'reject', 'role', 'sign']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node & Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

const isText = (value: unknown): boolean =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string';

/** True for `['a text', 'what is read']`. */
const isExample = (value: unknown): value is Node =>
  isNode(value) &&
  value.type === 'ArrayExpression' &&
  Array.isArray(value['elements']) &&
  value['elements'].length === 2 &&
  value['elements'].every(isText);

const nameOf = (value: unknown): unknown => (isNode(value) ? value['name'] : undefined);

/** The example that a property or a call gives to a rule. */
function exampleOf(node: Node & Readonly<Record<string, unknown>>): Node | undefined {
  if (node.type === 'Property' && nameOf(node['key']) === 'example' && isExample(node['value']))
    return node['value'];
  if (node.type !== 'CallExpression' || !MAKERS.has(nameOf(node['callee']))) return undefined;
  const [name, example]: readonly unknown[] = Array.isArray(node['arguments']) ? node['arguments'] : [];
  return isText(name) && isExample(example) ? example : undefined;
}

function findExamples(value: unknown, found: Node[]): void {
  if (Array.isArray(value)) for (const each of value) findExamples(each, found);
  if (!isNode(value)) return;
  const example = exampleOf(value);
  if (example) found.push(example);
  for (const part of Object.values(value)) findExamples(part, found);
}

/** A module's TypeScript with an empty list for each example of a rule. */
export function withoutExamples(source: string): string {
  const found: Node[] = [];
  findExamples(parseAst(source, { lang: 'ts' }).body, found);
  let rest = source;
  // From the last to the first, so that the places of the others stay as they are.
  for (const { start, end } of found.toSorted((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)}[]${rest.slice(end)}`;
  return rest;
}

/** The Vite plugin for builds. */
export const leaveOutExamples = (): Plugin => ({
  name: 'leave-out-examples',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/lib\/domain\/reading\/[^?]*\.ts$/ },
    handler: (source) => ({ code: withoutExamples(source), map: null }),
  },
});
