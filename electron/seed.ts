/**
 * `npm run seed -- --data DIR`: fills an empty data folder with the demo shop, the same every time, and prints who may
 * sign in and what there is to scan. Without a folder: the one that `npm start` opens.
 */
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { refusalText } from '../shared/text/refusals.ts'
import { roleNames } from '../shared/text/roles.ts'
import { DEMO_SEED, makeDemoShop, type DemoShop } from './demo/demo-shop.ts'
import { machineClock } from './hosts/clock.ts'
import { userDataFolder } from './hosts/data-folder.ts'
import { parseHostFlags } from './hosts/host-flags.ts'
import { openTill } from './till.ts'

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)))

async function seed(dataDir: string, historyDays: number): Promise<void> {
  const opened = await openTill({
    dataDir,
    migrationsDir: join(projectDir, 'migrations'),
    host: 'browser',
    version: 'seed',
    demo: true,
    demoHistoryDays: historyDays,
    clock: machineClock,
    newId: v7,
    workerFile: (name) => new URL(`workers/${name}.ts`, import.meta.url),
  })
  if (!opened.ok) {
    process.stderr.write(`${refusalText(opened.refusal, 'zh')}\n${refusalText(opened.refusal, 'en')}\n`)
    process.exitCode = 2
    return
  }
  await opened.till.close()
  process.stdout.write(guide(dataDir, makeDemoShop({ seed: DEMO_SEED, now: machineClock.wallAt() })))
}

/** What the README lists too. */
function guide(dataDir: string, demo: DemoShop): string {
  const signIns = demo.operators.map(
    ({ code, name, role, pin }) => `  ${code}  ${name}  ${roleNames[role].zh}  PIN ${pin}`,
  )
  const codes = demo.demoCodes.map(({ code, zh }) => `  ${code.padEnd(20)}${zh}`)
  return [
    `${demo.store.name}: ${dataDir}`,
    '登录 / sign-ins',
    ...signIns,
    '可扫的码 / codes to scan',
    ...codes,
    '',
  ].join('\n')
}

const parsed = parseHostFlags(process.argv.slice(2))
if (parsed.ok) {
  const { dataDir, historyDays } = parsed.flags
  await seed(dataDir ?? userDataFolder('Zhanggui-demo', { ...process, homeDir: homedir() }), historyDays)
} else {
  process.stderr.write(`${parsed.zh}\n${parsed.en}\n`)
  process.exitCode = 2
}
