/** package-lock.json is whole: `npm ci` installs on every platform and with every npm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { completed, missingFrom, PREBUILT, type Lock } from '../../build/lockfile.ts'
import { projectRoot } from './planted-tree.ts'

const readLock = (): Lock => JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lock

it('names the binaries of every platform; if not: node build/lockfile.ts', () => {
  expect(missingFrom(readLock()).map(({ name }) => name)).toEqual([])
})

it.each(PREBUILT)('lets npm take the binary of %s; if not: node build/lockfile.ts', (name) => {
  expect(readLock().packages[`node_modules/${name}`]).toHaveProperty('gypfile', false)
})

it('is completed by the platform that is missing, and by nothing else', () => {
  const tool = { version: '1.0.0', dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.0.0' } }
  const lock: Lock = { packages: { '': {}, 'node_modules/better-sqlite3': {}, 'node_modules/tool': tool } }
  expect(completed(lock).packages).toEqual({
    '': {},
    'node_modules/@tool/linux-x64-musl': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/better-sqlite3': { gypfile: false },
    'node_modules/tool': tool,
  })
  expect(missingFrom(completed(lock))).toEqual([])
})

it('is left to npm where a name tells no platform', () => {
  const lock: Lock = { packages: { 'node_modules/tool': { optionalDependencies: { fsevents: '~2.3.2' } } } }
  expect(() => completed(lock)).toThrow(/platform is not known/)
})
