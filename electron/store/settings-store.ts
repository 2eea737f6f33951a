/**
 * What the shop has set: one body a name, the latest version of each; all versions stand in the chain.
 * Bodies were validated when they were committed.
 */
import { eq, sql } from 'drizzle-orm'
import type { Settings } from '../../shared/contract/back-office.ts'
import type { Rules } from '../../shared/domain/pricing/types.ts'
import { FIRST_STORED_VALUE_RULES, type StoredValueRules } from '../../shared/domain/value/stored-value-rules.ts'
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
  readonly storedValue: StoredValueRules
}

export interface SettingsStore {
  /** null before the shop was opened */
  read<Name extends keyof SettingsBodies>(name: Name): SettingsBodies[Name] | null
  /** what the shop has set about stored value, or what holds until then */
  storedValueRules(): StoredValueRules
  /** when that was set, and the name of whoever did; null each where no person of this till did */
  storedValueOrigin(): { changedAt: number | null; changedBy: string | null }
  /** runs inside a commit's transaction */
  put<Name extends keyof SettingsBodies>(name: Name, body: SettingsBodies[Name], seq: number): void
}

export function createSettingsStore(store: Store): SettingsStore {
  const { orm, sqlite } = store
  const find = orm
    .select({ body: settings.body })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  const findOrigin = sqlite.prepare<[], { changedAt: number; changedBy: string | null }>(
    `SELECT c.payload ->> '$.at' AS changedAt, o.name AS changedBy FROM settings AS s JOIN chain AS c ON c.seq = s.seq
     LEFT JOIN operators AS o ON o.operator_id = c.payload ->> '$.by' WHERE s.name = 'storedValue'`,
  )
  const upsert = preparedUpsert(orm, settings, [settings.name])
  function read<Name extends keyof SettingsBodies>(name: Name): SettingsBodies[Name] | null {
    const row = find.get({ name })
    return row === undefined ? null : (JSON.parse(row.body) as SettingsBodies[Name])
  }
  return {
    read,
    storedValueRules: () => read('storedValue') ?? FIRST_STORED_VALUE_RULES,
    storedValueOrigin: () => findOrigin.get() ?? { changedAt: null, changedBy: null },
    put: (name, body, seq) => upsert({ name, body: canonical(body as unknown as Json), seq }),
  }
}
