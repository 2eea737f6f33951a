/** `npm run -s serve -- --data DIR --port 0 --demo`: the till for a browser of this machine. */
import { parseHostFlags } from './hosts/host-flags.ts'
import { runBrowserHost } from './hosts/browser/run.ts'

const parsed = parseHostFlags(process.argv.slice(2))
if (parsed.ok) await runBrowserHost(parsed.flags)
else {
  process.stderr.write(`${parsed.zh}\n${parsed.en}\n`)
  process.exitCode = 2
}
