/**
 * Packages that a benchmark or a check needs and the product does not: installed at first use under out/, from a lock of
 * their own, so that neither the product's tree nor any check of it knows them.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['package.json', 'package-lock.json', '.npmrc']

/** Installs into `folder` what the lock in `manifest` says, where that is not there yet. */
export function installApart(manifest: string, folder: string): void {
  const lock = readFileSync(join(manifest, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'installed-lock.json')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return
  process.stderr.write(`  installing into ${folder}\n`)
  mkdirSync(folder, { recursive: true })
  rmSync(installed, { force: true })
  for (const file of FILES) copyFileSync(join(manifest, file), join(folder, file))
  // A script that npm started tells its children where the project is; this is another one.
  const outside = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(name),
  )
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: Object.fromEntries(outside),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  writeFileSync(installed, lock)
}
