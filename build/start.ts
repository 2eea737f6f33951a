/**
 * `npm start`: the demo shop in a window, built first where it is stale. Where there is no Electron or no display the
 * same till is served to the browser, and one line says so. `npm start -- --data DIR` opens a shop of one's own.
 */
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runBrowserHost } from '../electron/hosts/browser/run.ts'
import { userDataFolder } from '../electron/hosts/data-folder.ts'
import { type HostFlags, parseHostFlags } from '../electron/hosts/host-flags.ts'
import { findElectron } from './electron-binary.ts'
import { BUILD_PARTS } from './freshness.ts'
import { makeStale } from './make.ts'

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)))

/** A program that ends badly within this time never showed its window. */
const START_TIMEOUT_MS = 20_000

/** Why there is no window, in both languages. */
interface Reason {
  readonly zh: string
  readonly en: string
}

/** No flags of one's own: the demo shop in a folder of its own, kept from one start to the next. */
function demoUnlessOwn(flags: HostFlags): HostFlags {
  if (flags.dataDir !== undefined) return flags
  return { ...flags, dataDir: userDataFolder('Zhanggui-demo', { ...process, homeDir: homedir() }), demo: true }
}

/** Runs the window until it is closed; a reason, where it never opened. */
async function openInElectron(flags: HostFlags): Promise<Reason | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return { zh: '没有显示器', en: 'there is no display' }
  const electron = await findElectron(projectDir)
  if (!electron.ok) return electron
  await makeStale(BUILD_PARTS)
  const args = [
    '.',
    ...(flags.dataDir === undefined ? [] : ['--data', flags.dataDir]),
    ...(flags.demo ? ['--demo'] : []),
    '--history-days',
    String(flags.historyDays),
  ]
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox')
  const code = await runWindow(electron.path, args)
  if (code === 'ended') return undefined
  return { zh: `Electron 打不开窗口（${code}）`, en: `Electron cannot open a window (${code})` }
}

function runWindow(path: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    let asked = false
    const child = spawn(path, [...args], { cwd: projectDir, stdio: 'inherit' })
    const end = (signal: NodeJS.Signals): void => {
      asked = true
      child.kill(signal)
    }
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, end)
    const done = (outcome: string): void => {
      for (const signal of signals) process.off(signal, end)
      resolve(outcome)
    }
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => {
      const early = performance.now() - startedAt < START_TIMEOUT_MS
      if (code !== 0 && !asked && early) return done(code === null ? String(signal) : `code ${code}`)
      process.exitCode = asked ? 0 : (code ?? 1)
      done('ended')
    })
  })
}

const parsed = parseHostFlags(process.argv.slice(2))
if (parsed.ok) {
  const flags = demoUnlessOwn(parsed.flags)
  const reason = await openInElectron(flags)
  if (reason !== undefined) {
    process.stdout.write(`${reason.zh}，改在浏览器里打开 / No window (${reason.en}): serving the browser instead\n`)
    await runBrowserHost(flags)
  }
} else {
  process.stderr.write(`${parsed.zh}\n${parsed.en}\n`)
  process.exitCode = 2
}
