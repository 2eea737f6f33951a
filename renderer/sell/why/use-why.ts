/** The explanation of the price, read when the pane opens and again with each change of the basket. */
import { useEffect, useRef } from 'react'
import type { WhyView } from '../../../shared/contract/why.ts'
import { type Reading, useRead } from '../../kit/use-read.ts'
import { useApp } from '../../state/app-store.ts'

export function useWhy(): Reading<WhyView> {
  const orderId = useApp((state) => state.till?.orderId ?? '')
  const revision = useApp((state) => state.till?.revision ?? 0)
  const reading = useRead(`why/${orderId}`, (client) => client.till.why())
  const { reload } = reading
  const seen = useRef(revision)
  useEffect(() => {
    if (seen.current === revision) return
    seen.current = revision
    reload()
  }, [revision, reload])
  return reading
}
