import { afterEach, beforeEach, expect, test } from 'vitest'
import { allOrNone } from '../../electron/store/all-or-none.ts'
import { readAnchor } from '../../electron/store/anchor.ts'
import { ok, refuse } from '../../shared/domain/result.ts'
import { must } from '../till/small-shop.ts'
import { openPlainStore, removeFolder, untilAnchored, type PlainStore } from './plain-store.ts'

let place: PlainStore
beforeEach(() => {
  place = openPlainStore()
  must(place.note('before'))
})
afterEach(() => {
  place.store.close()
  removeFolder(place.folder)
})

const rows = (): number =>
  place.store.sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM chain').get()?.n ?? -1

test('all rows come to disk at once, and the anchor with the last', async () => {
  await untilAnchored()
  const done = await allOrNone(place.store, async () => {
    for (const text of ['one', 'two', 'three']) {
      must(place.note(text))
      await Promise.resolve()
    }
    expect(readAnchor(place.folder)?.seq).toBe(1)
    return ok('filled')
  })
  expect(must(done)).toBe('filled')
  await untilAnchored()
  expect([rows(), place.store.head.seq, readAnchor(place.folder)?.seq]).toEqual([4, 4, 4])
  place = place.reopen()
  expect([rows(), place.store.rolledBackFrom]).toEqual([4, null])
})

test.each([
  ['refuses', () => Promise.resolve(refuse('disk-full'))],
  ['throws', () => Promise.reject(new Error('a mistake'))],
  [
    'gives way to the event loop',
    () => new Promise<never>((resolve) => setImmediate(() => resolve(ok(null) as never))),
  ],
])('none where the work %s, and the till goes on from the row before', async (_how, end) => {
  const work = allOrNone(place.store, async () => {
    must(place.note('lost'))
    must(place.note('lost too'))
    return end()
  })
  const outcome = await work.then(
    (done) => done.ok,
    () => false,
  )
  expect(outcome).toBe(false)
  expect([rows(), place.store.head.seq]).toEqual([1, 1])
  must(place.note('after'))
  await untilAnchored()
  expect([rows(), place.store.head.seq, readAnchor(place.folder)?.seq]).toEqual([2, 2, 2])
  place = place.reopen()
  expect(place.store.rolledBackFrom).toBeNull()
})
