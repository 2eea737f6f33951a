/**
 * Kills of `serve` while a cashier sells at it. KILLS is how many (CI: 500), KILL_SEED where the chance begins. Two shops
 * are killed side by side: one waits for its disk while the other computes.
 */
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { prepareDemo, startServeLoop, type PreparedDemo, type ServeLoop } from './serve-loop.ts'

const kills = Number(process.env['KILLS'] ?? 20)
const seed = Number(process.env['KILL_SEED'] ?? 20_261_124)
const LANES = 2
const CAUGHT_WITHIN = 300
const A_KILL_TAKES_AT_MOST_MS = 6000

let demo: PreparedDemo
let loops: ServeLoop[] = []
beforeAll(async () => {
  demo = await prepareDemo()
}, 120_000)
afterEach(() => {
  for (const loop of loops) loop.close()
  loops = []
})
afterAll(() => rmSync(demo.folder, { recursive: true, force: true }))

interface Sums {
  acknowledged: number
  whileOpening: number
}

async function killOften(loop: ServeLoop, times: number, lane: number): Promise<Sums> {
  const sums: Sums = { acknowledged: 0, whileOpening: 0 }
  for (let count = 0; count < times; count += 1) {
    const { life, findings } = await loop.kill()
    expect(findings, `kill ${count + 1} of lane ${lane} from seed ${seed}`).toEqual([])
    sums.acknowledged += life.acknowledged.length
    sums.whileOpening += life.whileOpening ? 1 : 0
  }
  return sums
}

test(
  `no answered sale is lost in ${kills} kills of serve`,
  { timeout: 60_000 + kills * A_KILL_TAKES_AT_MOST_MS },
  async () => {
    const startedMs = performance.now()
    for (let lane = 0; lane < LANES; lane += 1) {
      loops.push(await startServeLoop({ program: 'serve-life', demo, seed: seed + lane }))
    }
    const sums = await Promise.all(loops.map((loop, lane) => killOften(loop, Math.floor((kills + lane) / LANES), lane)))
    const acknowledged = sums.reduce((total, lane) => total + lane.acknowledged, 0)
    const whileOpening = sums.reduce((total, lane) => total + lane.whileOpening, 0)
    const seconds = Math.round((performance.now() - startedMs) / 1000)
    console.info(
      `serve: ${kills} kills (${whileOpening} while opening), ${acknowledged} answered sales, 0 lost, ${seconds} s, seed ${seed}`,
    )
    expect(acknowledged).toBeGreaterThan(kills / 2)
  },
)

test('a serve that answers before it commits is caught', { timeout: 300_000 }, async () => {
  const loop = await startServeLoop({ program: 'early-serve-life', demo, seed })
  loops.push(loop)
  let lost = 0
  let count = 0
  for (; count < CAUGHT_WITHIN && lost === 0; count += 1) {
    const { findings } = await loop.kill()
    lost = findings.filter((finding) => finding.rule === 'lost').length
  }
  console.info(`serve that answers early: ${lost} lost at kill ${count}`)
  expect(lost).toBeGreaterThan(0)
})
