/** Plans of the small shop, and a whole top-up in one call. */
import type { Core } from '../../electron/core.ts'
import { saveStoredValue } from '../../electron/features/stored-value/stored-value-settings.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { nextCustomer, payCash } from '../../electron/features/till/pay.ts'
import { beginTopUp, chooseTopUp } from '../../electron/features/till/top-up.ts'
import type { StoredValueSettings } from '../../shared/contract/stored-value.ts'
import { onOrder, showCard } from './checkout.ts'
import { enter, must } from './small-shop.ts'

export const PLAN_ID = '019a0000-0000-7000-b000-000000000001'

/** 充300送30, 充500送100 with 200 points and two coupons; the bonus is good for a year */
export const settings: StoredValueSettings = {
  plans: [
    {
      planId: PLAN_ID,
      nameZh: '日常储值',
      nameEn: 'Everyday',
      paused: false,
      bonusDays: 365,
      steps: [
        { fromFen: 30_000, bonusFen: 3000, points: 0, coupons: [] },
        { fromFen: 50_000, bonusFen: 10_000, points: 200, coupons: [{ templateId: 'CT-50-5', count: 2 }] },
      ],
    },
  ],
  registeredCapFen: 500_000,
  anonymousCapFen: 100_000,
  maxBonusShareBp: 5000,
  limits: { operationFen: 100_000, operatorDayFen: 150_000, dayFen: 180_000 },
  reversalDays: 7,
}

/** Sets plans and limits, by the manager; whoever was signed in is signed in again. */
export function setStoredValue(core: Core, changes: Partial<StoredValueSettings> = {}): void {
  const { operator } = core.memory
  enter(core, 'manager')
  const { version } = core.stores.settings.storedValueRules()
  const wanted = { ...settings, ...changes }
  must(saveStoredValue(core, { commandId: core.newId(), expectedVersion: version, settings: wanted }))
  core.memory.operator = operator
}

export async function choose(core: Core, principalFen: number, planId: string | null = null): Promise<void> {
  must(await chooseTopUp(core, { ...onOrder(core), principalFen, planId }))
}

/** Tops the card up for exact cash and puts it away; gives its id. */
export async function topUp(core: Core, cardNumber: string, principalFen: number): Promise<string> {
  showCard(core, cardNumber)
  must(beginTopUp(core, onOrder(core)))
  await choose(core, principalFen)
  must(payCash(core, { ...onOrder(core), amountFen: principalFen }))
  const { orderId } = core.memory.order
  must(completeSale(core, { commandId: core.newId(), orderId }))
  must(nextCustomer(core, core.newId()))
  return orderId
}
