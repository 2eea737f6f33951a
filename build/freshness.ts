/**
 * Whether what stands in out/ was made from the sources as they are now. Each part of the build writes the digest of
 * its sources beside its output when it is done, so that a build by hand and one by `npm start` know of each other.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The environments of vite.config.ts by what they make: window pages, main with its workers, preload. */
export type BuildPart = 'client' | 'main' | 'workers' | 'preload'
export const BUILD_PARTS: readonly BuildPart[] = ['client', 'main', 'workers', 'preload']

const SOURCES: Record<BuildPart, readonly string[]> = {
  client: ['renderer', 'shared'],
  main: ['electron', 'shared'],
  workers: ['electron', 'shared'],
  preload: ['electron/preload.ts', 'shared/text'],
}
/** What every part depends on. */
const EVERYWHERE = ['vite.config.ts', 'package-lock.json']

/** Digest over names and contents of the sources of a part. */
export function sourcesDigest(root: string, part: BuildPart): string {
  const hash = createHash('sha256')
  for (const source of [...SOURCES[part], ...EVERYWHERE]) {
    for (const file of filesUnder(root, source)) {
      const content = readFileSync(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

function filesUnder(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() || entry.isFile() ? filesUnder(root, `${path}/${entry.name}`) : []))
}

const stampFile = (root: string, part: BuildPart): string => join(root, 'out', 'built', part)

export function markBuilt(root: string, part: BuildPart, digest: string): void {
  mkdirSync(join(root, 'out', 'built'), { recursive: true })
  writeFileSync(stampFile(root, part), digest)
}

/** The parts among these whose output is missing or older than its sources. */
export function staleParts(root: string, parts: readonly BuildPart[]): BuildPart[] {
  return parts.filter((part) => {
    const stamp = stampFile(root, part)
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesDigest(root, part)
  })
}
