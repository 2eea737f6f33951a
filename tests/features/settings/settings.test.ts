import { afterEach, beforeEach, expect, test } from 'vitest'
import { getSettings } from '../../../electron/features/settings/get-settings.ts'
import { saveSettings } from '../../../electron/features/settings/save-settings.ts'
import { Settings } from '../../../shared/contract/back-office.ts'
import { enter, makeTestShop } from '../test-shop.ts'
import { makeTestTill, must, refusal, rowKinds, type TestTill } from '../test-till.ts'

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
  await enter(till, 'manager')
})
afterEach(() => till.close())

test('what a new shop begins with is what the contract allows', () => {
  const settings = must(getSettings(till.core))
  expect(Settings.parse(settings)).toEqual(settings)
  expect(settings).toMatchObject({ shopName: '麦田', paperMm: 80, terminal: 'none', roundingUnitFen: 1 })
})

test('no shop, no settings', () => {
  const empty = makeTestTill()
  expect(refusal(getSettings(empty.core)).code).toBe('no-shop')
  empty.close()
})

test('saved whole, shown and priced by at once, and there after a restart', async () => {
  const { core } = till
  const changes = till.changes()
  const wanted: Settings = { ...must(getSettings(core)), shopName: '麦田二店', roundingUnitFen: 10, paperMm: 58 }
  const command = { commandId: core.newId(), settings: wanted }
  expect(must(await saveSettings(core, command))).toEqual(wanted)
  expect(till.changes()).toBe(changes + 1)
  expect(core.catalog.rules().rounding).toEqual({ unit: 10 })
  expect(core.catalog.priceBook().rules.rounding).toEqual({ unit: 10 })
  expect(rowKinds(core).at(-1)).toBe('settings-saved')
  const audit = core.store.sqlite.prepare('SELECT detail FROM audit ORDER BY seq DESC LIMIT 1').get()
  expect(audit).toEqual({ detail: '{"changed":["shopName","paperMm","roundingUnitFen"]}' })
  till = till.reopen()
  expect(must(getSettings(till.core))).toEqual(wanted)
  expect(till.core.stores.settings.read('shop')).toMatchObject({ name: '麦田二店', storeCode: 'S001', demo: false })
})

test('once a command; with other content the id is refused', async () => {
  const { core } = till
  const first: Settings = { ...must(getSettings(core)), tillName: '二号' }
  const command = { commandId: core.newId(), settings: first }
  must(await saveSettings(core, command))
  must(await saveSettings(core, { commandId: core.newId(), settings: { ...first, tillName: '三号' } }))
  must(await saveSettings(core, command))
  expect(must(getSettings(core)).tillName).toBe('三号')
  const other = await saveSettings(core, { ...command, settings: { ...first, tillName: '四号' } })
  expect(refusal(other).code).toBe('command-reused')
})
