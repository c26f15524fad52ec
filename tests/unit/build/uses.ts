/** What our code uses of the language, the web's APIs, the extension API and CSS, as paths in MDN's table. */
import { parseSync } from 'vite';
import { lookUp, namesUnder } from './compat';

/** A use: the paths that its name may refer to. It is supported once the first of them is. */
export interface Use {
  readonly name: string;
  readonly paths: readonly (readonly string[])[];
}

const ROOTS: Readonly<Record<string, string>> = {
  window: 'Window',
  globalThis: 'Window',
  document: 'Document',
  navigator: 'Navigator',
  crypto: 'Crypto',
  location: 'Location',
  history: 'History',
};

/**
 * The web interfaces whose members are used without their owner's name: the members of others would only match by
 * chance.
 */
const MET = [
  'AbortSignal',
  'Document',
  'DocumentFragment',
  'DOMTokenList',
  'Element',
  'Event',
  'HTMLElement',
  'HTMLIFrameElement',
  'HTMLInputElement',
  'IntersectionObserverEntry',
  'KeyboardEvent',
  'MutationRecord',
  'Node',
  'PointerEvent',
  'Range',
  'Response',
  'Selection',
  'ShadowRoot',
  'URL',
  'URLSearchParams',
  'Window',
];
const INTERFACES = [
  ...namesUnder(['javascript', 'builtins']).map((name) => ['javascript', 'builtins', name]),
  ...MET.map((name) => ['api', name]),
];
const membersByName = new Map<string, (readonly string[])[]>();
for (const path of INTERFACES) {
  for (const name of namesUnder(path)) {
    const known = membersByName.get(name) ?? [];
    known.push([...path, name]);
    membersByName.set(name, known);
  }
}

const isKnown = (path: readonly string[]): boolean => lookUp([...path, '__compat']) !== undefined;

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function nameOf(node: unknown): string | undefined {
  const name = isNode(node) && node['type'] === 'Identifier' ? node['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** `browser.storage.local` as its names; undefined if the expression is no such chain. */
function chainOf(node: unknown): readonly string[] | undefined {
  const name = nameOf(node);
  if (name !== undefined) return [name];
  if (!isNode(node) || node['type'] !== 'MemberExpression' || node['computed'] === true) return undefined;
  const [before, property] = [chainOf(node['object']), nameOf(node['property'])];
  return before && property !== undefined ? [...before, property] : undefined;
}

function usesOfMember(chain: readonly string[] | undefined, property: string): readonly Use[] {
  const [root = '', ...names] = chain ?? [];
  const name = [...(chain ?? ['…', property])].join('.');
  if (root === 'browser' || root === 'chrome') {
    const path = ['webextensions', 'api', ...names];
    return isKnown(path) ? [{ name, paths: [path] }] : [];
  }
  if (names.length === 1) {
    const owner = ROOTS[root] ?? root;
    const paths = [
      ['javascript', 'builtins', owner, property],
      ['api', owner, property],
      ['api', owner, `${property}_static`],
    ].filter(isKnown);
    if (paths.length > 0) return [{ name, paths }];
  }
  const paths = membersByName.get(property)?.filter(isKnown) ?? [];
  return paths.length > 0 ? [{ name: `….${property}`, paths }] : [];
}

/** All uses in a script. */
export function usesOfScript(code: string, file: string): readonly Use[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  const uses: Use[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    if (node['type'] === 'MemberExpression' && node['computed'] !== true) {
      const property = nameOf(node['property']);
      if (property !== undefined) uses.push(...usesOfMember(chainOf(node), property));
    }
    if (node['type'] === 'NewExpression') {
      const name = nameOf(node['callee']) ?? '';
      const paths = [
        ['api', name, name],
        ['javascript', 'builtins', name, name],
        ['api', name],
      ].filter(isKnown);
      // The constructor may be newer than the interface.
      if (paths.length > 0) uses.push({ name: `new ${name}`, paths: paths.slice(0, 1) });
    }
    if (node['type'] === 'TemplateElement' && isNode(node['value'])) {
      const text = String(node['value']['raw']);
      if (/[{;]\s*[a-z-]+:/.test(text)) uses.push(...usesOfCss(text));
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'type') visit(child);
  };
  visit(program);
  return uses;
}

/** The paths of CSS functions that are no properties of their own. */
const FUNCTIONS = [
  ['css', 'types', 'color'],
  ['css', 'types'],
  ['css', 'types', 'gradient'],
  ['css', 'types', 'image', 'gradient'],
  ['css', 'types', 'transform-function'],
  ['css', 'types', 'basic-shape'],
  ['css', 'types', 'filter-function'],
  ['css', 'types', 'easing-function'],
];

/** A use by its name, if the table has one of the paths that it may refer to. */
function madeOf(name: string, paths: readonly (readonly string[])[]): readonly Use[] {
  const there = paths.filter(isKnown);
  return there.length > 0 ? [{ name, paths: there }] : [];
}

/** All uses in a style sheet. */
export function usesOfCss(text: string): readonly Use[] {
  const css = text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/"[^"]*"|'[^']*'/g, '""');
  const found = (pattern: RegExp): readonly string[] => [
    ...new Set([...css.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  return [
    found(/(?:^|[{;])\s*([a-z-]+)\s*:/g).flatMap((name) => madeOf(name, [['css', 'properties', name]])),
    found(/::?([a-z-]+)/g).flatMap((name) => madeOf(`:${name}`, [['css', 'selectors', name]])),
    found(/@([a-z-]+)/g).flatMap((name) => madeOf(`@${name}`, [['css', 'at-rules', name]])),
    found(/\(\s*([a-z-]+)\s*[:<>)]/g).flatMap((name) =>
      madeOf(`@media ${name}`, [['css', 'at-rules', 'media', name]]),
    ),
    found(/([a-z-]+)\(/g).flatMap((name) =>
      madeOf(
        `${name}()`,
        FUNCTIONS.map((path) => [...path, name]),
      ),
    ),
    [...css.matchAll(/(?:^|[{;])\s*([a-z-]+)\s*:\s*([a-z-]+)\s*(?=[;}])/g)].flatMap(
      ([, property = '', value = '']) =>
        madeOf(`${property}: ${value}`, [['css', 'properties', property, value]]),
    ),
    /[{;}]\s*&/.test(css) ? madeOf('nesting', [['css', 'selectors', 'nesting']]) : [],
  ].flat();
}

/** What a manifest uses: its keys, at any depth. */
export function usesOfManifest(
  manifest: Readonly<Record<string, unknown>>,
  under: readonly string[] = [],
): readonly Use[] {
  return Object.entries(manifest).flatMap(([key, value]) => {
    const names = [...under, key];
    const path = ['webextensions', 'manifest', ...names];
    const inner = isNode(value) && !Array.isArray(value) ? usesOfManifest(value, names) : [];
    return isKnown(path) ? [{ name: names.join('.'), paths: [path] }, ...inner] : inner;
  });
}
