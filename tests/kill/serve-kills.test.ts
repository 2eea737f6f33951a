/** Kills of `serve` while a cashier sells at it. KILLS is how many (CI: 500), KILL_SEED where the chance begins. */
import { afterEach, expect, test } from 'vitest'
import { startServeLoop, type ServeLoop } from './serve-loop.ts'

const kills = Number(process.env['KILLS'] ?? 20)
const seed = Number(process.env['KILL_SEED'] ?? 20_261_124)
const CAUGHT_WITHIN = 60

let loop: ServeLoop
afterEach(() => loop.close())

test(`no answered sale is lost in ${kills} kills of serve`, { timeout: 600_000 }, async () => {
  loop = await startServeLoop({ program: 'serve-life', seed })
  const startedMs = performance.now()
  let [acknowledged, whileOpening] = [0, 0]
  for (let count = 0; count < kills; count += 1) {
    const { life, findings } = await loop.kill()
    expect(findings, `kill ${count + 1} from seed ${seed}`).toEqual([])
    acknowledged += life.acknowledged.length
    whileOpening += life.whileOpening ? 1 : 0
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  console.info(
    `serve: ${kills} kills (${whileOpening} while opening), ${acknowledged} answered sales, 0 lost, ${seconds} s, seed ${seed}`,
  )
  expect(acknowledged).toBeGreaterThan(kills / 2)
})

test('a serve that answers before it commits is caught', { timeout: 300_000 }, async () => {
  loop = await startServeLoop({ program: 'early-serve-life', seed })
  let lost = 0
  let count = 0
  for (; count < CAUGHT_WITHIN && lost === 0; count += 1) {
    const { findings } = await loop.kill()
    lost = findings.filter((finding) => finding.rule === 'lost').length
  }
  console.info(`serve that answers early: ${lost} lost at kill ${count}`)
  expect(lost).toBeGreaterThan(0)
})
