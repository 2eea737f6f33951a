/**
 * Reads something of the core for a screen: loading, ready or failed with a refusal. `key` says what is read; another
 * key reads anew and an answer that comes late for an older one is dropped. While it reads again the old value stays.
 */
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { Client } from '../state/client.ts'
import { run } from '../state/run.ts'

export interface Reading<T> {
  readonly value: T | null
  readonly refusal: Refusal | null
  readonly loading: boolean
  readonly reload: () => void
  /** takes a newer value that a command answered with */
  readonly replace: (value: T) => void
}

interface Answer<T> {
  /** what was read, and the how manieth time */
  readonly key: string
  readonly attempt: number
  readonly value: T | null
  readonly refusal: Refusal | null
}

export function useRead<T>(key: string, read: (client: Client) => Promise<T>): Reading<T> {
  const [attempt, setAttempt] = useState(1)
  const [answer, setAnswer] = useState<Answer<T>>({ key, attempt: 0, value: null, refusal: null })
  const readNow = useEffectEvent(read)
  useEffect(() => {
    let dropped = false
    const take = async (): Promise<void> => {
      const outcome = await run((client) => readNow(client))
      if (dropped) return
      setAnswer((was) => ({
        key,
        attempt,
        value: outcome.ok ? outcome.value : was.key === key ? was.value : null,
        refusal: outcome.ok ? null : outcome.refusal,
      }))
    }
    void take()
    return () => {
      dropped = true
    }
  }, [key, attempt])
  const reload = useCallback(() => setAttempt((count) => count + 1), [])
  const replace = useCallback((value: T) => setAnswer((was) => ({ ...was, value, refusal: null })), [])
  const known = answer.key === key
  const loading = !known || answer.attempt !== attempt
  return {
    value: known ? answer.value : null,
    refusal: known && !loading ? answer.refusal : null,
    loading,
    reload,
    replace,
  }
}
