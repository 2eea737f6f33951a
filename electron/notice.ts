/** Tells the cashier something that no command answers: a sentence on the ticket until the next thing goes well. */
import type { Refusal } from '../shared/domain/result.ts'
import type { Core } from './core.ts'

/** Each notice of a till has a number of its own, so that a screen knows which it has shown. */
const counts = new WeakMap<Core, number>()

export function notify(core: Core, refusal: Refusal): void {
  const id = (counts.get(core) ?? 0) + 1
  counts.set(core, id)
  core.memory.notice = { id, refusal }
  core.changed()
}
