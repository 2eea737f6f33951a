/**
 * What is typed outside of text fields (keypads) and must be put back when the keys turn out to have been a scan whose
 * first ones came through, as a field's value is.
 */
import { useEffect, useEffectEvent } from 'react'

type Keep = () => () => void

const kept = new Set<Keep>()

/** Registers typed `value`; `restore` puts an earlier one back. */
export function useRestorable<T>(value: T, restore: (value: T) => void): void {
  const keep = useEffectEvent(() => {
    const before = value
    return () => restore(before)
  })
  useEffect(() => {
    const one: Keep = () => keep()
    kept.add(one)
    return () => {
      kept.delete(one)
    }
  }, [])
}

/** Takes everything down as it is now; the returned function puts it back. */
export function keepTyped(): () => void {
  const restores = [...kept].map((keep) => keep())
  return () => {
    for (const restore of restores) restore()
  }
}
