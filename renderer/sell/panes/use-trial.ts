/** What a whole-order discount would make of the total, asked of the core with each key; late answers are dropped. */
import { useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import type { DiscountKind, DiscountTrial } from '../../../shared/contract/why.ts'
import { useApp } from '../../state/app-store.ts'
import { run } from '../../state/run.ts'

export interface Trial {
  readonly trial: DiscountTrial | null
  readonly refusal: Refusal | null
}

const NONE: Trial = { trial: null, refusal: null }

export function useTrial(kind: DiscountKind, value: number | null): Trial {
  const orderId = useApp((state) => state.till?.orderId ?? '')
  const revision = useApp((state) => state.till?.revision ?? 0)
  const key = `${orderId} ${revision} ${kind} ${value}`
  const [answer, setAnswer] = useState<Trial & { readonly key: string }>({ ...NONE, key: '' })
  useEffect(() => {
    if (value === null) return
    let current = true
    void run((client) => client.till.tryDiscount({ orderId, kind, value })).then((outcome) => {
      if (!current) return
      setAnswer(
        outcome.ok ? { key, trial: outcome.value, refusal: null } : { key, trial: null, refusal: outcome.refusal },
      )
    })
    return () => {
      current = false
    }
  }, [key, orderId, kind, value])
  return answer.key === key ? answer : NONE
}
