/**
 * Structural sharing of snapshots: the next snapshot, with every part that did not change taken from the one before,
 * so that memoised lines and cards do not render again. Plain JSON values only.
 */
export function keepIdentity<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (typeof before !== 'object' || typeof next !== 'object' || before === null || next === null) return next
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next
    const old: readonly unknown[] = before
    const shared = next.map((item: unknown, index) => keepIdentity(old[index], item))
    const same = old.length === next.length && shared.every((item, index) => Object.is(item, old[index]))
    return (same ? before : shared) as T
  }
  if (Array.isArray(before)) return next
  const old = before as Record<string, unknown>
  const fresh = next as Record<string, unknown>
  const keys = Object.keys(fresh)
  const shared: Record<string, unknown> = {}
  let same = Object.keys(old).length === keys.length
  for (const key of keys) {
    shared[key] = keepIdentity(old[key], fresh[key])
    if (!Object.is(shared[key], old[key])) same = false
  }
  return (same ? before : shared) as T
}
