/** Tells watchers that something changed: each gets the newest snapshot, however many changes it slept through. */

export interface Watchers {
  readonly revision: () => number
  readonly changed: () => void
  /** snapshots, one at once and one after each change, until the reader goes away */
  stream<View>(view: () => View, signal: AbortSignal | undefined): AsyncGenerator<View, void, void>
  /** ends every stream */
  close(): void
}

export function createWatchers(): Watchers {
  let revision = 1
  let closed = false
  const sleepers = new Set<() => void>()

  function wakeAll(): void {
    const woken = [...sleepers]
    sleepers.clear()
    for (const wake of woken) wake()
  }

  async function* stream<View>(view: () => View, signal: AbortSignal | undefined): AsyncGenerator<View, void, void> {
    let seen = 0
    while (!closed && signal?.aborted !== true) {
      if (seen !== revision) {
        seen = revision
        yield view()
        continue
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          sleepers.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        sleepers.add(wake)
        signal?.addEventListener('abort', wake)
      })
    }
  }

  return {
    revision: () => revision,
    changed: () => {
      revision += 1
      // after the command's own answer: the answer carries this snapshot already
      setImmediate(wakeAll)
    },
    stream,
    close: () => {
      closed = true
      wakeAll()
    },
  }
}
