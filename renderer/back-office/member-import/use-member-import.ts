/**
 * The import as the page drives it: the file goes up, the core is asked how far it is for as long as it works, and each
 * answer is shown. An import that is there already when the page opens is taken up.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { ColumnMap, MemberImportView } from '../../../shared/contract/member-import.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { type Outcome, run } from '../../state/run.ts'
import { sendFile } from './send-file.ts'

export interface MemberImport {
  /** undefined until the core was asked; null where no file is there */
  readonly view: MemberImportView | null | undefined
  readonly refusal: Refusal | null
  /** a command is on its way */
  readonly busy: boolean
  choose: (file: File) => void
  map: (columns: ColumnMap) => void
  commit: () => void
  /** stops writing, or lets the file go */
  cancel: () => void
}

const ASK_EVERY_MS = 250
const WORKING: readonly MemberImportView['state'][] = ['reading', 'checking', 'writing']

export function useMemberImport(): MemberImport {
  const [view, setView] = useState<MemberImportView | null | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const take = (outcome: Outcome<MemberImportView | null>): void => {
    if (outcome.ok) setView(outcome.value)
    else setRefusal(outcome.refusal)
  }
  const act = async (command: () => Promise<Outcome<MemberImportView | null>>): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    take(await command())
    setBusy(false)
  }
  useFollowing(view, take)
  const importId = view?.importId ?? ''
  return {
    view,
    refusal: refusal ?? view?.refusal ?? null,
    busy,
    choose: (file) => void act(() => sendFile(file, setView, () => true)),
    map: (columns) =>
      void act(async () => {
        const outcome = await run((client) => client.memberImport.map({ importId, columns }))
        // it is being checked from now on, whatever the answer still says
        return outcome.ok ? { ok: true, value: { ...outcome.value, state: 'checking' } } : outcome
      }),
    commit: () =>
      void act(() =>
        run((client, commandId) => client.memberImport.commit({ commandId, importId, digest: view?.digest ?? '' })),
      ),
    cancel: () => void act(() => run((client) => client.memberImport.cancel({ importId }))),
  }
}

/** Asks once at the start, and again and again while the core works on a file. */
function useFollowing(
  view: MemberImportView | null | undefined,
  onAnswer: (outcome: Outcome<MemberImportView | null>) => void,
): void {
  const take = useEffectEvent(onAnswer)
  const asking = view === undefined || (view !== null && WORKING.includes(view.state))
  useEffect(() => {
    if (!asking) return undefined
    let over = false
    const follow = async (): Promise<void> => {
      while (!over) {
        const outcome = await run((client) => client.memberImport.view())
        if (over) return
        take(outcome)
        if (!outcome.ok) return
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
      }
    }
    void follow()
    return () => {
      over = true
    }
  }, [asking])
}
