/** The instant of the last row: till time never goes behind it. */
import type { Store } from './open-store.ts'

/** Epoch ms, 0 where there is no row yet. Every payload carries `at`. */
export function lastRowAt(store: Store): number {
  const row = store.sqlite
    .prepare<[], { at: number | null }>("SELECT payload ->> '$.at' AS at FROM chain ORDER BY seq DESC LIMIT 1")
    .get()
  return row?.at ?? 0
}
