/** A till of the demo shop with days behind it, in which rules were changed; made once a test file. */
import { signIn } from '../../../electron/features/staff/sign-in.ts'
import { tryDemo } from '../../../electron/features/setup/try-demo.ts'
import type { Role } from '../../../shared/domain/staff/permission.ts'
import type { ReplayProgress, ReplayResult } from '../../../shared/contract/replay.ts'
import { replayProgress } from '../../../electron/features/replay/follow-replay.ts'
import { startReplay, type StartReplay } from '../../../electron/features/replay/start-replay.ts'
import { makeTestTill, must, type TestTill } from '../test-till.ts'

/** The new season's rules came thirty days before today, the coupons were renewed twenty days before. */
export const DAYS = 35
export const FIRST_DAY = '2026-10-19'
export const LAST_DAY = '2026-11-22'

export async function makePastTill(historyDays = DAYS): Promise<TestTill> {
  const till = makeTestTill({ historyDays })
  must(await tryDemo(till.core, { commandId: till.core.newId() }))
  await enter(till, 'manager')
  return till
}

const CODES: Readonly<Record<Role, string>> = { manager: '9001', supervisor: '2001', cashier: '1001' }

/** By the PIN that is printed for everybody: the code and 88. */
export async function enter({ core }: TestTill, role: Role): Promise<void> {
  const operator = core.stores.staff.operators().find(({ code }) => code === CODES[role])
  must(
    await signIn(core, {
      commandId: core.newId(),
      operatorId: operator?.operatorId ?? '',
      pin: `${CODES[role]}88`,
    }),
  )
}

export async function replayAll(till: TestTill, draft: StartReplay['draft']): Promise<ReplayResult> {
  return finish(till, { draft, fromDay: FIRST_DAY, toDay: LAST_DAY })
}

/** Starts it, looks at it until it is over, and hands back what it found. */
export async function finish(till: TestTill, asked: StartReplay): Promise<ReplayResult> {
  const { replayId } = must(startReplay(till.core, asked))
  const { result, refusal } = (await looks(till, replayId)).at(-1) ?? { result: null, refusal: null }
  if (result === null) throw new Error(`the replay failed: ${JSON.stringify(refusal)}`)
  return result
}

/** Every look at a replay, five milliseconds apart, to the first at which it is over. */
export async function looks({ core }: TestTill, replayId: string): Promise<ReplayProgress[]> {
  const seen: ReplayProgress[] = []
  for (;;) {
    const progress = must(replayProgress(core, replayId))
    seen.push(progress)
    if (progress.state !== 'running') return seen
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
