/** The demo shop as its first start makes it, once a run; tests begin with copies of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServe } from './serve-process.ts'

export async function makeDemoFolder(): Promise<{ path: string; remove: () => void }> {
  const path = mkdtempSync(join(tmpdir(), 'zhanggui-demo-'))
  const serve = await startServe({ dataDir: path, demo: true })
  const code = await serve.stop()
  if (code !== 0) throw new Error(`serve ended with ${code}: ${serve.stderr()}`)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
