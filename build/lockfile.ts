/**
 * package-lock.json names the binaries of every platform, those too that the registry at hand did not carry when the
 * lock was written. npm leaves such a one out, and then a newer npm refuses `npm ci` ("Missing: … from lock file") and
 * an older one installs the tool without its binary there. `node build/lockfile.ts` adds what is missing, by version,
 * platform and name alone; npm asks for the integrity when it first fetches it.
 *
 * The lock also lacks a package's own word that nothing is to be compiled (`gypfile: false`), and npm, which goes by the
 * lock, would then build better-sqlite3 from its sources, beside the binary that it brings. That word is added too.
 *
 * Run it after every `npm install` that changes the lock.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type LockedPackage = {
  version?: string
  dev?: boolean
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}
export type Lock = { packages: Record<string, LockedPackage>; [field: string]: unknown }
type Missing = { asker: string; name: string; version: string }

/** They carry a binding.gyp for those who want to compile, and binaries for everyone else. */
export const PREBUILT = ['better-sqlite3']

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/** The optional dependencies for which no entry stands where Node would look from the package that asks for them. */
export function missingFrom(lock: Lock): Missing[] {
  const found = new Set(Object.keys(lock.packages))
  return Object.entries(lock.packages).flatMap(([asker, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !found.has(`node_modules/${name}`) && !found.has(`${asker}/node_modules/${name}`))
      .map(([name, version]) => ({ asker, name, version })),
  )
}

function entryOf(lock: Lock, { asker, name, version }: Missing): LockedPackage {
  const os = SYSTEMS.find((system) => name.includes(system))
  const cpu = PROCESSORS.find((processor) => name.includes(processor))
  // A range, or a name that tells no platform, is for npm alone to resolve.
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) {
    throw new Error(`${asker} asks for ${name}@${version}, of which the platform is not known`)
  }
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined
  return {
    version,
    cpu: [cpu],
    ...(lock.packages[asker]?.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    os: [os],
  }
}

const isPrebuilt = (path: string): boolean => PREBUILT.some((name) => path.endsWith(`node_modules/${name}`))

/** The lock with an entry for every missing platform, in npm's order, and with the word of those that bring binaries. */
export function completed(lock: Lock): Lock {
  const added = missingFrom(lock).map((missing) => [`node_modules/${missing.name}`, entryOf(lock, missing)] as const)
  const packages = [...Object.entries(lock.packages), ...added]
    .sort(([one], [two]) => one.localeCompare(two, 'en'))
    .map(([path, entry]) => [path, isPrebuilt(path) ? { ...entry, gypfile: false } : entry] as const)
  return { ...lock, packages: Object.fromEntries(packages) }
}

if (import.meta.main) {
  const file = new URL('../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`)
  console.log(`${missingFrom(lock).length} platforms added; ${PREBUILT.join(', ')} not compiled`)
}
