import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authorise, requirePermission } from '../../../electron/authority.ts'
import { setDisabled } from '../../../electron/features/staff/set-disabled.ts'
import { enter, makeTestShop, people } from '../test-shop.ts'
import { keptText, must, refusal, rowKinds, type TestTill } from '../test-till.ts'

const MINUTE = 60_000
const { cashier, supervisor, manager } = people

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
})
afterEach(() => till.close())

const consent = ({ operatorId, pin }: { operatorId: string; pin: string }) => ({ operatorId, pin })

describe('a permission or a second person', () => {
  test('whoever has the permission needs nobody', async () => {
    await enter(till, 'supervisor')
    expect(must(await authorise(till.core, 'price.manual', undefined))).toEqual({ approverId: null })
    expect(must(await authorise(till.core, 'price.manual', { operatorId: manager.operatorId, pin: '0000' }))).toEqual({
      approverId: null,
    })
  })

  test('nobody is signed in', async () => {
    expect(refusal(await authorise(till.core, 'sell', consent(manager))).code).toBe('not-signed-in')
    expect(refusal(requirePermission(till.core, 'sell')).code).toBe('not-signed-in')
  })

  test('who lacks it is told whom to ask', async () => {
    await enter(till, 'cashier')
    expect(refusal(await authorise(till.core, 'price.manual', undefined))).toEqual({
      code: 'approval-required',
      params: { permission: 'price.manual', role: 'supervisor', roleZh: '主管', roleEn: 'supervisor' },
    })
    expect(refusal(requirePermission(till.core, 'settings.edit'))).toEqual({
      code: 'not-permitted',
      params: { permission: 'settings.edit', role: 'manager', roleZh: '店长', roleEn: 'manager' },
    })
  })

  test('a second person who has it consents, once', async () => {
    await enter(till, 'cashier')
    const rows = till.core.store.head.seq
    expect(must(await authorise(till.core, 'price.manual', consent(supervisor)))).toEqual({
      approverId: supervisor.operatorId,
    })
    expect(till.core.store.head.seq).toBe(rows)
    expect(refusal(await authorise(till.core, 'price.manual', undefined)).code).toBe('approval-required')
    expect(till.core.memory.operator?.operatorId).toBe(cashier.operatorId)
  })

  test.each([
    ['oneself', cashier, 'price.manual', 'approval-not-allowed'],
    ['somebody who lacks it too', supervisor, 'price.below-cost', 'approval-not-allowed'],
    [
      'nobody',
      { operatorId: '019a0000-0000-7000-9000-00000000000f', pin: '900188' },
      'price.manual',
      'operator-unknown',
    ],
  ] as const)('%s', async (_, whom, permission, code) => {
    await enter(till, 'cashier')
    expect(refusal(await authorise(till.core, permission, consent(whom))).code).toBe(code)
  })

  test('somebody who was disabled', async () => {
    const { core } = till
    await enter(till, 'manager')
    must(await setDisabled(core, { commandId: core.newId(), operatorId: supervisor.operatorId, disabled: true }))
    await enter(till, 'cashier')
    expect(refusal(await authorise(core, 'price.manual', consent(supervisor))).code).toBe('operator-disabled')
  })

  test("a wrong PIN counts for the approver, with sign-in's own count, and a right one ends it", async () => {
    await enter(till, 'cashier')
    const wrong = { operatorId: supervisor.operatorId, pin: '000001' }
    for (const left of [4, 3]) {
      expect(refusal(await authorise(till.core, 'price.manual', wrong))).toEqual({
        code: 'approval-wrong',
        params: { left },
      })
    }
    must(await authorise(till.core, 'price.manual', consent(supervisor)))
    expect(rowKinds(till.core).slice(-3)).toEqual(['pin-refused', 'pin-refused', 'pin-accepted'])
    for (let i = 0; i < 4; i++) await authorise(till.core, 'price.manual', wrong)
    expect(refusal(await authorise(till.core, 'price.manual', wrong))).toEqual({
      code: 'pin-locked',
      params: { minutes: 5 },
    })
    till = till.reopen()
    till.core.memory.operator = { operatorId: cashier.operatorId, name: cashier.name, code: '1001', role: 'cashier' }
    expect(refusal(await authorise(till.core, 'price.manual', consent(supervisor))).code).toBe('pin-locked')
    till.pass(5 * MINUTE)
    must(await authorise(till.core, 'price.manual', consent(supervisor)))
    expect(keptText(till.core)).not.toContain('"000001"')
  })
})
