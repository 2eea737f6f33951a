import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelReplay, replayableDays, replayProgress } from '../../../electron/features/replay/follow-replay.ts'
import { endReplay } from '../../../electron/features/replay/running.ts'
import { startReplay, type StartReplay } from '../../../electron/features/replay/start-replay.ts'
import type { Promotion } from '../../../shared/domain/pricing/types.ts'
import { must, refusal, type TestTill } from '../test-till.ts'
import { DAYS, enter, FIRST_DAY, finish, LAST_DAY, looks, makePastTill, replayAll } from './past-till.ts'
import { replaySlowly } from './slow-replay.ts'

let till: TestTill
beforeAll(async () => {
  till = await makePastTill()
}, 120_000)
afterAll(async () => {
  await endReplay(till.core)
  till.close()
})

const RANGE = { fromDay: FIRST_DAY, toDay: LAST_DAY }
/** The week in which the new season's rules came. */
const WEEK = { fromDay: '2026-10-23', toDay: '2026-10-25' }

function draft(ruleId: string, body: object, kind: 'promotion' | 'coupon-template' = 'promotion') {
  return { ruleId, kind, nameZh: '试试看', nameEn: '', body } as NonNullable<StartReplay['draft']>
}
const HALF_BREAD = draft('half-bread', { kind: 'nth', n: 2, rate: 5000, scope: { categories: ['bread', 'coffee'] } })

describe('without a draft', () => {
  test('every receipt of weeks with changed rules comes out to the fen', async () => {
    const result = await replayAll(till, null)
    const receipts = till.core.store.sqlite
      .prepare<[], { n: number; paid: number }>('SELECT count(*) AS n, sum(payable_fen) AS paid FROM documents')
      .get()
    expect(result).toMatchObject({
      ...RANGE,
      differences: 0,
      firstDifferences: [],
      changed: 0,
      costFen: 0,
      leftOut: [],
    })
    expect([result.receipts, result.paidFen]).toEqual([receipts?.n, receipts?.paid])
    expect(result.receipts).toBeGreaterThan(DAYS * 15)
    const versions = till.core.store.sqlite
      .prepare<[], { n: number }>('SELECT count(*) AS n FROM offer_versions WHERE version > 1')
      .get()
    expect(versions?.n).toBeGreaterThan(5)
  })

  test('the days that can be replayed are named', () => {
    expect(must(replayableDays(till.core))).toMatchObject({ firstDay: FIRST_DAY, lastDay: LAST_DAY })
  })
})

describe('with a draft', () => {
  test('it comes out as by trying every combination, sale by sale', async () => {
    const body = { ...HALF_BREAD.body, id: HALF_BREAD.ruleId } as unknown as Promotion
    const { sqlite } = till.core.store
    const before = replaySlowly(sqlite, WEEK.fromDay, WEEK.toDay, null)
    expect(before.filter((sale) => sale.payableFen !== sale.paidFen)).toEqual([])
    const after = replaySlowly(sqlite, WEEK.fromDay, WEEK.toDay, body)
    const result = await finish(till, { draft: HALF_BREAD, ...WEEK })
    const changes = after.map((sale) => sale.paidFen - sale.payableFen)
    const sizes = (fens: readonly number[]): number[] => fens.map(Math.abs).sort((a, b) => b - a)
    expect(result.receipts).toBe(after.length)
    expect(result.changed).toBe(changes.filter((fen) => fen !== 0).length)
    expect(result.costFen).toBe(changes.reduce((sum, fen) => sum + fen, 0))
    expect(result.used).toBe(after.filter(({ applied }) => applied.includes(HALF_BREAD.ruleId)).length)
    expect(result.used).toBeGreaterThan(5)
    expect(sizes(result.largest.map(({ beforeFen, afterFen }) => beforeFen - afterFen))).toEqual(
      sizes(changes.filter((fen) => fen !== 0)).slice(0, 10),
    )
    const times = (sales: typeof after, ruleId: string): number =>
      sales.filter(({ applied }) => applied.includes(ruleId)).length
    for (const { ruleId, timesBefore, timesAfter } of result.pushedAside)
      expect([ruleId, timesBefore, timesAfter]).toEqual([ruleId, times(before, ruleId), times(after, ruleId)])
    const rules = new Set(before.flatMap(({ applied }) => applied))
    const pushed = [...rules].filter((ruleId) => times(after, ruleId) < times(before, ruleId))
    expect(result.pushedAside.map(({ ruleId }) => ruleId).sort()).toEqual(pushed.sort())
  }, 180_000)

  test('dates are left aside, weekdays and hours count', async () => {
    const dated = { from: '2031-01-01T00:00:00+08:00', to: '2031-02-01T00:00:00+08:00' }
    const plain = await replayAll(till, HALF_BREAD)
    const { tookMs: _plain, ...same } = plain
    const { tookMs: _later, ...later } = await replayAll(till, draft('half-bread', { ...HALF_BREAD.body, ...dated }))
    expect(later).toEqual(same)
    const sundays = await replayAll(till, draft('half-bread', { ...HALF_BREAD.body, weekdays: [7] }))
    expect(sundays.used).toBeGreaterThan(0)
    expect(sundays.used).toBeLessThan(plain.used)
    const never = await replayAll(till, draft('half-bread', { ...HALF_BREAD.body, hours: [['03:00', '04:00']] }))
    expect(never).toMatchObject({ used: 0, changed: 0, costFen: 0, pushedAside: [], largest: [] })
  })

  test('in the place of a rule, as it stands: the rule’s own receipts change nothing', async () => {
    const current = till.core.stores.rules.current('PR-100-10')
    const { id: _id, ...body } = current?.body ?? {}
    const result = await finish(till, { draft: draft('PR-100-10', body), fromDay: '2026-10-24', toDay: LAST_DAY })
    expect(result).toMatchObject({ changed: 0, costFen: 0, pushedAside: [] })
    expect(result.used).toBeGreaterThan(10)
    // the season before had a smaller reduction
    const before = await finish(till, { draft: draft('PR-100-10', body), fromDay: FIRST_DAY, toDay: '2026-10-23' })
    expect(before.costFen).toBeGreaterThan(0)
  })

  test('a new coupon is shown by everybody, a template that is known by those who showed it', async () => {
    const body = { kind: 'amountOff', steps: [{ at: 5000, off: 500 }], membersOnly: true }
    const fresh = await replayAll(till, draft('CT-NEW', body, 'coupon-template'))
    expect(fresh.everyoneHolds).toBe(true)
    expect(fresh.usedFen).toBe(fresh.used * 500)
    const known = await replayAll(till, draft('CT-50-5', body, 'coupon-template'))
    expect(known.everyoneHolds).toBe(false)
    expect(known.used).toBeLessThan(fresh.used)
    expect(known.used).toBeGreaterThan(0)
  })
})

describe('while it runs', () => {
  test('it says how far it is, and the till sells on', async () => {
    const { replayId } = must(startReplay(till.core, { draft: HALF_BREAD, ...RANGE }))
    const seen = await looks(till, replayId)
    const done = seen.map((look) => look.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: seen.at(-1)?.total, refusal: null })
    expect(seen.some((look) => look.state === 'running')).toBe(true)
  })

  test('it is cancelled at once, and stays so', async () => {
    const { replayId } = must(startReplay(till.core, { draft: HALF_BREAD, ...RANGE }))
    const askedMs = performance.now()
    expect(must(cancelReplay(till.core, replayId))).toMatchObject({ state: 'cancelled', result: null })
    expect(performance.now() - askedMs).toBeLessThan(100)
    // the thread itself goes soon after
    await endReplay(till.core)
    expect(must(replayProgress(till.core, replayId)).state).toBe('cancelled')
  })

  test('another takes its place', async () => {
    const first = must(startReplay(till.core, { draft: null, ...RANGE })).replayId
    const second = must(startReplay(till.core, { draft: null, ...WEEK })).replayId
    expect(refusal(replayProgress(till.core, first)).code).toBe('replay-unknown')
    expect((await looks(till, second)).at(-1)?.state).toBe('done')
  })
})

describe('it is refused', () => {
  test.each([
    [{ fromDay: LAST_DAY, toDay: FIRST_DAY }, 'replay-days-wrong'],
    [{ fromDay: '2026-02-30', toDay: LAST_DAY }, 'replay-days-wrong'],
    [{ fromDay: '2026-01-01', toDay: '2026-10-18' }, 'replay-no-receipts'],
    [{ fromDay: '2026-11-23', toDay: '2030-01-01' }, 'replay-no-receipts'],
  ])('%j: %s', (range, code) => {
    expect(refusal(startReplay(till.core, { draft: null, ...range })).code).toBe(code)
  })

  test('with a draft that has no price', () => {
    const wrong = startReplay(till.core, { draft: draft('x', { kind: 'percent', rate: 20_000 }), ...RANGE })
    expect(refusal(wrong)).toMatchObject({ code: 'replay-draft-wrong', params: { field: 'rate' } })
  })

  test('to whoever may not edit rules', async () => {
    await enter(till, 'cashier')
    expect(refusal(startReplay(till.core, { draft: null, ...RANGE })).code).toBe('not-permitted')
    expect(refusal(replayableDays(till.core)).code).toBe('not-permitted')
    await enter(till, 'manager')
  })
})
