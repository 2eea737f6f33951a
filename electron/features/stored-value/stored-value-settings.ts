/**
 * Plans, caps and limits of stored value: kept whole, each save is the next version and a row of the chain.
 *
 * Row 'stored-value-set', version 1: `{ at, hqAt, by, rules }`. Nothing changes under a top-up that is being paid.
 */
import type { StoredValueSettings, StoredValueView } from '../../../shared/contract/stored-value.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { checkStoredValueRules, type StoredValueRules } from '../../../shared/domain/value/stored-value-rules.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'

/** Refuses with not-signed-in and not-permitted. */
export function storedValueSettings(core: Core): Result<StoredValueView> {
  const allowed = requirePermission(core, 'value.plans')
  return allowed.ok ? ok(settingsView(core)) : allowed
}

export interface SaveStoredValue {
  readonly commandId: string
  readonly expectedVersion: number
  readonly settings: StoredValueSettings
}

/** Refuses what checkStoredValueRules refuses, rule-while-paying, and stored-value-changed where somebody was first. */
export function saveStoredValue(core: Core, command: SaveStoredValue): Result<StoredValueView> {
  const allowed = requirePermission(core, 'value.plans')
  if (!allowed.ok) return allowed
  const { commandId, expectedVersion, settings } = command
  const content = { op: 'set-stored-value', expectedVersion, settings: settings as unknown as Json }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(settingsView(core))
  if (core.memory.order.screen === 'pay') return refuse('rule-while-paying')
  const current = core.stores.settings.storedValueRules()
  if (current.version !== expectedVersion) return refuse('stored-value-changed')
  const rules: StoredValueRules = { ...settings, version: current.version + 1 }
  const checked = checkStoredValueRules(rules, (id) => core.catalog.couponTemplate(id) !== undefined)
  if (!checked.ok) return checked
  const at = core.clock.now()
  const by = allowed.value.operatorId
  const detail = { version: rules.version, plans: rules.plans.length }
  const done = core.committer.commit({
    commandId,
    content,
    kind: 'stored-value-set',
    version: 1,
    payload: { at, hqAt: null, by, rules: rules as unknown as Json },
    audit: [{ at, action: 'stored-value-set', operatorId: by, approverId: null, subject: null, detail }],
    answer: null,
    write: (seq) => core.stores.settings.put('storedValue', rules, seq),
  })
  if (!done.ok) return done
  core.changed()
  return ok(settingsView(core))
}

function settingsView(core: Core): StoredValueView {
  const { plans, ...rules } = core.stores.settings.storedValueRules()
  const templates = core.stores.rules.readAll().flatMap(({ offerId, offer, nameZh, nameEn, state }) => {
    if (offer.kind !== 'coupon-template' || state === 'ended') return []
    return [{ templateId: offerId, label: { zh: nameZh, en: nameEn === '' ? nameZh : nameEn } }]
  })
  return {
    ...rules,
    plans: plans.map((plan) => ({
      ...plan,
      steps: plan.steps.map((step) => ({ ...step, coupons: step.coupons.map((coupon) => ({ ...coupon })) })),
    })),
    ...core.stores.settings.storedValueOrigin(),
    templates,
  }
}
