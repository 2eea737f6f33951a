/** Kills of a bare process on the real commit path. KILLS is how many; the run of 10,000 is tests/kill/run.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeShopFolder } from '../till/selling-till.ts'
import { startKillLoop, type KillLoop } from './kill-loop.ts'

const kills = Number(process.env['KILLS'] ?? 20)
const seed = Number(process.env['KILL_SEED'] ?? 20_261_123)
const CAUGHT_WITHIN = 300

let loop: KillLoop
let shop: string
let folder: string
beforeEach(async () => {
  shop = await makeShopFolder()
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-kills-'))
})
afterEach(() => {
  loop.stop()
  for (const path of [shop, folder]) rmSync(path, { recursive: true, force: true })
})

test(`no acknowledged sale is lost in ${kills} kills`, { timeout: 600_000 }, async () => {
  loop = await startKillLoop({ seller: 'seller', shop, folder, seed })
  let acknowledged = 0
  for (let count = 0; count < kills; count += 1) {
    const { life, findings } = await loop.kill()
    expect(findings, `kill ${count + 1} from seed ${seed}`).toEqual([])
    acknowledged += life.acknowledged.length
  }
  console.info(`bare: ${kills} kills, ${acknowledged} acknowledged sales, 0 lost, seed ${seed}`)
  expect(acknowledged).toBeGreaterThan(kills / 2)
})

test('a till that acknowledges before it commits is caught', { timeout: 300_000 }, async () => {
  loop = await startKillLoop({ seller: 'early-seller', shop, folder, seed })
  let lost = 0
  let count = 0
  for (; count < CAUGHT_WITHIN && lost === 0; count += 1) {
    const { findings } = await loop.kill()
    lost = findings.filter((finding) => finding.rule === 'lost').length
  }
  console.info(`bare till that acknowledges early: ${lost} lost at kill ${count}`)
  expect(lost).toBeGreaterThan(0)
})
