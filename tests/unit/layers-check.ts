/** The import rules of this code base, as data and one function, so that the rules can be tested. */

/** Layers, the deepest folder first, and the layers that each may import. */
export const ARROWS: readonly (readonly [folder: string, mayImport: readonly string[]])[] = [
  ['lib/domain', []],
  ['lib/sites', ['lib/domain']],
  ['lib/dom', []],
  ['lib/build', []],
  // By execution context: what every context may use, the protocol between them, and then the parts of each.
  ['lib/shared', ['lib/domain', 'lib/sites']],
  ['lib/messages', ['lib/domain', 'lib/sites', 'lib/shared']],
  ['lib/content', ['lib/domain', 'lib/sites', 'lib/dom', 'lib/shared', 'lib/messages']],
  ['lib/extension', ['lib/domain', 'lib/sites', 'lib/shared', 'lib/messages']],
  ['lib/background', ['lib/domain', 'lib/sites', 'lib/shared', 'lib/messages', 'lib/extension']],
  ['lib/pages', ['lib/domain', 'lib/sites', 'lib/shared', 'lib/messages', 'lib/extension']],
  ['lib/cli', ['lib/domain', 'lib/sites', 'lib/build', 'data']],
  [
    'components/hooks',
    ['lib/domain', 'lib/dom', 'lib/shared', 'lib/messages', 'lib/extension', 'lib/pages', 'components'],
  ],
  ['components', ['lib/domain', 'components/hooks']],
  ['data', ['lib/domain']],
  [
    'entrypoints',
    [
      'lib/domain',
      'lib/sites',
      'lib/dom',
      'lib/shared',
      'lib/messages',
      'lib/content',
      'lib/extension',
      'lib/background',
      'lib/pages',
      'components',
      'components/hooks',
      'data',
    ],
  ],
];

/** The layers that touch browser APIs, storage and messages. */
const SERVICES = [
  'lib/shared',
  'lib/messages',
  'lib/content',
  'lib/extension',
  'lib/background',
  'lib/pages',
];

/** Packages that only some layers may use: browser APIs in services, React in what it draws, Node and zod in tools. */
const PACKAGES: readonly (readonly [matches: RegExp, layers: readonly string[]])[] = [
  [/^(#imports|wxt(\/.*)?)$/, [...SERVICES, 'entrypoints', 'components/hooks']],
  [/^react(-dom)?(\/.*)?$/, ['components', 'components/hooks', 'entrypoints']],
  // A content script's database would belong to the site, and has fewer rights in Firefox's frames.
  [/^idb$/, ['lib/extension']],
  [/^(node:.*|zod(\/.*)?)$/, ['lib/cli', 'lib/build', 'data']],
];

/** Layers of which a layer may import types only: what a hook passes on needs a type. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  components: ['lib/shared', 'lib/messages', 'lib/extension', 'lib/pages'],
};

/** Modules whose values only some files may import, apart from types: papers are requested from the store. */
const RESERVED: readonly (readonly [folder: string, mayUse: readonly string[]])[] = [
  ['lib/domain/catalogue', ['lib/domain/', 'lib/extension/store.ts', 'lib/cli/', 'data/']],
];

/** Module names that a source file imports or re-exports, static and dynamic; types only where asked. */
export function findImports(source: string, { typesOnly = false } = {}): string[] {
  const code = source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const types = /\b(?:import|export)\s+type\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g;
  if (typesOnly) return [...code.matchAll(types)].map((match) => match[1] ?? '');
  const forms = [
    /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

/** The layer of a file, or undefined if it is in none. */
function layerOf(file: string): string | undefined {
  return ARROWS.map(([folder]) => folder)
    .toSorted((a, b) => b.length - a.length)
    .find((folder) => file.startsWith(`${folder}/`));
}

/** The file that a module name refers to, from the root of the project; undefined for packages. */
function resolveImport(file: string, name: string): string | undefined {
  if (name.startsWith('@/')) return name.slice(2);
  if (!name.startsWith('.')) return undefined;
  return new URL(name, `file:///${file}`).pathname.slice(1);
}

/** The modules whose code a file loads: those that it imports, but for types only. */
export function loadedBy(file: string, source: string): readonly string[] {
  const names = findImports(source);
  for (const name of findImports(source, { typesOnly: true })) names.splice(names.indexOf(name), 1);
  return [...new Set(names)].map((name) => resolveImport(file, name) ?? name);
}

/**
 * Everything that a file loads, directly or through others, in the order in which it is found. `sources` has the text of
 * every file by its path; packages are returned by name, since their own imports are not followed.
 */
export function reachedFrom(entry: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const reached = new Set([entry]);
  for (const file of reached)
    for (const module of loadedBy(file, sources.get(file) ?? '')) {
      const ends = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
      reached.add(ends.map((end) => module + end).find((path) => sources.has(path)) ?? module);
    }
  reached.delete(entry);
  return [...reached];
}

/** Every import that a file's layer does not allow, as "file: reason". */
export function findFaults(file: string, source: string): string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [];
  const allowed = ARROWS.find(([folder]) => folder === layer)?.[1] ?? [];
  const types = findImports(source, { typesOnly: true });
  const isTypeOnly = (name: string): boolean =>
    types.filter((other) => other === name).length ===
    findImports(source).filter((other) => other === name).length;
  return findImports(source).flatMap((name) => {
    const target = resolveImport(file, name);
    if (target === undefined) {
      const rule = PACKAGES.find(([matches]) => matches.test(name));
      return rule && !rule[1].includes(layer) ? [`${file}: ${layer} may not use ${name}`] : [];
    }
    const reserved = RESERVED.find(([folder]) => `${target}/`.startsWith(`${folder}/`));
    if (reserved && !isTypeOnly(name) && !reserved[1].some((path) => file.startsWith(path)))
      return [`${file}: may not use ${reserved[0]}, but through the store (${name})`];
    // The names of messages are part of the type of the function that sends them.
    if (target.startsWith('public/_locales/') && SERVICES.includes(layer) && isTypeOnly(name)) return [];
    const there = layerOf(`${target}/`);
    if (there === layer || (there !== undefined && allowed.includes(there))) return [];
    if (TYPES_ONLY[layer]?.includes(there ?? '') && isTypeOnly(name)) return [];
    return [`${file}: ${layer} may not import ${there ?? target} (${name})`];
  });
}
