/** The house rules hold for the project, and each catches a planted violation of itself. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { editedMigrations, houseRules, longFiles, MAX_LINES, type SourceFile } from './house-rules.ts'
import { projectRoot } from './planted-tree.ts'

const READ = '**/*.{ts,tsx,mjs,cjs,sql,css,html,md,yml,json,sh}'
const SKIPPED = ['node_modules/**', 'out/**', '.git/**', 'package-lock.json']

function projectFiles(): SourceFile[] {
  const paths = [...globSync(READ, { cwd: projectRoot, exclude: SKIPPED }), '.ci/run']
  return paths.map((path) => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(projectRoot, path), 'utf8'),
  }))
}

const check = (file: SourceFile): string[] =>
  houseRules
    .filter(({ covers }) => covers(file.path))
    .flatMap(({ name, find }) => find(file).map((place) => `${name} ${place}`))

/** rule, path, text; marks are put together so that this file stays clean itself. */
const planted: readonly [string, string, string][] = [
  ['pure-domain', 'shared/domain/day.ts', `export const today = () => new Date().toISOString()`],
  ['pure-domain', 'shared/domain/lot.ts', `export const lot = (): number => Math.random()`],
  ['pure-domain', 'shared/domain/env.ts', `export const shop = (): unknown => process.env['SHOP']`],
  ['runs-on-node-18', 'shared/domain/sale.ts', `export const sorted = (rows: string[]) => rows.toSorted()`],
  ['runs-on-node-18', 'electron/hosts/page.ts', `export const here = import.meta.dirname`],
  ['named-columns', 'electron/store/sales.ts', `export const all = 'SELECT * FROM sales'`],
  ['named-columns', 'migrations/till/0001-sales.sql', `create view v as select s.* from sales s;`],
  ['finished', 'docs/sync.md', `${'TO'}${'DO'}: describe the lease`],
  ['every-test-runs', 'tests/till/scan.test.ts', `it${'.skip'}('scans', () => {})`],
  ['every-test-runs', 'tests/till/scan.test.ts', `describe.concurrent${'.only'}('scans', () => {})`],
  ['no-any', 'electron/ipc/till.ts', `export const till = (input: unknown) => (input as any).code`],
  ['no-silencing', 'renderer/sell/Total.tsx', `// ${'@ts-'}${'ignore'}\nexport const Total = () => <b />`],
  ['one-room-a-file', 'electron/store/sales.ts', 'export {}\n'.repeat(MAX_LINES + 1)],
  ['no-machine-paths', 'docs/start.md', `Data lies in ${'/wo'}${'rk/'}data`],
  ['no-barrel', 'shared/domain/index.ts', `export const one = 1`],
  ['no-barrel', 'shared/domain/sale.ts', `import { one } from '${'.'}'\nexport { one }`],
  ['no-barrel', 'shared/domain/sale.ts', `import { one } from '${'./pricing/'}'\nexport { one }`],
  ['named-by-its-matter', 'renderer/utils/format.ts', `export const one = 1`],
  ['named-by-its-matter', 'electron/features/till/helpers.ts', `export const one = 1`],
]

const innocent: readonly [string, string][] = [
  [
    'shared/domain/day.ts',
    `// not a Date\nexport type Row = { process: string }\nexport const key = (row: Row) => row.process + 'Date'`,
  ],
  ['shared/domain/sum.ts', `export const least = (a: number, b: number) => Math.min(a, b)`],
  ['electron/store/sales.ts', `export const count = 'SELECT count(*) FROM sales' // as any statement`],
  ['shared/domain/network/work.ts', `import { one } from './index-of.ts'\nexport { one }`],
]

describe('house rules', () => {
  it.each(houseRules)('$name has a planted violation', ({ name }) => {
    expect(planted.map(([rule]) => rule)).toContain(name)
  })

  it.each(planted)('%s is seen in %s', (name, path, text) => {
    expect(check({ path, text }).map((found) => found.split(' ')[0])).toEqual([name])
  })

  it.each(innocent)('nothing is seen in %s', (path, text) => {
    expect(check({ path, text })).toEqual([])
  })

  const files = projectFiles()

  it('read the project', () => {
    expect(files.filter(({ path }) => path.startsWith('shared/domain/')).length).toBeGreaterThan(0)
    expect(files.filter(({ path }) => path.endsWith('.tsx')).length).toBeGreaterThan(0)
  })

  it.each(houseRules)('$name holds: $because', ({ covers, find }) => {
    const broken = files
      .filter(({ path }) => covers(path))
      .flatMap((file) => find(file).map((place) => `${file.path}:${place}`))
    expect(broken).toEqual([])
  })

  it('excuses no file that has become short or is gone', () => {
    const tooLong = Object.keys(longFiles).filter((path) => {
      const text = files.find((file) => file.path === path)?.text
      return text !== undefined && text.split('\n').length > MAX_LINES
    })
    expect(tooLong).toEqual(Object.keys(longFiles))
  })
})

describe('migrations', () => {
  const sum = (text: string): string => createHash('sha256').update(text).digest('hex')

  it('see an edited, a lost and an unreadable line', () => {
    const listed = `${sum('a')}  a.sql\n${sum('b')}  b.sql\n${sum('c')}  c.sql\nnonsense\n`
    const read = (name: string): string | undefined => ({ 'a.sql': 'a', 'b.sql': 'B' })[name]
    expect(editedMigrations(listed, read)).toEqual([
      'b.sql was edited after it shipped',
      'c.sql is gone',
      'not a checksum: nonsense',
    ])
  })

  it('are as they were when they shipped', () => {
    const folders = readdirSync(join(projectRoot, 'migrations'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    for (const { name: folder } of folders) {
      const at = (name: string): string => join(projectRoot, 'migrations', folder, name)
      // Until the first release nothing has shipped and nothing is listed.
      const listed = existsSync(at('checksums')) ? readFileSync(at('checksums'), 'utf8') : ''
      expect(
        editedMigrations(listed, (name) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : undefined)),
      ).toEqual([])
    }
  })
})
