/** The snapshot of the frame and of the sell screen within it. Made once for each revision. */
import type { AppView } from '../../shared/contract/app.ts'
import { permissionsOf } from '../../shared/domain/staff/permission.ts'
import type { TillView } from '../../shared/contract/till.ts'
import type { Core } from '../core.ts'
import { tillView } from '../features/till/till-view.ts'

export interface Views {
  readonly app: () => AppView
  readonly till: () => TillView
}

export function createViews(core: Core, revision: () => number): Views {
  let lastTill: TillView | null = null
  function till(): TillView {
    if (lastTill?.revision !== revision()) lastTill = tillView(core, revision())
    return lastTill
  }
  return { till, app: () => appView(core, revision(), till) }
}

function appView(core: Core, revision: number, till: () => TillView): AppView {
  const { operator, shift, settings } = core.memory
  const shop = core.stores.settings.read('shop')
  const phase =
    settings === null ? 'first-start' : operator === null ? 'sign-in' : shift === null ? 'no-shift' : 'selling'
  return {
    revision,
    phase,
    shop:
      settings === null || shop === null
        ? null
        : { name: settings.shopName, store: settings.storeName, till: settings.tillName, demo: shop.demo },
    operator: operator === null ? null : { ...operator, disabled: false },
    permissions: operator === null ? [] : [...permissionsOf(operator.role)],
    shift: shift === null ? null : { ...shift, openedBy: core.stores.staff.operator(shift.openedBy)?.name ?? '' },
    status: statusView(core),
    till: phase === 'selling' ? till() : null,
  }
}

export function statusView(core: Core): AppView['status'] {
  const { queued, unsure } = core.stores.printJobs.counts()
  const { printing, refusal } = core.devices.trouble
  return {
    hq: 'alone',
    unsentRows: 0,
    printer: {
      state: refusal !== null || unsure > 0 ? 'trouble' : printing ? 'printing' : 'ready',
      queued,
      unsure,
      refusal: refusal === null ? null : { code: refusal.code, params: { ...refusal.params } },
    },
    openPayments: core.stores.payments.open().length,
    rulesLeftOut: core.catalog
      .leftOut()
      .map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn === '' ? nameZh : nameEn })),
    nowAt: core.clock.now(),
  }
}
