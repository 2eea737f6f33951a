/**
 * 试算 as it goes: started for the draft as it stands, asked for its progress, stopped when it is no longer looked at.
 * Invariant: a result is shown with the draft that it was made for; another draft makes it old, not wrong.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { Refusal } from '../../../../shared/contract/primitives.ts'
import type { ReplayProgress } from '../../../../shared/contract/replay.ts'
import type { RuleDraft } from '../../../../shared/contract/rules.ts'
import { run } from '../../../state/run.ts'

export interface Replay {
  /** null before the first */
  readonly progress: ReplayProgress | null
  readonly busy: boolean
  readonly refusal: Refusal | null
  /** of the draft that the progress belongs to */
  readonly key: string
  start: (draft: RuleDraft, fromDay: string, toDay: string) => void
  cancel: () => void
}

const ASK_EVERY_MS = 250

export const replayKey = (draft: RuleDraft): string => JSON.stringify(draft)

export function useReplay(): Replay {
  const [replayId, setReplayId] = useState<string | null>(null)
  const [key, setKey] = useState('')
  const [starting, setStarting] = useState(false)
  const [progress, setProgress] = useState<ReplayProgress | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = replayId !== null && (progress === null || progress.state === 'running')
  useProgress(running ? replayId : null, setProgress, setRefusal)
  useEndWithPage(running ? replayId : null)

  const start = async (draft: RuleDraft, fromDay: string, toDay: string): Promise<void> => {
    if (starting) return
    setStarting(true)
    setRefusal(null)
    setProgress(null)
    setReplayId(null)
    const outcome = await run((client) => client.replay.start({ draft, fromDay, toDay }))
    setStarting(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    setKey(replayKey(draft))
    setReplayId(outcome.value.replayId)
  }
  const cancel = async (): Promise<void> => {
    if (replayId === null) return
    const outcome = await run((client) => client.replay.cancel({ replayId }))
    if (outcome.ok) setProgress(outcome.value)
  }
  return {
    progress,
    busy: starting || (running && refusal === null),
    refusal: refusal ?? progress?.refusal ?? null,
    key,
    start: (draft, fromDay, toDay) => void start(draft, fromDay, toDay),
    cancel: () => void cancel(),
  }
}

/** Asks again and again until the replay is over. */
function useProgress(
  replayId: string | null,
  onProgress: (progress: ReplayProgress) => void,
  onRefusal: (refusal: Refusal) => void,
): void {
  const take = useEffectEvent(onProgress)
  const refuse = useEffectEvent(onRefusal)
  useEffect(() => {
    if (replayId === null) return undefined
    let over = false
    const follow = async (): Promise<void> => {
      while (!over) {
        const outcome = await run((client) => client.replay.progress({ replayId }))
        if (over) return
        if (!outcome.ok) return refuse(outcome.refusal)
        take(outcome.value)
        if (outcome.value.state !== 'running') return
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
      }
    }
    void follow()
    return () => {
      over = true
    }
  }, [replayId])
}

/** Nobody waits for a replay whose form was left. */
function useEndWithPage(replayId: string | null): void {
  const end = useEffectEvent(() => {
    if (replayId !== null) void run((client) => client.replay.cancel({ replayId }))
  })
  useEffect(() => () => end(), [])
}
