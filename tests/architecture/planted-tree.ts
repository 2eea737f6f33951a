/**
 * A small tree laid out as this project is, in a folder of its own, into which a test plants a violation.
 * The packages are the project's own, by a link to its node_modules.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** path → text */
export type Files = Readonly<Record<string, string>>

/** Writes the files below a new folder, hands its path to `look`, and removes it whatever happens. */
export async function withTree<T>(files: Files, look: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'zhanggui-architecture-'))
  try {
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'dir')
    cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return await look(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
