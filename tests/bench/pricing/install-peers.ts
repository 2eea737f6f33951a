/**
 * The engines that ours is measured against, in a folder of their own: installed at first use from the lock in
 * tests/bench/peers, under out/, where no check and no build of the product looks.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const MANIFEST = join(import.meta.dirname, '..', 'peers')
const FILES = ['package.json', 'package-lock.json', '.npmrc']

/** Loads a module of the peers, by its name or by a path inside its package. */
export type LoadPeer = (name: string) => unknown

/** Installs what the lock says, where that is not there yet (about a minute, 400 MB). */
export function installPeers(folder: string): LoadPeer {
  const lock = readFileSync(join(MANIFEST, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'installed-lock.json')
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    process.stderr.write(`  installing what is measured against in ${folder}\n`)
    mkdirSync(folder, { recursive: true })
    rmSync(installed, { force: true })
    for (const file of FILES) copyFileSync(join(MANIFEST, file), join(folder, file))
    const outer = Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(name),
    )
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      env: Object.fromEntries(outer),
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    writeFileSync(installed, lock)
  }
  const load = createRequire(join(folder, 'package.json'))
  return (name) => load(name) as unknown
}
