/** `npm run -s serve -- --data DIR --port 0 --demo`: the till for a browser of this machine. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import './hosts/browser/known-modules.ts'
import { parseHostFlags } from './hosts/host-flags.ts'

const parsed = parseHostFlags(process.argv.slice(2))
if (parsed.ok) {
  // Before the till's hundreds of files are read: the next start finds them stripped of their types and compiled.
  enableCompileCache()
  const { runBrowserHost } = await import('./hosts/browser/run.ts')
  await runBrowserHost(parsed.flags)
  flushCompileCache()
} else {
  process.stderr.write(`${parsed.zh}\n${parsed.en}\n`)
  process.exitCode = 2
}
