/**
 * Stored value as commands of the simulation: plans that change, top-ups of every kind, top-ups taken back, accounts closed,
 * statements printed. Who says yes is mostly a supervisor, at times somebody who may not, or nobody.
 */
import { closeAccount } from '../../electron/features/stored-value/close-account.ts'
import { reverseTopUp } from '../../electron/features/stored-value/reverse-top-up.ts'
import { printStatement } from '../../electron/features/stored-value/statement.ts'
import { saveStoredValue } from '../../electron/features/stored-value/stored-value-settings.ts'
import { beginTopUp, chooseTopUp, serveTopUp } from '../../electron/features/till/top-up.ts'
import type { Core } from '../../electron/core.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { SellingTill } from '../till/selling-till.ts'
import { people } from '../till/small-shop.ts'
import { members } from '../till/small-shop-members.ts'
import { PLAN_ID, settings } from '../till/top-ups.ts'
import type { Dice } from './dice.ts'
import type { SimulatedCommand } from './simulated-command.ts'

type Maker = (till: SellingTill, dice: Dice) => SimulatedCommand

function command<Facts extends object>(
  name: string,
  facts: Facts,
  run: (core: Core, facts: Facts) => Promise<Result<unknown>> | Result<unknown>,
): SimulatedCommand {
  return { name, facts: facts as Readonly<Record<string, unknown>>, run: ({ core }) => run(core, facts) }
}

const onOrder = ({ core }: SellingTill) => ({ commandId: core.newId(), orderId: core.memory.order.orderId })
const onDocument = ({ core }: SellingTill) => ({ commandId: core.newId(), documentId: core.newId() })

function consent(dice: Dice): { operatorId: string; pin: string } | undefined {
  const role = dice.pick(['supervisor', 'supervisor', 'manager', 'cashier', null] as const)
  return role === null ? undefined : { operatorId: people[role].operatorId, pin: people[role].pin }
}

const AMOUNTS = [10_000, 30_000, 30_000, 49_999, 50_000, 50_000, 100_000, 120_000, 300_000, 600_000, 0, -5000]

/** Two shapes of the same shop: what is given, and the limits, differ. */
const SETTINGS = [
  settings,
  {
    ...settings,
    plans: settings.plans.map((plan) => ({
      ...plan,
      bonusDays: 30,
      steps: [{ fromFen: 20_000, bonusFen: 5000, points: 100, coupons: [{ templateId: 'CT-20-3', count: 1 }] }],
    })),
    limits: { operationFen: 40_000, operatorDayFen: 90_000, dayFen: 120_000 },
  },
]

function someTopUp({ core }: SellingTill, dice: Dice): string {
  const topUps = core.store.sqlite
    .prepare<[], { id: string }>(
      "SELECT document_id AS id FROM documents WHERE kind = 'top-up' ORDER BY seq DESC LIMIT 4",
    )
    .all()
  return topUps.length === 0 ? core.newId() : dice.pick(topUps).id
}

const wayOf = (dice: Dice) =>
  dice.happens(0.7) ? ({ way: 'cash' } as const) : ({ way: 'elsewhere', note: '微信原路' } as const)

export const valueCommands: readonly [number, Maker][] = [
  [
    2,
    ({ core }, dice) =>
      command(
        'set-plans',
        {
          commandId: core.newId(),
          expectedVersion: core.stores.settings.storedValueRules().version,
          settings: dice.pick(SETTINGS),
        },
        saveStoredValue,
      ),
  ],
  [4, (till) => command('begin-top-up', onOrder(till), beginTopUp)],
  [
    4,
    (till, dice) =>
      command(
        'choose-top-up',
        {
          ...onOrder(till),
          principalFen: dice.pick(AMOUNTS),
          planId: dice.pick([null, null, PLAN_ID]),
          approval: consent(dice),
        },
        chooseTopUp,
      ),
  ],
  [
    1,
    (till, dice) =>
      command(
        'serve-top-up',
        { ...onOrder(till), operatorId: dice.pick([null, people.cashier.operatorId]) },
        serveTopUp,
      ),
  ],
  [
    3,
    (till, dice) =>
      command(
        'reverse-top-up',
        { ...onDocument(till), topUpId: someTopUp(till, dice), payOut: wayOf(dice), approval: consent(dice) },
        reverseTopUp,
      ),
  ],
  [
    1,
    (till, dice) =>
      command(
        'close-account',
        { ...onDocument(till), memberId: dice.pick(members).memberId, payOut: wayOf(dice), approval: consent(dice) },
        closeAccount,
      ),
  ],
  [
    1,
    ({ core }, dice) =>
      command(
        'print-statement',
        { commandId: core.newId(), memberId: dice.pick(members).memberId, jobId: core.newId() },
        printStatement,
      ),
  ],
]
