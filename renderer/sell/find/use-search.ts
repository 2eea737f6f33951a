/** What the core finds for what is typed. An answer to an older question never replaces a newer one. */
import { useEffect, useState } from 'react'
import type { ProductView } from '../../../shared/contract/back-office.ts'
import { run } from '../../state/run.ts'

export interface SearchResults {
  readonly results: readonly ProductView[]
  /** the results answer what is typed now */
  readonly settled: boolean
}

const LIMIT = 40
const NOTHING: readonly ProductView[] = []

export function useSearch(query: string): SearchResults {
  const [answer, setAnswer] = useState<{ query: string; results: readonly ProductView[] }>({
    query: '',
    results: NOTHING,
  })
  const asked = query.trim()
  useEffect(() => {
    if (asked === '') return
    let current = true
    void run((client) => client.products.search({ query: asked.slice(0, 40), limit: LIMIT })).then((outcome) => {
      if (current) setAnswer({ query: asked, results: outcome.ok ? outcome.value : NOTHING })
    })
    return () => {
      current = false
    }
  }, [asked])
  return { results: asked === '' ? NOTHING : answer.results, settled: answer.query === asked }
}
