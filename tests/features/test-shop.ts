/** A shop of one's own with a person of each role, opened in a test's till. */
import { addOperator } from '../../electron/features/staff/add-operator.ts'
import { signIn } from '../../electron/features/staff/sign-in.ts'
import { openShop } from '../../electron/features/setup/open-shop.ts'
import type { Role } from '../../shared/domain/staff/permission.ts'
import { makeTestTill, must, type TestTill } from './test-till.ts'

export interface Person {
  readonly operatorId: string
  readonly name: string
  readonly pin: string
}

export const people = {
  manager: { operatorId: '019a0000-0000-7000-9000-000000000001', name: '周明远', pin: '900188' },
  supervisor: { operatorId: '019a0000-0000-7000-9000-000000000002', name: '陈静怡', pin: '200188' },
  cashier: { operatorId: '019a0000-0000-7000-9000-000000000003', name: '李晓梅', pin: '100188' },
} as const satisfies Record<Role, Person>

export const SHOP = {
  shopName: '麦田',
  receiptHeader: ['徐汇区天平路 18 号'],
  paperMm: 80,
  managerId: people.manager.operatorId,
  managerName: people.manager.name,
  managerCode: '9001',
  managerPin: people.manager.pin,
} as const

/** Opened, with nobody signed in. */
export async function makeTestShop(): Promise<TestTill> {
  const till = makeTestTill()
  const { core } = till
  must(await openShop(core, { commandId: core.newId(), ...SHOP, receiptHeader: [...SHOP.receiptHeader] }))
  await enter(till, 'manager')
  for (const [role, code] of [['supervisor', '2001'] as const, ['cashier', '1001'] as const]) {
    must(await addOperator(core, { commandId: core.newId(), ...people[role], code, role }))
  }
  core.memory.operator = null
  return till
}

/** Signs the person of this role in. */
export async function enter({ core }: TestTill, role: Role): Promise<void> {
  const { operatorId, pin } = people[role]
  must(await signIn(core, { commandId: core.newId(), operatorId, pin }))
}
