import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addOperator } from '../../../electron/features/staff/add-operator.ts'
import { listOperators } from '../../../electron/features/staff/list-operators.ts'
import { resetPin } from '../../../electron/features/staff/reset-pin.ts'
import { setDisabled } from '../../../electron/features/staff/set-disabled.ts'
import { signIn } from '../../../electron/features/staff/sign-in.ts'
import { OperatorView } from '../../../shared/contract/app.ts'
import { digestOf } from '../../../electron/store/chain.ts'
import { enter, makeTestShop, people } from '../test-shop.ts'
import { must, refusal, rowKinds, type TestTill } from '../test-till.ts'

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
  await enter(till, 'manager')
})
afterEach(() => till.close())

const newcomer = {
  operatorId: '019a0000-0000-7000-9000-000000000009',
  name: '赵文杰',
  code: '1002',
  role: 'cashier',
  pin: '271828',
} as const

describe('adding an operator', () => {
  test('who signs in then, after a restart too', async () => {
    const views = must(await addOperator(till.core, { commandId: till.core.newId(), ...newcomer }))
    expect(OperatorView.array().parse(views)).toEqual(views)
    expect(views.map(({ code }) => code)).toEqual(['1001', '1002', '2001', '9001'])
    expect(Object.keys(views[0] ?? {}).sort()).toEqual(['code', 'disabled', 'name', 'operatorId', 'role'])
    till = till.reopen()
    must(await signIn(till.core, { commandId: till.core.newId(), operatorId: newcomer.operatorId, pin: newcomer.pin }))
    expect(till.core.memory.operator?.name).toBe('赵文杰')
  })

  test('the chain carries the digest of the name and of its salt', async () => {
    must(await addOperator(till.core, { commandId: till.core.newId(), ...newcomer }))
    const { sqlite } = till.core.store
    const record = sqlite
      .prepare<[string], { salt: string; fields: string; digest: string; version: number }>(
        'SELECT salt, fields, digest, version FROM person_records WHERE person_id = ?',
      )
      .get(newcomer.operatorId)
    expect(record).toMatchObject({ fields: '{"name":"赵文杰"}', version: 1 })
    expect(record?.digest).toBe(digestOf(`${record?.salt}${record?.fields}`))
    const row = sqlite.prepare<[], { payload: string }>('SELECT payload FROM chain ORDER BY seq DESC LIMIT 1').get()
    expect(row?.payload).toContain(record?.digest)
  })

  test.each([
    ['a code that is taken', { ...newcomer, code: '1001' }, 'operator-code-taken'],
    ['a PIN that is too simple', { ...newcomer, pin: '1234' }, 'pin-too-simple'],
    ['a person who is there', { ...newcomer, operatorId: people.cashier.operatorId }, 'command-reused'],
  ])('%s', async (_, wanted, code) => {
    const rows = till.core.store.head.seq
    expect(refusal(await addOperator(till.core, { commandId: till.core.newId(), ...wanted })).code).toBe(code)
    expect(till.core.store.head.seq).toBe(rows)
  })

  test('the same command adds once; with other content it is refused', async () => {
    const command = { commandId: till.core.newId(), ...newcomer }
    const first = must(await addOperator(till.core, command))
    const rows = till.core.store.head.seq
    expect(must(await addOperator(till.core, command))).toEqual(first)
    expect(till.core.store.head.seq).toBe(rows)
    expect(refusal(await addOperator(till.core, { ...command, code: '1003' })).code).toBe('command-reused')
  })

  test('a double click adds once', async () => {
    const command = { commandId: till.core.newId(), ...newcomer }
    const answers = await Promise.all([addOperator(till.core, command), addOperator(till.core, command)])
    expect(rowKinds(till.core).filter((kind) => kind === 'operators-saved')).toHaveLength(3)
    expect(must(listOperators(till.core))).toHaveLength(4)
    expect(answers.map((answer) => answer.ok)).toEqual([true, true])
  })
})

describe('disabling and a new PIN', () => {
  const { cashier, manager } = people

  test('the last manager stays', async () => {
    const { core } = till
    const wanted = { operatorId: manager.operatorId, disabled: true }
    expect(refusal(await setDisabled(core, { commandId: core.newId(), ...wanted })).code).toBe('operator-last-manager')
    must(await addOperator(core, { commandId: core.newId(), ...newcomer, role: 'manager' }))
    must(await setDisabled(core, { commandId: core.newId(), ...wanted }))
    // whoever is disabled is signed out at once
    expect(core.memory.operator).toBeNull()
    expect(refusal(await signIn(core, { commandId: core.newId(), ...manager })).code).toBe('operator-disabled')
  })

  test('disabled and back again', async () => {
    const { core } = till
    for (const disabled of [true, false]) {
      const command = { commandId: core.newId(), operatorId: cashier.operatorId, disabled }
      const views = must(await setDisabled(core, command))
      expect(views.find(({ operatorId }) => operatorId === cashier.operatorId)?.disabled).toBe(disabled)
      const rows = core.store.head.seq
      must(await setDisabled(core, command))
      expect(refusal(await setDisabled(core, { ...command, disabled: !disabled })).code).toBe('command-reused')
      expect(core.store.head.seq).toBe(rows)
    }
    const nobody = await setDisabled(core, { commandId: core.newId(), operatorId: core.newId(), disabled: true })
    expect(refusal(nobody).code).toBe('operator-unknown')
  })

  test('a PIN is reset once a command', async () => {
    const { core } = till
    const command = { commandId: core.newId(), operatorId: cashier.operatorId, pin: '314159' }
    must(await resetPin(core, command))
    must(await resetPin(core, { commandId: core.newId(), operatorId: cashier.operatorId, pin: '271828' }))
    must(await resetPin(core, command))
    must(await signIn(core, { commandId: core.newId(), operatorId: cashier.operatorId, pin: '271828' }))
    await enter(till, 'manager')
    expect(refusal(await resetPin(core, { ...command, commandId: core.newId(), pin: '1111' })).code).toBe(
      'pin-too-simple',
    )
    expect(refusal(await resetPin(core, { ...command, commandId: core.newId(), operatorId: core.newId() })).code).toBe(
      'operator-unknown',
    )
    expect(refusal(await resetPin(core, { ...command, operatorId: manager.operatorId })).code).toBe('command-reused')
  })
})
