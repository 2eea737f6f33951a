/**
 * The layer rules catch what they are named for: one violation of each is planted in a tree that is clean without it.
 * `npm run check` runs the rules over the project itself; here it is only made sure that they see its files.
 */
import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layerRules } from '../../build/layer-rules.ts'
import { checkLayers } from '../../build/layers.ts'
import { projectRoot, withTree, type Files } from './planted-tree.ts'

/** Every layer once, each leaning on what it may. */
const cleanTree: Files = {
  'shared/domain/money.ts': `export type Fen = number\nexport const zero: Fen = 0\n`,
  'shared/domain/sale.ts': `import { zero } from './money.ts'\nexport const total = zero\n`,
  'shared/contract/sale.ts': `import { z } from 'zod'\nimport { total } from '../domain/sale.ts'\nexport const sale = z.literal(total)\n`,
  'shared/text/zh.ts': `import type { Fen } from '../domain/money.ts'\nexport const zh = (paid: Fen) => '¥' + paid\n`,
  'electron/store/sales.ts': `import Database from 'better-sqlite3'\nexport const open = () => new Database(':memory:')\n`,
  'electron/devices/printer.ts': `import { createSocket } from 'node:dgram'\nexport const print = createSocket\n`,
  'electron/sync/outbox.ts': `import { total } from '../../shared/domain/sale.ts'\nexport const send = () => total\n`,
  'electron/features/till/scan.ts': `import { open } from '../../store/sales.ts'\nimport { print } from '../../devices/printer.ts'\nexport const scan = [open, print]\n`,
  'electron/features/day/close.ts': `import { open } from '../../store/sales.ts'\nexport const close = open\n`,
  'electron/ipc/till.ts': `import { sale } from '../../shared/contract/sale.ts'\nimport { scan } from '../features/till/scan.ts'\nimport { close } from '../features/day/close.ts'\nexport const router = [sale, scan, close]\n`,
  'electron/hosts/window.ts': `import { BrowserWindow } from 'electron'\nexport const open = () => new BrowserWindow()\n`,
  'electron/main.ts': `import { app } from 'electron'\nimport { router } from './ipc/till.ts'\nimport { open } from './hosts/window.ts'\nimport { send } from './sync/outbox.ts'\nvoid [app, router, open, send]\n`,
  'renderer/sell/Total.tsx': `import type { Fen } from '../../shared/domain/money.ts'\nexport const Total = ({ paid }: { paid: Fen }) => <output>{paid}</output>\n`,
  'renderer/main.tsx': `import { createRoot } from 'react-dom/client'\nimport { zh } from '../shared/text/zh.ts'\nimport { Total } from './sell/Total.tsx'\ncreateRoot(document.body).render(<Total paid={zh.length} />)\n`,
  'build/start.ts': `import electron from 'electron'\nvoid electron\n`,
  'tests/till/scan.test.ts': `import { scan } from '../../electron/features/till/scan.ts'\nvoid scan\n`,
}

type Planted = { rule: string; from: string; files: Files }

const oneFile = (rule: string, from: string, text: string): Planted => ({ rule, from, files: { [from]: text } })

const planted: readonly Planted[] = [
  oneFile(
    'shared-stands-alone',
    'shared/contract/print.ts',
    `export { print } from '../../electron/devices/printer.ts'`,
  ),
  oneFile('shared-without-node', 'shared/text/files.ts', `import { readFileSync } from 'node:fs'\nvoid readFileSync`),
  oneFile('shared-without-host', 'shared/contract/view.ts', `import type { FC } from 'react'\nexport type View = FC`),
  oneFile('domain-imports-only-domain', 'shared/domain/id.ts', `import { v7 } from 'uuid'\nexport const id = v7`),
  oneFile('contract-imports', 'shared/contract/words.ts', `import { zh } from '../text/zh.ts'\nexport { zh }`),
  oneFile('text-imports-only-types', 'shared/text/en.ts', `import { zero } from '../domain/money.ts'\nexport { zero }`),
  oneFile(
    'renderer-outside-main',
    'renderer/sell/Print.tsx',
    `import type { print } from '../../electron/devices/printer.ts'\nexport const Print = (p: { to: typeof print }) => <b>{String(p.to)}</b>`,
  ),
  oneFile('renderer-without-node', 'renderer/sell/hash.ts', `export const hash = () => import('node:crypto')`),
  oneFile(
    'renderer-domain-types-only',
    'renderer/sell/Sum.tsx',
    `import { zero, type Fen } from '../../shared/domain/money.ts'\nexport const Sum = (p: { fen: Fen }) => <b>{zero + p.fen}</b>`,
  ),
  oneFile(
    'feature-not-feature',
    'electron/features/day/report.ts',
    `import { scan } from '../till/scan.ts'\nvoid scan`,
  ),
  oneFile(
    'feature-not-host',
    'electron/features/till/ask.ts',
    `import { router } from '../../ipc/till.ts'\nvoid router`,
  ),
  oneFile('sqlite-only-in-store', 'electron/features/till/query.ts', `import { sql } from 'drizzle-orm'\nvoid sql`),
  oneFile(
    'store-stands-below',
    'electron/store/print-now.ts',
    `import { print } from '../devices/printer.ts'\nvoid print`,
  ),
  oneFile('devices-stand-below', 'electron/devices/drawer.ts', `import { open } from '../store/sales.ts'\nvoid open`),
  oneFile('sync-stands-below', 'electron/sync/pull.ts', `import { close } from '../features/day/close.ts'\nvoid close`),
  oneFile('ipc-serves-features', 'electron/ipc/raw.ts', `import { open } from '../store/sales.ts'\nvoid open`),
  oneFile(
    'electron-only-in-hosts',
    'electron/features/till/dialog.ts',
    `import { dialog } from 'electron'\nvoid dialog`,
  ),
  oneFile('nothing-imports-tests', 'electron/sync/fake.ts', `import '../../tests/till/scan.test.ts'`),
  oneFile('nothing-imports-build', 'electron/sync/tool.ts', `import '../../build/start.ts'`),
  {
    rule: 'no-circular',
    from: 'shared/domain/egg.ts',
    files: {
      'shared/domain/egg.ts': `import { hen } from './hen.ts'\nexport const egg = () => hen`,
      'shared/domain/hen.ts': `import { egg } from './egg.ts'\nexport const hen = () => egg`,
    },
  },
  oneFile('no-orphan', 'shared/domain/forgotten.ts', `export const forgotten = 1`),
  oneFile('resolvable', 'electron/sync/gone.ts', `import './no-such-file.ts'`),
  oneFile('declared-package', 'electron/sync/semver.ts', `import semver from 'semver'\nvoid semver`),
]

describe('layer rules', () => {
  it('have a planted violation each', () => {
    expect(planted.map(({ rule }) => rule).toSorted()).toEqual(layerRules.map(({ name }) => name).toSorted())
  })

  it('find nothing in a clean tree, having read all of it', async () => {
    const report = await withTree(cleanTree, checkLayers)
    expect(report).toEqual({ modules: Object.keys(cleanTree).length, violations: [] })
  })

  it.each(planted)('$rule catches $from', async ({ rule, from, files }) => {
    const { violations } = await withTree({ ...cleanTree, ...files }, checkLayers)
    expect(violations).toContainEqual(expect.objectContaining({ rule, from }))
  })

  it('read every source file of this project', async () => {
    const onDisk = globSync('{shared,electron,renderer,build,tests}/**/*.{ts,tsx}', { cwd: projectRoot })
    const { modules } = await checkLayers(projectRoot)
    expect(onDisk.length).toBeGreaterThan(20)
    expect(modules).toBeGreaterThanOrEqual(onDisk.length)
  })
})
