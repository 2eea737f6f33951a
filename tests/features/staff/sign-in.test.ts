import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listSignInChoices } from '../../../electron/features/staff/list-operators.ts'
import { resetPin } from '../../../electron/features/staff/reset-pin.ts'
import { setDisabled } from '../../../electron/features/staff/set-disabled.ts'
import { signIn } from '../../../electron/features/staff/sign-in.ts'
import { signOut } from '../../../electron/features/staff/sign-out.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { enter, makeTestShop, people } from '../test-shop.ts'
import { keptText, must, refusal, rowKinds, type TestTill } from '../test-till.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const { cashier } = people

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
})
afterEach(() => till.close())

const tryPin = (pin: string, commandId = till.core.newId()): Promise<Result<null>> =>
  signIn(till.core, { commandId, operatorId: cashier.operatorId, pin })

async function lockCashier(): Promise<void> {
  for (let i = 0; i < 5; i++) await tryPin('000001')
}

describe('signing in', () => {
  test('by PIN, with a row', async () => {
    must(await tryPin(cashier.pin))
    expect(till.core.memory.operator).toEqual({
      operatorId: cashier.operatorId,
      name: cashier.name,
      code: '1001',
      role: 'cashier',
    })
    expect(rowKinds(till.core).at(-1)).toBe('signed-in')
    must(await signOut(till.core, { commandId: till.core.newId() }))
    expect(till.core.memory.operator).toBeNull()
    expect(rowKinds(till.core).at(-1)).toBe('signed-out')
  })

  test('nobody is there, or may no longer', async () => {
    const { core } = till
    const nobody = await signIn(core, { commandId: core.newId(), operatorId: core.newId(), pin: '900188' })
    expect(refusal(nobody).code).toBe('operator-unknown')
    await enter(till, 'manager')
    must(await setDisabled(core, { commandId: core.newId(), operatorId: cashier.operatorId, disabled: true }))
    expect(refusal(await tryPin(cashier.pin))).toEqual({ code: 'operator-disabled', params: { name: cashier.name } })
    expect(listSignInChoices(core).map(({ name }) => name)).not.toContain(cashier.name)
  })

  test('the same command gives the first answer and signs nobody in a second time', async () => {
    const { core } = till
    const good = core.newId()
    must(await tryPin(cashier.pin, good))
    must(await signOut(core, { commandId: core.newId() }))
    const rows = core.store.head.seq
    must(await tryPin(cashier.pin, good))
    expect(core.memory.operator).toBeNull()
    const wrong = core.newId()
    const first = refusal(await tryPin('000001', wrong))
    expect(first).toEqual({ code: 'pin-wrong', params: { left: 4 } })
    expect(refusal(await tryPin(cashier.pin, wrong))).toEqual(first)
    expect(core.store.head.seq).toBe(rows + 1)
  })

  test('the same command for somebody else is refused', async () => {
    const { core } = till
    const commandId = core.newId()
    must(await tryPin(cashier.pin, commandId))
    const other = await signIn(core, { commandId, operatorId: people.manager.operatorId, pin: people.manager.pin })
    expect(refusal(other).code).toBe('command-reused')
  })
})

describe('wrong PINs', () => {
  test('are counted, lock for five minutes, then for fifteen, and a right one ends the count', async () => {
    const answers: unknown[] = []
    for (let i = 0; i < 5; i++) answers.push(refusal(await tryPin('000001')))
    expect(answers).toEqual([
      ...[4, 3, 2, 1].map((left) => ({ code: 'pin-wrong', params: { left } })),
      { code: 'pin-locked', params: { minutes: 5 } },
    ])
    const rows = till.core.store.head.seq
    expect(refusal(await tryPin(cashier.pin))).toEqual({ code: 'pin-locked', params: { minutes: 5 } })
    expect(till.core.store.head.seq).toBe(rows)
    till.pass(5 * MINUTE)
    for (let i = 0; i < 4; i++) await tryPin('000001')
    expect(refusal(await tryPin('000001'))).toEqual({ code: 'pin-locked', params: { minutes: 15 } })
    till.pass(15 * MINUTE - 1)
    expect(refusal(await tryPin(cashier.pin))).toEqual({ code: 'pin-locked', params: { minutes: 1 } })
    till.pass(1)
    must(await tryPin(cashier.pin))
    expect(refusal(await tryPin('000001'))).toEqual({ code: 'pin-wrong', params: { left: 4 } })
  })

  test('are on disk before they are answered', async () => {
    const { core } = till
    const before = core.store.head.seq
    await tryPin('000001')
    expect(core.store.head.seq).toBe(before + 1)
    // another connection sees it: it is in the file, not in this till's memory
    const file = new Database(join(till.folder, 'store.db'), { readonly: true })
    expect(file.prepare('SELECT failures FROM pin_guards').all()).toEqual([{ failures: 1 }])
    file.close()
    till = till.reopen()
    expect(refusal(await tryPin('000001'))).toEqual({ code: 'pin-wrong', params: { left: 3 } })
  })

  test('a hundred at once are no more than five', async () => {
    const pins = [...Array.from({ length: 99 }, (_, index) => String(500_000 + index)), cashier.pin]
    const answers = await Promise.all(pins.map((pin) => tryPin(pin)))
    const told = answers.filter((answer) => answer.ok || answer.refusal.code === 'pin-wrong')
    expect(told.length).toBeLessThanOrEqual(5)
    expect(rowKinds(till.core).filter((kind) => kind === 'pin-refused').length).toBeLessThanOrEqual(5)
  })

  test('a lock survives a restart and a clock that was moved by a day', async () => {
    await lockCashier()
    till.time.wallAt += DAY
    till.time.monotonicMs = 0
    till = till.reopen()
    expect(refusal(await tryPin(cashier.pin))).toEqual({ code: 'pin-locked', params: { minutes: 5 } })
    till.time.wallAt += DAY
    expect(refusal(await tryPin(cashier.pin)).code).toBe('pin-locked')
    till.pass(5 * MINUTE)
    must(await tryPin(cashier.pin))
  })

  test('what is left is kept from time to time, and runs again after a restart', async () => {
    await lockCashier()
    till.pass(3 * MINUTE)
    till.core.stores.staff.keepLocks(till.core.clock.monotonicMs())
    till.pass(MINUTE)
    till.time.monotonicMs = 0
    till = till.reopen()
    expect(refusal(await tryPin(cashier.pin))).toEqual({ code: 'pin-locked', params: { minutes: 2 } })
    till.pass(2 * MINUTE)
    must(await tryPin(cashier.pin))
  })

  test('the list says until when, and a manager can end it with a new PIN', async () => {
    await lockCashier()
    const { core } = till
    const lockOf = (): number | null | undefined =>
      listSignInChoices(core).find(({ operatorId }) => operatorId === cashier.operatorId)?.lockedUntilAt
    expect(lockOf()).toBe(core.clock.now() + 5 * MINUTE)
    await enter(till, 'manager')
    must(await resetPin(core, { commandId: core.newId(), operatorId: cashier.operatorId, pin: '314159' }))
    expect(lockOf()).toBeNull()
    expect(refusal(await tryPin(cashier.pin)).code).toBe('pin-wrong')
    must(await tryPin('314159'))
  })
})

test('no PIN, no hash of one and no name is kept for good', async () => {
  await lockCashier()
  must(await signIn(till.core, { commandId: till.core.newId(), ...people.manager }))
  const kept = keptText(till.core)
  for (const { pin, name } of Object.values(people)) {
    expect(kept).not.toContain(pin)
    expect(kept).not.toContain(name)
  }
  expect(kept).not.toContain('"000001"')
  expect(kept).not.toContain('argon2')
})
