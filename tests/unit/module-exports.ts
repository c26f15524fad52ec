/** What a module declares and exports, by its syntax tree. */
import { parseSync } from 'vite';

type Program = ReturnType<typeof parseSync>['program'];

/** A statement at the top of a module. */
export type Statement = Program['body'][number];

/** A module as the checks of sources need it. */
export interface Module {
  readonly program: Program;
  readonly comments: ReturnType<typeof parseSync>['comments'];
}

/** Parses a module; throws if it has a fault of syntax. */
export function parseModule(file: string, source: string): Module {
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return { program, comments };
}

/** Names that a statement declares, whether or not it exports them. */
export function namesIn(statement: Statement): readonly string[] {
  const isExport = statement.type === 'ExportNamedDeclaration';
  const declared = isExport ? statement.declaration : statement;
  if (!declared) return [];
  if (declared.type === 'VariableDeclaration')
    return declared.declarations.flatMap(({ id }) => {
      if (id.type === 'Identifier') return [id.name];
      if (id.type !== 'ObjectPattern') return ['a pattern'];
      return id.properties.flatMap(({ type, ...rest }) =>
        type === 'Property' && 'key' in rest && rest.key.type === 'Identifier' ? [rest.key.name] : [],
      );
    });
  return 'id' in declared && declared.id && 'name' in declared.id ? [declared.id.name] : [];
}

/** The names that a module declares and exports. What it passes on from others belongs to them. */
export function exportsOf({ program }: Module): readonly string[] {
  const declared = new Set(program.body.flatMap(namesIn));
  const exported = program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
    const listed = statement.specifiers.flatMap(({ local }) => ('name' in local ? [local.name] : []));
    return [...namesIn(statement), ...listed];
  });
  return [...new Set(exported)].filter((name) => declared.has(name));
}

function count(node: unknown, counts: Map<string, number>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && 'name' in node && typeof node.name === 'string')
    counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
  for (const child of Object.values(node)) count(child, counts);
}

/** How often each identifier occurs in a module, where it is declared included. */
export function identifiersOf({ program }: Module): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  count(program.body, counts);
  return counts;
}
