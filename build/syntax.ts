/**
 * Reads a TypeScript file's syntax with swc, for the layer rules and the house rules. The parser is asked for JSX
 * only in .tsx files, because elsewhere `<T>value` is an assertion.
 */
import swc from '@swc/core'

/** A node of swc's tree, or anything that stands in one: what a rule looks at is narrowed where it looks. */
export type SyntaxNode = { readonly type: string; readonly [field: string]: unknown }

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The whole tree of one file. Throws swc's error, with its place, when the text is no TypeScript. */
export function parseSource(file: string, text: string): object {
  return swc.parseSync(text, { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2022' })
}

/** Visits every node below and including `root`, parents first; `path` holds the parents, the nearest one last. */
export function walkSyntax(
  root: unknown,
  visit: (node: SyntaxNode, path: readonly SyntaxNode[], field: string) => void,
  path: readonly SyntaxNode[] = [],
  field = '',
): void {
  if (Array.isArray(root)) {
    for (const item of root) walkSyntax(item, visit, path, field)
    return
  }
  if (typeof root !== 'object' || root === null) return
  // swc wraps call arguments and the like in plain objects that are no nodes of their own.
  const below = isNode(root) ? [...path, root] : path
  if (isNode(root)) visit(root, path, field)
  for (const [name, value] of Object.entries(root)) {
    if (name !== 'span' && typeof value === 'object') walkSyntax(value, visit, below, name)
  }
}

/** How a file refers to another one; `type` is erased before the program runs. */
export type ImportKind = 'value' | 'dynamic' | 'type'

const strength: Record<ImportKind, number> = { value: 2, dynamic: 1, type: 0 }

/**
 * What a file imports, re-exports, requires or names in `import('…')`: specifier → strongest kind in which it does so.
 * `import { type A } from` counts as a value: under verbatimModuleSyntax the empty import stays and loads the file.
 */
export function importsOf(tree: object): Map<string, ImportKind> {
  const found = new Map<string, ImportKind>()
  const add = (specifier: unknown, kind: ImportKind): void => {
    if (typeof specifier !== 'string') return
    const before = found.get(specifier)
    if (before === undefined || strength[before] < strength[kind]) found.set(specifier, kind)
  }
  walkSyntax(tree, (node) => {
    const edge = importOf(node)
    if (edge !== undefined) add(edge.specifier, edge.kind)
  })
  return found
}

function importOf(node: SyntaxNode): { specifier: unknown; kind: ImportKind } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return { specifier: stringValue(node['source']), kind: node['typeOnly'] === true ? 'type' : 'value' }
    case 'TsImportType':
      return { specifier: stringValue(node['argument']), kind: 'type' }
    case 'TsExternalModuleReference':
      return { specifier: stringValue(node['expression']), kind: 'value' }
    case 'CallExpression':
      return callOf(node)
    default:
      return undefined
  }
}

function callOf(node: SyntaxNode): { specifier: unknown; kind: ImportKind } | undefined {
  const callee = node['callee']
  const first = firstOf(node['arguments'])
  const argument = typeof first === 'object' && first !== null && 'expression' in first ? first.expression : undefined
  if (!isNode(callee) || argument === undefined) return undefined
  if (callee.type === 'Import') return { specifier: stringValue(argument), kind: 'dynamic' }
  // `require` itself, and the function that node:module's createRequire gives when it bears that name.
  if (callee.type === 'Identifier' && callee['value'] === 'require')
    return { specifier: stringValue(argument), kind: 'value' }
  return undefined
}

function stringValue(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'StringLiteral' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral' || firstOf(node['expressions']) !== undefined) return undefined
  const quasi = firstOf(node['quasis'])
  return isNode(quasi) && typeof quasi['raw'] === 'string' ? quasi['raw'] : undefined
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? (list as readonly unknown[])[0] : undefined
}
