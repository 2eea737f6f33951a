/**
 * A day at the till from sign-in to the counted drawer, with keys and a scanner: member prices, a coupon left out, stored
 * value and cash, the receipt on paper, its copy, and everything still there after a restart.
 *
 * The sums, by hand: 22.00 + 49.00 + 68.00 = 139.00; gold takes 10 %: 125.10; 满 120 减 20 and 满 50 减 5: 100.10. Of
 * 50.00 stored value, 40.00 / 276.50 is bonus: 7.23, and 42.77 principal. 50.10 in cash out of 100.00 gives 49.90 back.
 * What bonus pays earns nothing: 92.87 × 1.5 = 139 points.
 */
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  expectNoErrors,
  focused,
  LI_XIAOMEI,
  openShift,
  order,
  receipts,
  seen,
  seenFen,
  seenLine,
  seenScreen,
  signIn,
  wordsOf,
} from './steps/cashier.ts'
import { barcodeOf, cardOf } from './steps/demo-goods.ts'
import { type Paper, receiptOf } from './steps/paper.ts'
import { press, scan, type } from './steps/keyboard.ts'

const COFFEE_COUPON = 'coupon-CP00000050039'

test('from sign-in to the counted drawer', async () => {
  const till = await openTillPage()
  await signIn(till, LI_XIAOMEI)
  await openShift(till, '300')
  await scanThreeGoods(till)
  await scanGoldCard(till)
  await leaveCouponOut(till)
  await payStoredValueAndCash(till)
  const saleId = await finish(till)
  await lookAtPaper(till, await receiptOf(till, saleId), saleId)
  await reprint(till, saleId)
  expectNoErrors(till)
  await till.restart()
  await findAgain(till, saleId)
  await closeShift(till)
  expectNoErrors(till)
})

/** A scan works with the focus on the ticket, on a tile, and within the search box, whose text it leaves alone. */
async function scanThreeGoods(till: TillPage): Promise<void> {
  expect(await focused(till)).toBe('ticket')
  await scan(till, barcodeOf('CF002'))
  await seenLine(till, 1, 'CF002')
  await till.page.getByTestId('product-CK001').focus()
  await scan(till, barcodeOf('CF019'))
  await seenLine(till, 2, 'CF019')
  await press(till, 'F3')
  await type(till, 'kf')
  await seen(till, 'product-CF020')
  await scan(till, barcodeOf('CF020'))
  await seenLine(till, 3, 'CF020')
  await seenFen(till, 'total', 12_900)
  const { lines, pieces } = await order(till)
  expect(lines.map(({ sku, qty }) => [sku, qty])).toEqual([
    ['CF002', 1000],
    ['CF019', 1000],
    ['CF020', 1000],
  ])
  expect(pieces).toBe(3)
}

async function scanGoldCard(till: TillPage): Promise<void> {
  await scan(till, cardOf('王雅婷'))
  await seen(till, 'member-points')
  const panel = await wordsOf(till, 'member-panel')
  expect(panel).toContain('王雅婷金卡')
  expect(panel).toContain('138****5621')
  expect(panel).toContain('236.50+40.00')
  expect(panel).toContain('1,286')
  expect(panel).toContain('6天后生日')
  expect(panel).toContain('再消费¥380升钻石卡')
  // The selected line tells every amount: the arrows walk them.
  for (const [line, amount] of [
    ['line-3', '−6.80'],
    ['line-2', '−4.90'],
    ['line-1', '−2.20'],
  ] as const) {
    await till.page.locator(`[data-testid="${line}"][aria-selected="true"]`).waitFor()
    expect(await wordsOf(till, line)).toContain(`金卡9折${amount}`)
    await press(till, 'ArrowUp')
  }
}

/** The till chose the two coupons that save most; the customer keeps the one for a coffee. */
async function leaveCouponOut(till: TillPage): Promise<void> {
  await press(till, 'F6')
  await till.page.locator(`[data-testid="${COFFEE_COUPON}"][data-state="applied"]`).waitFor()
  await till.page.getByTestId(COFFEE_COUPON).focus()
  await press(till, 'Enter')
  await till.page.locator('[data-testid="coupon-CP00000050021"][data-state="applied"]').waitFor()
  expect(await wordsOf(till, COFFEE_COUPON)).toContain('这单不用')
  await press(till, 'Escape')
  await seenFen(till, 'total', 10_010)
  expect(await wordsOf(till, 'saved')).toContain('满120减20券')
}

async function payStoredValueAndCash(till: TillPage): Promise<void> {
  await press(till, 'Space')
  await seen(till, 'pay-pane')
  await press(till, 'F3')
  await seen(till, 'stored-entry')
  await type(till, '50')
  await press(till, 'Enter')
  await seenFen(till, 'due', 5010)
  expect(await wordsOf(till, 'tender-chip-storedValue')).toContain('本金42.77+赠送7.23')
  await press(till, 'F1')
  await seen(till, 'cash-entry')
  await type(till, '100')
  await press(till, 'Enter')
  await seenFen(till, 'change', 4990)
}

async function finish(till: TillPage): Promise<string> {
  await press(till, 'Enter')
  await seen(till, 'done')
  await seenFen(till, 'done-change', 4990)
  expect(await wordsOf(till, 'points-earned')).toBe('王雅婷获得139积分')
  expect(await wordsOf(till, 'done')).toContain('钱箱已打开')
  const [row, ...others] = await receipts(till)
  expect(others).toEqual([])
  expect(row).toMatchObject({ payableFen: 10_010, pieces: 3, memberName: '王雅婷', copies: 0 })
  return row?.saleId ?? ''
}

async function lookAtPaper(till: TillPage, paper: Paper, saleId: string): Promise<void> {
  const [row] = await receipts(till)
  const expected = [
    new RegExp(`^单号 ${row?.receiptNo} 时间`),
    /会员 金卡 \*{4}0012$/,
    /^拿铁 中杯 1 22\.00 15\.84$/,
    /^挂耳咖啡 中度烘焙 10 片 1 49\.00 35\.29$/,
    /^意式拼配咖啡豆 250g 1 68\.00 48\.97$/,
    /^原价合计\(3项\) 139\.00$/,
    /^优惠 -38\.90$/,
    /^应付 ¥100\.10$/,
    /^储值 50\.00$/,
    /^本金 42\.77 \+ 赠送 7\.23$/,
    /^现金 100\.00$/,
    /^找零 49\.90$/,
    /^本次积分 \+139$/,
    /^积分余额 1425$/,
    /^储值余额 226\.50$/,
    /^本金 193\.73 /,
  ]
  let from = 0
  for (const wanted of expected) {
    const at = paper.lines.findIndex((line, index) => index >= from && wanted.test(line.normalize('NFKC')))
    expect(at, `${wanted} in\n${paper.lines.join('\n')}`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
  expect(paper.lines.filter((line) => line === '金卡 9 折 -4.90')).toHaveLength(1)
  expect(paper.items.filter(({ kind }) => kind === 'drawer')).toHaveLength(1)
  expect(paper.items.filter(({ kind }) => kind === 'unknown')).toEqual([])
  expect(paper.items.at(-1)?.kind).toBe('cut')
  expect(paper.widthDots).toBe(640)
  expect(paper.scanned).toBe(saleId)
}

async function reprint(till: TillPage, saleId: string): Promise<void> {
  await press(till, 'F9')
  await seen(till, 'receipt-picture')
  await press(till, 'F8')
  await seen(till, 'receipt-reprinted')
  const copy = await receiptOf(till, saleId, 1)
  expect(copy.lines[0]).toContain('补打 第1次')
  expect(copy.items.some(({ kind }) => kind === 'drawer')).toBe(false)
  expect(copy.scanned).toBe(saleId)
}

async function findAgain(till: TillPage, saleId: string): Promise<void> {
  await signIn(till, LI_XIAOMEI)
  await seenScreen(till, 'basket')
  await press(till, 'F9')
  await seen(till, 'receipts-list')
  const [row] = await receipts(till)
  expect(row).toMatchObject({ saleId, payableFen: 10_010, copies: 1, print: 'printed' })
  await type(till, '100.10')
  await seen(till, `receipt-${row?.receiptNo}`)
  await press(till, 'Escape', 'Escape')
  await seenScreen(till, 'basket')
  await scan(till, cardOf('王雅婷'))
  await seen(till, 'member-points')
  const panel = await wordsOf(till, 'member-panel')
  expect(panel).toContain('193.73+32.77')
  expect(panel).toContain('1,425')
  expect((await order(till)).member).toMatchObject({
    principalFen: 19_373,
    bonusFen: 3277,
    points: 1425,
    couponCount: 1,
  })
}

/** ¥300 float and ¥50.10 of the sale: three hundreds, a fifty and a jiao. */
async function closeShift(till: TillPage): Promise<void> {
  await press(till, 'F10')
  await till.page.getByTestId('menu-close-shift').focus()
  await press(till, 'Enter')
  await seenFen(till, 'shift-expected', 35_010)
  await seenFen(till, 'shift-sales', 10_010)
  await type(till, '3')
  await press(till, 'Enter')
  await type(till, '1')
  await press(till, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter')
  await type(till, '1')
  await seenFen(till, 'counted', 35_010)
  await press(till, 'Enter', 'Enter')
  await seen(till, 'confirm-close')
  await press(till, 'Enter')
  await till.page.locator('[data-testid="shift-closed"][data-difference="0"]').waitFor()
}
