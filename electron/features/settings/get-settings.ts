import type { Settings } from '../../../shared/contract/back-office.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'

/** The settings as they hold now; nothing in them is secret. Refuses with no-shop. */
export function getSettings(core: Core): Result<Settings, 'no-shop'> {
  const { settings } = core.memory
  return settings === null ? refuse('no-shop') : ok(settings)
}
