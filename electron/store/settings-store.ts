/**
 * What the shop has set: one body a name, the latest version of each; all versions stand in the chain.
 * Bodies were validated when they were committed.
 */
import { eq, sql } from 'drizzle-orm'
import type { Settings } from '../../shared/contract/back-office.ts'
import type { Rules } from '../../shared/domain/pricing/types.ts'
import { canonical, type Json } from './canonical.ts'
import type { Store } from './open-store.ts'
import { preparedUpsert } from './prepared.ts'
import { settings } from './schema.ts'

export interface ShopRecord {
  /** 'S001': the store in promotions and in the chain */
  readonly storeCode: string
  readonly name: string
  readonly demo: boolean
  /** epoch ms, till time */
  readonly foundedAt: number
  /** IANA name */
  readonly timeZone: string
}

/** Rounding is a setting of its own (Settings.roundingUnitFen). */
export type PricingRules = Omit<Rules, 'rounding'>

export interface SettingsBodies {
  readonly shop: ShopRecord
  readonly settings: Settings
  readonly pricing: PricingRules
}

export interface SettingsStore {
  /** null before the shop was opened */
  read<Name extends keyof SettingsBodies>(name: Name): SettingsBodies[Name] | null
  /** runs inside a commit's transaction */
  put<Name extends keyof SettingsBodies>(name: Name, body: SettingsBodies[Name], seq: number): void
}

export function createSettingsStore(store: Store): SettingsStore {
  const { orm } = store
  const find = orm
    .select({ body: settings.body })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  const upsert = preparedUpsert(orm, settings, [settings.name])
  return {
    read: <Name extends keyof SettingsBodies>(name: Name) => {
      const row = find.get({ name })
      return row === undefined ? null : (JSON.parse(row.body) as SettingsBodies[Name])
    },
    put: (name, body, seq) => upsert({ name, body: canonical(body as unknown as Json), seq }),
  }
}
