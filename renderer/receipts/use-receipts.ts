/** The receipts that match, newest first, a page at a time. Typing waits a moment before it asks the core. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReceiptRow } from '../../shared/contract/back-office.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { useRead } from '../kit/use-read.ts'
import { useApp } from '../state/app-store.ts'
import { run } from '../state/run.ts'

const PAGE = 30
const TYPING_MS = 160

export interface Receipts {
  readonly rows: readonly ReceiptRow[]
  readonly loading: boolean
  readonly refusal: Refusal | null
  /** null where there is nothing earlier */
  readonly loadMore: (() => Promise<void>) | null
  readonly reload: () => void
  readonly replaceRow: (row: ReceiptRow) => void
}

interface Page {
  readonly rows: readonly ReceiptRow[]
  readonly ended: boolean
}

const pageOf = (rows: readonly ReceiptRow[]): Page => ({ rows, ended: rows.length < PAGE })

export function useReceipts(typed: string): Receipts {
  const query = useSettled(typed.trim())
  const reading = useRead(query, async (client) => pageOf(await client.receipts.recent({ query, limit: PAGE })))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const page = reading.value
  const loadMore = async (): Promise<void> => {
    const last = page?.rows.at(-1)
    if (page === null || last === undefined) return
    const outcome = await run((client) => client.receipts.recent({ query, limit: PAGE, beforeAt: last.at }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return
    const known = new Set(page.rows.map(({ saleId }) => saleId))
    const older = pageOf(outcome.value)
    reading.replace({
      rows: [...page.rows, ...older.rows.filter(({ saleId }) => !known.has(saleId))],
      ended: older.ended,
    })
  }
  const refresh = async (): Promise<void> => {
    const outcome = await run((client) => client.receipts.recent({ query, limit: PAGE }))
    if (!outcome.ok || page === null) return
    const fresh = new Set(outcome.value.map(({ saleId }) => saleId))
    reading.replace({ ...page, rows: [...outcome.value, ...page.rows.filter(({ saleId }) => !fresh.has(saleId))] })
  }
  useWhenPrinterMoves(() => void refresh())
  const replaceRow = (row: ReceiptRow): void => {
    if (page === null) return
    reading.replace({ ...page, rows: page.rows.map((known) => (known.saleId === row.saleId ? row : known)) })
  }
  return {
    rows: page?.rows ?? [],
    loading: reading.loading && page === null,
    refusal: reading.refusal ?? refusal,
    loadMore: page === null || page.ended ? null : loadMore,
    reload: reading.reload,
    replaceRow,
  }
}

/** What was printed meanwhile shows another state; pages that were loaded stay. */
function useWhenPrinterMoves(onMove: () => void): void {
  const printer = useApp((state) => state.app?.status.printer)
  const seen = useRef(printer)
  const act = useEffectEvent(onMove)
  useEffect(() => {
    if (seen.current === printer) return
    seen.current = printer
    act()
  }, [printer])
}

/** The value once it has not changed for a moment; an emptied one at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
