/**
 * Who signs in at the demo till.
 *
 * Invariants: a PIN is the operator's code followed by 88, six digits, easy to remember and printed in the README;
 * these people exist in the demo only, a shop of one's own begins with its own manager.
 */

import { demoUuid } from './demo-uuid.ts'
import { makeSeededRandom } from './seeded-random.ts'

export type OperatorRole = 'cashier' | 'supervisor' | 'manager'

export type DemoOperator = {
  readonly id: string
  /** What is typed before the PIN, four digits. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly role: OperatorRole
  /** In the clear: stored only as an argon2id hash. */
  readonly pin: string
}

type Person = Omit<DemoOperator, 'id'>

const PEOPLE: readonly Person[] = [
  { code: '1001', name: '李晓梅', nameEn: 'Li Xiaomei', role: 'cashier', pin: '100188' },
  { code: '1002', name: '赵文杰', nameEn: 'Zhao Wenjie', role: 'cashier', pin: '100288' },
  { code: '2001', name: '陈静怡', nameEn: 'Chen Jingyi', role: 'supervisor', pin: '200188' },
  { code: '9001', name: '周明远', nameEn: 'Zhou Mingyuan', role: 'manager', pin: '900188' },
]

/** The operators, engaged at `engagedAt` (epoch ms), which their ids carry. */
export function demoOperators({ seed, engagedAt }: { seed: number; engagedAt: number }): DemoOperator[] {
  const random = makeSeededRandom(seed, 'operators')
  return PEOPLE.map((person) => Object.assign({ id: demoUuid(random, engagedAt) }, person))
}
