/**
 * The long kill run: `node tests/kill/run.ts --kills 10000`. Goes on where an earlier run was stopped; what it has counted
 * stands in out/kills/state.json. Ends with 1 at the first lost sale or finding.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeShopFolder } from '../till/selling-till.ts'
import { startKillLoop } from './kill-loop.ts'

interface State {
  readonly kills: number
  readonly whileOpening: number
  readonly acknowledged: number
  readonly lost: number
  readonly seconds: number
}

const OUT = join(import.meta.dirname, '..', '..', 'out', 'kills')
const STATE = join(OUT, 'state.json')
const REPORT_EVERY = 100

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' } } })
const wanted = Number(values.kills)
if (!Number.isSafeInteger(wanted) || wanted < 1) throw new RangeError('--kills wants a number above 0')

mkdirSync(OUT, { recursive: true })
let state = readState()
const shop = await makeShopFolder()
const folder = join(OUT, 'shop')
// each run draws from a seed of its own that follows from where it begins
const loop = await startKillLoop({ seller: 'seller', shop, folder, seed: 20_261_121 + state.kills })
const before = state.seconds
const startedMs = performance.now()
try {
  while (state.kills < wanted) {
    const { life, findings } = await loop.kill()
    state = {
      kills: state.kills + 1,
      whileOpening: state.whileOpening + (life.whileOpening ? 1 : 0),
      acknowledged: state.acknowledged + life.acknowledged.length,
      lost: state.lost + findings.filter((finding) => finding.rule === 'lost').length,
      seconds: Math.round(before + (performance.now() - startedMs) / 1000),
    }
    if (findings.length > 0) {
      console.error(JSON.stringify(findings, null, 2))
      console.error(`the store lies in ${folder}`)
      process.exitCode = 1
      break
    }
    if (state.kills % REPORT_EVERY === 0 || state.kills === wanted) {
      keep(state)
      console.log(tell(state))
    }
  }
} finally {
  loop.stop()
  keep(state)
  rmSync(shop, { recursive: true, force: true })
}

function readState(): State {
  if (!existsSync(STATE)) return { kills: 0, whileOpening: 0, acknowledged: 0, lost: 0, seconds: 0 }
  return JSON.parse(readFileSync(STATE, 'utf8')) as State
}

function keep(now: State): void {
  writeFileSync(`${STATE}.new`, `${JSON.stringify(now)}\n`)
  renameSync(`${STATE}.new`, STATE)
}

function tell({ kills, whileOpening, acknowledged, lost, seconds }: State): string {
  return `${kills} kills (${whileOpening} while opening), ${acknowledged} acknowledged sales, ${lost} lost, ${seconds} s`
}
