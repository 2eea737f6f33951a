/**
 * The house rules: what no layer rule and no linter says. Each reads one file of the project and returns, for every
 * place that breaks it, the line and what stands there. house-rules.test.ts plants a violation of each.
 */
import { createHash } from 'node:crypto'
import { parseSource, walkSyntax, type SyntaxNode } from '../../build/syntax.ts'

export type SourceFile = { readonly path: string; readonly text: string }
export type HouseRule = {
  readonly name: string
  readonly because: string
  readonly covers: (path: string) => boolean
  readonly find: (file: SourceFile) => string[]
}

const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path)
const isTest = (path: string): boolean => path.startsWith('tests/')
const ships = (path: string): boolean => !isTest(path) && !path.endsWith('.md')

/** Every line that matches, as `line: text`. */
const linesLike =
  (pattern: RegExp) =>
  ({ text }: SourceFile): string[] =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${index + 1}: ${line.trim()}`] : []))

/** Every name or keyword of the syntax for which `isBad`, comments and texts being none. */
const syntaxLike =
  (isBad: (node: SyntaxNode, path: readonly SyntaxNode[], field: string) => string | undefined) =>
  ({ path, text }: SourceFile): string[] => {
    const found: string[] = []
    walkSyntax(parseSource(path, text), (node, above, field) => {
      const bad = isBad(node, above, field)
      if (bad !== undefined) found.push(bad)
    })
    return found
  }

const WORLD = new Set(['Date', 'performance', 'process', 'globalThis', 'crypto', 'fetch', 'setTimeout', 'setInterval'])

/** A name that stands for a value or type, not one that labels a field of something. */
function namesTheWorld(node: SyntaxNode, path: readonly SyntaxNode[], field: string): string | undefined {
  if (node.type !== 'Identifier' || typeof node['value'] !== 'string') return undefined
  const name = node['value']
  const parent = path.at(-1)
  const isLabel = field === 'key' || (field === 'property' && parent?.type === 'MemberExpression')
  if (name === 'random' && parent?.type === 'MemberExpression') {
    const object = parent['object']
    return isIdentifier(object, 'Math') ? 'Math.random' : undefined
  }
  return WORLD.has(name) && !isLabel ? name : undefined
}

const isIdentifier = (node: unknown, name: string): boolean =>
  typeof node === 'object' && node !== null && 'value' in node && node.value === name

const isAny = (node: SyntaxNode): string | undefined =>
  node.type === 'TsKeywordType' && node['kind'] === 'any' ? 'any' : undefined

/** What Node 18 lacks and the types allow; the rest (groupBy, withResolvers, …) is kept out by tsconfig's lib. */
const SINCE_NODE_20 =
  /\.(toSorted|toReversed|toSpliced)\(|\bimport\.meta\.(dirname|filename|main)\b|\bURL\.canParse\(|\bAbortSignal\.any\(/
/** Programs of their own, which only Node 24 runs. */
const PROGRAMS = /^electron\/(serve|seed|quote)\.ts$/

/** Files over the limit, each with why it is one room and not two. */
export const longFiles: Readonly<Record<string, string>> = {}
export const MAX_LINES = 500

// Written in halves, so that this file does not break its own rules.
const words = (...halves: [string, string][]): string => halves.map(([one, two]) => one + two).join('|')

export const houseRules: readonly HouseRule[] = [
  {
    name: 'pure-domain',
    because: 'time, chance and the machine come into the domain as values',
    covers: (path) => path.startsWith('shared/domain/') && isTypeScript(path),
    find: syntaxLike(namesTheWorld),
  },
  {
    name: 'runs-on-node-18',
    because: 'the main process runs on the Node of an older Electron too',
    covers: (path) => /^(shared|electron)\/.*\.ts$/.test(path) && !PROGRAMS.test(path),
    find: linesLike(SINCE_NODE_20),
  },
  {
    name: 'named-columns',
    because: 'a column that is added must not change what an older statement returns',
    covers: (path) => ships(path) && (isTypeScript(path) || path.endsWith('.sql')),
    find: linesLike(/\bselect\s+(\w+\.)?\*/i),
  },
  {
    name: 'finished',
    because: 'what is open stands in an issue',
    covers: () => true,
    find: linesLike(new RegExp(`\\b(${words(['TO', 'DO'], ['FIX', 'ME'], ['X', 'XX'], ['HA', 'CK'])})\\b`)),
  },
  {
    name: 'every-test-runs',
    because: 'a test that is skipped proves nothing and looks as if it did',
    covers: (path) => isTest(path) && isTypeScript(path),
    find: linesLike(
      /\b(it|test|describe|suite)\b[.\w]*\.(skip|only|todo|fails|skipIf|runIf)\b|\bx(it|test|describe)\s*\(|\bctx\.skip\(/,
    ),
  },
  {
    name: 'no-any',
    because: 'the types are checked or they are decoration',
    covers: isTypeScript,
    find: syntaxLike(isAny),
  },
  {
    name: 'no-silencing',
    because: 'a complaint of a checker is answered, not hidden',
    covers: isTypeScript,
    find: linesLike(
      new RegExp(
        words(
          ['@ts-', 'ignore'],
          ['@ts-', 'nocheck'],
          ['oxlint-', 'disable'],
          ['eslint-', 'disable'],
          ['oxfmt-', 'ignore'],
          ['prettier-', 'ignore'],
        ),
      ),
    ),
  },
  {
    name: 'one-room-a-file',
    because: `a file of more than ${MAX_LINES} lines is two`,
    covers: (path) => isTypeScript(path) && ships(path) && !(path in longFiles),
    find: ({ text }) => {
      const count = text.trimEnd().split('\n').length
      return count > MAX_LINES ? [`${count} lines`] : []
    },
  },
  {
    name: 'no-machine-paths',
    because: 'the project speaks of itself alone',
    covers: () => true,
    find: linesLike(new RegExp(`(^|[^\\w./$}-])(${words(['/wo', 'rk/'], ['/tmp/', 'bash'], ['/ro', 'ot/'])})`)),
  },
  {
    name: 'no-barrel',
    because: 'an import names the file that it means',
    covers: isTypeScript,
    find: (file) => [
      ...(/(^|\/)index\.tsx?$/.test(file.path) ? ['the file itself'] : []),
      ...linesLike(/\b(from|import)\s*\(?\s*['"](\.{1,2}|\.{1,2}\/([^'"]*\/)?(index(\.\w+)?)?)['"]/)(file),
    ],
  },
  {
    name: 'named-by-its-matter',
    because: 'a folder for whatever fits nowhere grows until it holds everything',
    covers: (path) => /(^|\/)(utils?|helpers?|common|misc|lib-misc)(\/|\.tsx?$)/i.test(path),
    find: () => ['the path itself'],
  },
]

/** Files whose recorded checksum is not theirs, or that are gone. `listed` is in the format of sha256sum. */
export function editedMigrations(listed: string, read: (name: string) => string | undefined): string[] {
  return listed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line) ?? []
      if (sum === undefined || name === undefined) return [`not a checksum: ${line}`]
      const text = read(name)
      if (text === undefined) return [`${name} is gone`]
      return createHash('sha256').update(text).digest('hex') === sum ? [] : [`${name} was edited after it shipped`]
    })
}
