/** Snapshots and commands of the screens, against the fixture till. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppView } from '../../shared/contract/app.ts'
import {
  applyApp,
  applyTill,
  connectionLost,
  connectionOpened,
  keepConnected,
  useApp,
} from '../../renderer/state/app-store.ts'
import type { Client } from '../../renderer/state/client.ts'
import { keepIdentity } from '../../renderer/state/keep-identity.ts'
import { FAILED, run, runTill, sentenceOf } from '../../renderer/state/run.ts'
import { type Fixture, startFixture } from './fixture-server.ts'

const BARCODE = '6901234567810'
let fixture: Fixture

beforeEach(() => {
  fixture = startFixture()
  connectionOpened(fixture.client)
  applyApp(fixture.view())
})
afterEach(() => connectionLost())

const scan = (client: Client, commandId: string) =>
  client.till.scan({ commandId, code: BARCODE }).then((answer) => answer.till)

function tillOf(view: AppView) {
  if (view.till === null) throw new Error('the fixture sells')
  return view.till
}

describe('snapshots', () => {
  it('are replaced by newer ones only', () => {
    const before = fixture.view()
    const till = tillOf(before)
    applyTill({ ...till, revision: till.revision + 5, payableFen: 500 })
    applyTill({ ...till, revision: till.revision + 4, payableFen: 400 })
    expect(useApp.getState().till?.payableFen).toBe(500)
    applyApp({ ...before, revision: before.revision + 1 })
    expect(useApp.getState().till?.payableFen).toBe(500)
    applyApp({ ...before, revision: before.revision - 1, phase: 'sign-in' })
    expect(useApp.getState().app?.phase).toBe('selling')
  })

  it('of a new connection are taken whatever their revision: the core may have been restarted', () => {
    const view = fixture.view()
    applyApp({ ...view, revision: 900, till: { ...tillOf(view), revision: 900, payableFen: 900 } })
    connectionOpened(fixture.client)
    applyApp({ ...view, revision: 1, till: { ...tillOf(view), revision: 1, payableFen: 100 } })
    expect(useApp.getState().till?.payableFen).toBe(100)
  })

  it('lose the basket when the core has none', () => {
    const view = fixture.view()
    applyApp({ ...view, revision: view.revision + 1, phase: 'sign-in', till: null })
    expect(useApp.getState().till).toBeNull()
  })

  it('keep the identity of what did not change, so that its line does not render again', async () => {
    await runTill(scan)
    await runTill((client, commandId) => client.till.add({ commandId, sku: 'P002' }))
    const first = useApp.getState().till?.lines[0]
    await runTill((client, commandId) => client.till.add({ commandId, sku: 'P002' }))
    const after = useApp.getState().till
    expect(after?.lines[0]).toBe(first)
    expect(after?.lines[1]?.qty).toBe(2000)
  })
})

describe('keepIdentity', () => {
  it('gives back the old value where nothing changed, and new parts only where something did', () => {
    const old = { a: [{ x: 1 }, { x: 2 }], b: { c: 'd' }, n: null }
    expect(keepIdentity(old, structuredClone(old))).toBe(old)
    const next = keepIdentity(old, { ...structuredClone(old), a: [{ x: 1 }, { x: 3 }] })
    expect(next).toEqual({ a: [{ x: 1 }, { x: 3 }], b: { c: 'd' }, n: null })
    expect(next.a[0]).toBe(old.a[0])
    expect(next.b).toBe(old.b)
  })

  it('does not take a shorter list or a lost field for no change', () => {
    const list = [{ x: 1 }, { x: 2 }]
    expect(keepIdentity(list, [{ x: 1 }])).toEqual([{ x: 1 }])
    expect(keepIdentity({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(keepIdentity([1], { 0: 1 })).toEqual({ 0: 1 })
  })
})

describe('a command', () => {
  it('is sent again with the same id when the connection broke before the answer, and done once', async () => {
    const ids: string[] = []
    let broken = 0
    const outcome = await runTill(async (client, commandId) => {
      ids.push(commandId)
      const answer = await scan(client, commandId)
      if (broken < 2) {
        broken += 1
        throw new Error('the line broke after the till had done it')
      }
      return answer
    })
    expect(outcome.ok).toBe(true)
    expect(new Set(ids).size).toBe(1)
    expect(ids).toHaveLength(3)
    expect(fixture.done.get('scan')).toBe(1)
    expect(useApp.getState().till?.lines).toHaveLength(1)
  })

  it('waits for the next connection while there is none', async () => {
    connectionLost()
    const outcome = runTill(scan)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(fixture.done.get('scan')).toBeUndefined()
    connectionOpened(fixture.client)
    expect((await outcome).ok).toBe(true)
  })

  it('that is refused answers with the refusal, and its sentence stands in both languages', async () => {
    const orderId = tillOf(fixture.view()).orderId
    const outcome = await runTill((client, commandId) => client.till.beginPay({ commandId, orderId }))
    if (outcome.ok) throw new Error('an empty basket is not paid')
    expect(outcome.refusal.code).toBe('basket-empty')
    expect(sentenceOf(outcome.refusal, 'zh')).toContain('请先扫商品')
    expect(sentenceOf(outcome.refusal, 'en')).toContain('empty')
  })

  it('that the core cannot read is a failure with a sentence, and is not sent again', async () => {
    let sent = 0
    const outcome = await run((client) => {
      sent += 1
      return client.till.scan({ commandId: 'no id', code: BARCODE })
    })
    expect(outcome).toEqual({ ok: false, refusal: { code: FAILED, params: {} } })
    expect(sent).toBe(1)
    expect(sentenceOf({ code: FAILED, params: {} }, 'zh')).toContain('请重试')
  })
})

describe('the connection', () => {
  it('is made again when its stream ends, and shows what happened meanwhile', async () => {
    connectionLost()
    const stop = new AbortController()
    let connects = 0
    const running = keepConnected(async () => {
      connects += 1
      if (connects === 1) throw new Error('the till is still starting')
      return fixture.client
    }, stop.signal)
    await comesToHold(() => useApp.getState().connection === 'open')
    await fixture.client.till.add({ commandId: '01930000-0000-7000-8000-00000000abcd', sku: 'P003' })
    await comesToHold(() => useApp.getState().till?.lines.length === 1)
    stop.abort()
    await running
    expect(connects).toBe(2)
    expect(useApp.getState().connection).toBe('lost')
  })

  it('that does not know this page any more is not tried again', async () => {
    const refused = new Error('unknown token')
    refused.name = 'TokenRefused'
    await keepConnected(() => Promise.reject(refused))
    expect(useApp.getState().connection).toBe('refused')
  })
})

async function comesToHold(holds: () => boolean): Promise<void> {
  const until = Date.now() + 5000
  while (!holds()) {
    if (Date.now() > until) throw new Error('did not come to hold')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
