/** 试算 over the contract. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Core } from '../core.ts'
import { cancelReplay, replayableDays, replayProgress } from '../features/replay/follow-replay.ts'
import { startReplay } from '../features/replay/start-replay.ts'
import { answered } from './answer.ts'

export function replayRouter(core: Core) {
  const os = implement(contract)
  return {
    replay: {
      range: os.replay.range.handler(() => answered(replayableDays(core))),
      start: os.replay.start.handler(({ input }) => answered(startReplay(core, input))),
      progress: os.replay.progress.handler(({ input }) => answered(replayProgress(core, input.replayId))),
      cancel: os.replay.cancel.handler(({ input }) => answered(cancelReplay(core, input.replayId))),
    },
  }
}
