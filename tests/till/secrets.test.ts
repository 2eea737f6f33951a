/** What must never be on disk, and what must be only where it can be erased. */
import { execFileSync, spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { findMembers } from '../../electron/features/till/choose-member.ts'
import { payMobile } from '../../electron/features/till/pay-mobile.ts'
import { nextCustomer } from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { checkOut, onOrder, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal } from './small-shop.ts'
import { CANARY, cardOf, wealthy } from './small-shop-members.ts'

let till: SellingTill
let core: Core
const said: string[] = []
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
  said.length = 0
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void said.push(parts.map(String).join(' ')))
  }
})
afterEach(() => till.close())

/** Files of the folder, database, log, ledger and all, that hold the text in any of the ways in which it may stand there. */
function filesWith(text: string): string[] {
  const ways = [text, Buffer.from(text).toString('base64').replace(/=+$/, ''), Buffer.from(text).toString('hex')]
  return [
    ...new Set(
      ways.flatMap((way) =>
        spawnSync('grep', ['-rlaF', '--', way, till.folder], { encoding: 'latin1' }).stdout.split('\n'),
      ),
    ),
  ].filter((path) => path !== '')
}

test('a payment code is nowhere, whatever became of the payment', async () => {
  const codes = [
    '134872650193846270',
    '104872650193846276',
    '154872650193846277',
    '283746501928374658',
    '301746501928374659',
  ]
  for (const code of codes) {
    take(core, 'BUN')
    expect(scan(core, { commandId: core.newId(), code }).unknownCode).toBeNull()
    await till.devices.time.letGo()
    while (till.devices.time.waiting.length > 0) await till.devices.time.letGo()
    if (core.memory.order.screen === 'done') must(nextCustomer(core, core.newId()))
    else core.memory.order = { ...core.memory.order, orderId: core.newId(), screen: 'basket', lines: [], tenders: [] }
  }
  // refused ones too
  expect(refusal(scan(core, { commandId: core.newId(), code: '134872650193846271' }).done).code).toBe(
    'payment-code-on-empty',
  )
  take(core, 'BUN')
  startPaying(core)
  refusal(payMobile(core, { ...onOrder(core), paymentCode: '134872650193846272', amountFen: 9_999_999 }))
  for (const code of [...codes, '134872650193846271', '134872650193846272']) {
    expect(filesWith(code), code).toEqual([])
    expect(said.join('\n')).not.toContain(code)
    expect(
      JSON.stringify(core.memory, (_key, value: unknown) => (value instanceof Set ? [...value] : value)),
    ).not.toContain(code)
  }
  till.stop()
  for (const code of codes) expect(filesWith(code), code).toEqual([])
})

test('names and phones stand in erasable records and in the replica, and nowhere else', async () => {
  must(findMembers(core, CANARY.phone))
  showCard(core, cardOf(wealthy))
  take(core, 'CAKE')
  const saleId = checkOut(core, 'stored-value')
  must(nextCustomer(core, core.newId()))
  await till.print()
  expect(core.stores.sales.exists(saleId)).toBe(true)
  // the search works at all: the replica and the records do hold them
  expect(
    filesWith(CANARY.name)
      .map((path) => path.slice(till.folder.length + 1))
      .sort(),
  ).toEqual(expect.arrayContaining(['members.db', 'store.db']))
  const tables = core.store.sqlite
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'person_records'",
    )
    .all()
  for (const { name } of tables) {
    const rows = JSON.stringify(core.store.sqlite.prepare(`SELECT * FROM ${name}`).all())
    for (const secret of [CANARY.name, CANARY.phone, JSON.stringify(CANARY.name).slice(1, -1)])
      expect(rows.includes(secret), `${name}: ${secret}`).toBe(false)
  }
  expect(said.join('\n')).not.toMatch(new RegExp(`${CANARY.name}|${CANARY.phone}`))
})

test('a person whose records are gone is not found by a replica that is made anew', () => {
  core.store.sqlite.prepare('DELETE FROM person_records WHERE person_id = ?').run(wealthy.memberId)
  till.stop()
  execFileSync('rm', ['-f', `${till.folder}/members.db`, `${till.folder}/members.db-wal`])
  till = till.restart()
  core = till.core
  expect(must(signedIn(() => findMembers(core, CANARY.phone)))).toEqual([])
})

function signedIn<T>(work: () => T): T {
  till.signIn('cashier')
  return work()
}
