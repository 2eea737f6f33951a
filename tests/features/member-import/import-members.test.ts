/** Members from a file: read, checked, looked at, taken over in batches, never twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importErrorsFile, cancelImport } from '../../../electron/features/member-import/follow-import.ts'
import { mapColumns } from '../../../electron/features/member-import/read-import.ts'
import { beginImport, takePiece } from '../../../electron/features/member-import/receive-file.ts'
import { leaveImport } from '../../../electron/features/member-import/running.ts'
import { commitImport } from '../../../electron/features/member-import/write-batches.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { auditTables } from '../../simulation/auditor.ts'
import { CANARY } from '../../till/small-shop-members.ts'
import { must } from '../../till/small-shop.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { goodRow, HEADER, rowsOf, settled, sheetOf, takeOver, upload } from './importing.ts'

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill('manager')
})
afterEach(async () => {
  await leaveImport(till.core)
  till.close()
})

const refusedOf = (result: { ok: boolean; refusal?: { code: string } }): string | null =>
  result.ok ? null : (result.refusal?.code ?? '')

describe('an import', () => {
  test('takes members over with what they hold, as entries that balance', async () => {
    const { core } = till
    const view = await upload(core, await sheetOf([goodRow(1, { 3: '金卡', 10: '老顾客,爱吃全麦' }), goodRow(2)]))
    expect(view).toMatchObject({ state: 'ready', counts: { rows: 2, fresh: 2, taken: 0, existing: 0, wrong: 0 } })
    const done = await takeOver(core, view)
    expect(done).toMatchObject({ state: 'done', counts: { fresh: 0, taken: 2 } })
    const [found] = core.members.find('13700000001', 1)
    expect(found).toMatchObject({ name: '会员1', tierId: 'gold', birthday: '05-12', cardNumber: '6600000001' })
    const lots = core.stores.value.lotsOf(memberAccount(found?.memberId ?? ''))
    expect(new Set(lots.map(({ asset, amount, expiresOn }) => `${asset} ${amount} ${expiresOn}`))).toEqual(
      new Set(['BONUS 2000 null', 'POINTS 120 2027-12-31', 'PRINCIPAL 30050 null']),
    )
    expect(core.stores.memberFiles.notesOf([found?.memberId ?? '']).map(({ text }) => text)).toEqual([
      '老顾客,爱吃全麦',
    ])
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('says of every cell what is wrong with it', async () => {
    const { core } = till
    const rows = [
      goodRow(1),
      goodRow(2, { 1: '1370000000' }),
      goodRow(3, { 1: '13700000001' }),
      goodRow(4, { 2: '6600000001' }),
      goodRow(5, { 3: '钻石' }),
      goodRow(6, { 8: '-5' }),
      goodRow(7, { 8: '5000.01' }),
      goodRow(8, { 4: '2月30日', 5: '不详' }),
      goodRow(9, { 7: '12.5' }),
      goodRow(10, { 0: '' }),
      goodRow(11, { 1: CANARY.phone }),
      goodRow(12, { 2: '8800000000019' }),
      goodRow(13, { 0: CANARY.name, 1: CANARY.phone }),
    ]
    const view = await upload(core, await sheetOf(rows))
    expect(view.counts).toEqual({ rows: 13, fresh: 1, taken: 0, existing: 0, wrong: 12 })
    const wrong = await rowsOf(core, view, 'wrong')
    expect(
      wrong.map(({ row, problems }) => [row, ...problems.map(({ column, refusal }) => `${column} ${refusal.code}`)]),
    ).toEqual([
      [3, 'phone member-row-phone-length'],
      [4, 'phone member-row-phone-twice'],
      [5, 'card member-row-card-twice'],
      [6, 'tier member-row-tier-unknown'],
      [7, 'principal member-row-amount-negative'],
      [8, 'principal member-row-above-cap'],
      [9, 'birthday member-row-birthday-wrong', 'sex member-row-sex-wrong'],
      [10, 'points member-row-points-wrong'],
      [11, 'name member-row-name-missing'],
      [12, 'phone member-row-phone-taken'],
      [13, 'card member-row-card-taken'],
      [14, 'phone member-row-phone-twice'],
    ])
    expect((await rowsOf(core, view))[0]?.cells.phone).toBe('137****0001')
    expect(wrong[0]?.cells.phone).toBe('1370000000')
  })

  test('leaves out whoever is a member already', async () => {
    const view = await upload(till.core, await sheetOf([goodRow(1, { 0: CANARY.name, 1: CANARY.phone })]))
    expect(view.counts).toMatchObject({ fresh: 0, existing: 1, wrong: 0 })
    const nothing = commitImport(till.core, {
      commandId: till.core.newId(),
      importId: view.importId,
      digest: view.digest,
    })
    expect(refusedOf(nothing)).toBe('member-import-nothing')
  })

  test('gives the wrong rows back as a file that can be corrected and loaded', async () => {
    const { core } = till
    const view = await upload(core, await sheetOf([goodRow(1), goodRow(2, { 1: '137' }), goodRow(3, { 3: '钻石' })]))
    await takeOver(core, view)
    const file = must(await importErrorsFile(core, view.importId))
    expect(file.fileName).toBe('老会员-待更正.xlsx')
    const again = await upload(core, Buffer.from(file.base64, 'base64'))
    expect(again.header).toEqual([...HEADER, '原文件行号', '问题(改好后可直接再次导入)'])
    expect(again.counts).toEqual({ rows: 2, fresh: 0, taken: 0, existing: 0, wrong: 2 })
    expect((await rowsOf(core, again)).map(({ cells }) => cells.name)).toEqual(['会员2', '会员3'])
  })

  test('asks for the column that it does not find, and goes on when it is shown', async () => {
    const { core } = till
    const csv = Buffer.from('\uFEFF称呼,手机\n甲,13700000001\n乙,13700000002\n')
    const view = await upload(core, csv)
    expect(view).toMatchObject({ state: 'mapping', missing: ['name'], columns: { phone: 1 } })
    expect(refusedOf(mapColumns(core, { importId: view.importId, columns: { name: 1, phone: 1 } }))).toBe('malformed')
    must(mapColumns(core, { importId: view.importId, columns: { name: 0, phone: 1 } }))
    expect(await settled(core)).toMatchObject({ state: 'ready', counts: { fresh: 2 } })
  })
})

describe('never twice', () => {
  test('the same file again takes nothing', async () => {
    const { core } = till
    const bytes = await sheetOf([goodRow(1), goodRow(2)])
    await takeOver(core, await upload(core, bytes))
    const { seq } = core.store.head
    const again = await upload(core, bytes)
    expect(again.counts).toEqual({ rows: 2, fresh: 0, taken: 2, existing: 0, wrong: 0 })
    expect(core.store.head.seq).toBe(seq)
  })

  test('a run that was cut is taken up where it ended', async () => {
    const bytes = await sheetOf(Array.from({ length: 900 }, (_, place) => goodRow(place + 1)))
    const view = await upload(till.core, bytes)
    must(commitImport(till.core, { commandId: till.core.newId(), importId: view.importId, digest: view.digest }))
    const stopped = must(await cancelImport(till.core, view.importId))
    expect(stopped?.state).toBe('stopped')
    expect(stopped?.counts.taken).toBeLessThan(900)
    await leaveImport(till.core)
    till = till.restart()
    till.signIn('manager')
    const again = await upload(till.core, bytes)
    expect(again.counts).toMatchObject({ taken: stopped?.counts.taken, fresh: 900 - (stopped?.counts.taken ?? 0) })
    expect((await takeOver(till.core, again)).counts).toMatchObject({ taken: 900, fresh: 0, wrong: 0 })
    const count = till.core.store.sqlite.prepare('SELECT count(*) AS n FROM members').get()
    expect(count).toEqual({ n: 906 })
    expect(auditTables(till.core.store.sqlite)).toEqual([])
  })

  test('even where the projection forgot who was taken over', async () => {
    const { core } = till
    const bytes = await sheetOf([goodRow(1), goodRow(2)])
    const members = { ...core.members }
    Object.assign(core.members, { catchUp: () => undefined })
    await takeOver(core, await upload(core, bytes))
    const { seq } = core.store.head
    const again = await upload(core, bytes)
    expect(again.counts.fresh).toBe(2)
    expect((await takeOver(core, again)).counts).toMatchObject({ taken: 2, fresh: 0 })
    expect(core.store.head.seq).toBe(seq)
    Object.assign(core.members, members)
  })

  test('whoever was registered while it was looked at stays as they are', async () => {
    const { core } = till
    const first = await sheetOf([goodRow(1)])
    const second = await sheetOf([goodRow(1, { 0: '别人' }), goodRow(2)])
    await takeOver(core, await upload(core, first))
    const view = await upload(core, second)
    expect(view.counts).toMatchObject({ fresh: 1, wrong: 1 })
  })
})

describe('refuses', () => {
  test('who may not', async () => {
    till.signIn('cashier')
    expect(refusedOf(await beginImport(till.core, { fileName: 'a.xlsx', sizeBytes: 10 }))).toBe('not-permitted')
  })

  test('files that are too large, cut, old or none', async () => {
    const { core } = till
    const large = await beginImport(core, { fileName: 'a.xlsx', sizeBytes: 33 * 1024 * 1024 })
    expect(refusedOf(large)).toBe('member-import-file-large')
    const begun = must(await beginImport(core, { fileName: 'a.xlsx', sizeBytes: 10 }))
    const gap = takePiece(core, { importId: begun.importId, at: 4, base64: 'AAAA' })
    expect(refusedOf(gap)).toBe('member-import-piece')
    const failures: (readonly [Buffer, string])[] = [
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'table-old-excel'],
      [(await sheetOf([goodRow(1)])).subarray(0, 400), 'table-unreadable'],
      [Buffer.from([0, 1, 2, 3]), 'table-unreadable'],
      [Buffer.from('姓名,手机\n'), 'table-empty'],
    ]
    for (const [bytes, code] of failures) {
      const view = await upload(core, bytes)
      expect([view.state, view.refusal?.code]).toEqual(['failed', code])
    }
  })

  test('an import that was left, and columns that nobody looked at', async () => {
    const { core } = till
    const view = await upload(core, await sheetOf([goodRow(1)]))
    const other = commitImport(core, { commandId: core.newId(), importId: view.importId, digest: 'x' })
    expect(refusedOf(other)).toBe('member-import-changed')
    expect(must(await cancelImport(core, view.importId))).toBeNull()
    expect(refusedOf(await cancelImport(core, view.importId))).toBe('member-import-unknown')
  })
})
