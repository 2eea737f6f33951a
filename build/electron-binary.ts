/**
 * Where Electron's program is on this machine. The electron package brings none: it downloads one at first use, which
 * takes minutes where it works and a wait for nothing where it can't; a short question decides which of the two it is.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PROBE_TIMEOUT_MS = 5_000
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000

export type ElectronBinary = { ok: true; path: string } | { ok: false; zh: string; en: string }

/** Downloads it if need be. Honours ELECTRON_OVERRIDE_DIST_PATH and the mirrors that Electron's installer honours. */
export async function findElectron(projectDir: string): Promise<ElectronBinary> {
  const packageDir = join(projectDir, 'node_modules', 'electron')
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') {
    const path = join(override, readName(packageDir) ?? defaultName())
    if (existsSync(path)) return { ok: true, path }
    return { ok: false, zh: `ELECTRON_OVERRIDE_DIST_PATH 里没有 Electron（${path}）`, en: `no Electron at ${path}` }
  }
  const installed = installedPath(packageDir)
  if (installed !== undefined) return { ok: true, path: installed }
  if (!existsSync(packageDir))
    return { ok: false, zh: '没有安装 electron 包', en: 'the electron package is not installed' }
  if (!(await downloadAnswers(packageDir)))
    return { ok: false, zh: 'Electron 下载不到', en: 'Electron cannot be downloaded' }
  process.stderr.write('正在下载 Electron（仅第一次）… / Downloading Electron (once)…\n')
  await run(process.execPath, [join(packageDir, 'install.js')], DOWNLOAD_TIMEOUT_MS)
  const path = installedPath(packageDir)
  return path === undefined
    ? { ok: false, zh: 'Electron 没有下载成功', en: 'the download of Electron failed' }
    : { ok: true, path }
}

function installedPath(packageDir: string): string | undefined {
  const name = readName(packageDir)
  const path = name === undefined ? undefined : join(packageDir, 'dist', name)
  return path !== undefined && existsSync(path) ? path : undefined
}

/** What the installer wrote down when it was done. */
function readName(packageDir: string): string | undefined {
  const file = join(packageDir, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function defaultName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Asks the place of download for its first byte, in a process that honours the proxy of the environment. */
async function downloadAnswers(packageDir: string): Promise<boolean> {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/'
  const url = `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
  const question = `fetch(${JSON.stringify(url)}, { method: 'HEAD' }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`
  return (await run(process.execPath, ['-e', question], PROBE_TIMEOUT_MS, { NODE_USE_ENV_PROXY: '1' })) === 0
}

/** The exit code; undefined where it was ended by the limit of time or could not start. */
function run(
  command: string,
  args: string[],
  timeoutMs: number,
  env: Record<string, string> = {},
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env }, timeout: timeoutMs })
    child.once('error', () => resolve(undefined))
    child.once('exit', (code) => resolve(code ?? undefined))
  })
}
