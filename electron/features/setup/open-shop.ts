/** The first start of a shop of one's own: settings, categories and the first manager, in one commit. */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { checkPinPolicy } from '../../../shared/domain/staff/pin-policy.ts'
import type { Core } from '../../core.ts'
import { hashPin } from '../../staff-pins.ts'
import {
  DEFAULT_CATEGORIES,
  DEFAULT_PRICING,
  defaultSettings,
  FIRST_STORE_CODE,
  SHOP_TIME_ZONE,
} from './default-shop.ts'
import { openedAlready } from './opened-already.ts'

export interface OpenShop {
  readonly commandId: string
  readonly shopName: string
  readonly receiptHeader: string[]
  readonly paperMm: 58 | 80
  readonly managerId: string
  readonly managerName: string
  readonly managerCode: string
  readonly managerPin: string
}

/**
 * Refuses with shop-exists, pin-too-simple, and demo-unfinished where a demo was cut short: its operators, whose PINs
 * everybody knows, must not work in a shop. Nobody is signed in afterwards.
 */
export async function openShop(core: Core, command: OpenShop): Promise<Result<null>> {
  const { commandId, shopName, receiptHeader, paperMm, managerId, managerName, managerCode } = command
  const content = { op: 'open-shop', shopName, receiptHeader, paperMm, managerId, managerCode }
  const asked = openedAlready(core, commandId, content)
  if (!asked.ok || asked.value) return asked.ok ? ok(null) : asked
  if (core.stores.staff.operators().length > 0) return refuse('demo-unfinished')
  const policy = checkPinPolicy(command.managerPin)
  if (!policy.ok) return policy
  const pinHash = await hashPin(command.managerPin)
  const now = openedAlready(core, commandId, content)
  if (!now.ok || now.value) return now.ok ? ok(null) : now
  const { staff, settings: settingsStore, catalog } = core.stores
  const at = core.clock.now()
  const settings = defaultSettings({ shopName, receiptHeader, paperMm })
  const shop = { storeCode: FIRST_STORE_CODE, name: shopName, demo: false, foundedAt: at, timeZone: SHOP_TIME_ZONE }
  const person = staff.nameRecord(managerId, managerName)
  const { version, digest } = person
  const manager = { operatorId: managerId, code: managerCode, role: 'manager', disabled: false } as const
  const done = core.committer.commit({
    commandId,
    content,
    kind: 'shop-opened',
    version: 1,
    payload: {
      at,
      hqAt: null,
      shop,
      settings,
      pricing: { maxCoupons: DEFAULT_PRICING.maxCoupons },
      categories: DEFAULT_CATEGORIES.map((category) => ({ ...category })),
      operators: [{ ...manager, person: { version, digest } }],
    },
    audit: [
      {
        at,
        action: 'shop-opened',
        operatorId: managerId,
        approverId: null,
        subject: managerId,
        detail: { demo: false },
      },
    ],
    answer: null,
    write: (seq) => {
      settingsStore.put('shop', shop, seq)
      settingsStore.put('settings', settings, seq)
      settingsStore.put('pricing', DEFAULT_PRICING, seq)
      for (const category of DEFAULT_CATEGORIES) catalog.putCategory(category, seq)
      staff.putName(person, seq)
      staff.putOperator({ ...manager, name: managerName, pinHash }, seq)
    },
  })
  if (!done.ok) return done
  core.memory.settings = settings
  core.catalog.reload()
  core.changed()
  return ok(null)
}
