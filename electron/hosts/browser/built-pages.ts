/**
 * The pages, built first where they are missing or older than their sources. That takes seconds and a processor, so it
 * happens in a process of its own while the till already answers.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Pages, readPages } from '../pages.ts'

/** Rejects where the build fails; what it said is on stderr by then. */
export function builtPages(projectDir: string): Promise<Pages> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [join(projectDir, 'build', 'make.ts'), 'client'], {
      cwd: projectDir,
      stdio: ['ignore', process.stderr, process.stderr],
    })
    build.once('error', reject)
    build.once('exit', (code) => {
      if (code === 0) resolve(readPages(join(projectDir, 'out', 'renderer')))
      else reject(new Error(`building the pages ended with ${code}`))
    })
  })
}
