/** Settings are kept whole: the row is the new version of all of them. Devices follow by what is in memory. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'

export interface SaveSettings {
  readonly commandId: string
  readonly settings: Settings
}

/** Refuses with not-signed-in, not-permitted, no-shop. */
export async function saveSettings(core: Core, command: SaveSettings): Promise<Result<Settings>> {
  const allowed = requirePermission(core, 'settings.edit')
  if (!allowed.ok) return allowed
  const { settings } = command
  const content = { op: 'save-settings', settings }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(settings)
  const store = core.stores.settings
  const shop = store.read('shop')
  if (shop === null || core.memory.settings === null) return refuse('no-shop')
  const by = allowed.value.operatorId
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'settings-saved',
    version: 1,
    payload: { at, hqAt: null, by, settings },
    audit: [
      {
        at,
        action: 'settings-saved',
        operatorId: by,
        approverId: null,
        subject: null,
        detail: { changed: changedNames(core.memory.settings, settings) },
      },
    ],
    answer: null,
    write: (seq) => {
      store.put('settings', settings, seq)
      if (shop.name !== settings.shopName) store.put('shop', { ...shop, name: settings.shopName }, seq)
    },
  })
  if (!done.ok) return done
  const repriced = core.memory.settings.roundingUnitFen !== settings.roundingUnitFen
  core.memory.settings = settings
  if (repriced) core.catalog.reload()
  core.changed()
  return ok(settings)
}

function changedNames(before: Settings, after: Settings): string[] {
  const names = Object.keys(after) as (keyof Settings)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
