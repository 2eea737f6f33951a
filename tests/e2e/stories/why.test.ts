/** A customer asks why: the price is explained, a promotion left out with consent, a whole-order discount given. Keys only. */
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import { atWork, CHEN_JINGYI, expectNoErrors, receipts, seen, seenFen, seenLine, wordsOf } from './steps/cashier.ts'
import { barcodeOf } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'
import { receiptOf } from './steps/paper.ts'

const GROUPED = 'why-PR-100-10'

/** The supervisor comes over, chooses the name and enters the PIN. */
async function approve(till: TillPage): Promise<void> {
  await seen(till, 'approval-pane')
  await till.page.getByTestId(`approver-${CHEN_JINGYI.code}`).click()
  await type(till, CHEN_JINGYI.pin)
  await press(till, 'Enter')
  await till.page.getByTestId('approval-pane').waitFor({ state: 'detached' })
}

const chosen = (till: TillPage, choice: string): Promise<void> =>
  till.page.locator(`[data-testid="${GROUPED}"][data-choice="${choice}"]`).waitFor()

test('why this price, without a promotion, and nine tenths of it', async () => {
  const till = await openTillPage()
  await atWork(till)
  for (const [index, sku] of ['CF001', 'SN002'].entries()) {
    await scan(till, barcodeOf(sku))
    await seenLine(till, index + 1, sku)
  }
  await scan(till, barcodeOf('CF001'))
  await seenFen(till, 'total', 14_600)

  await press(till, 'F1')
  await chosen(till, 'auto')
  expect(await wordsOf(till, 'why-sum')).toBe('原价165.00−已省19.00=应收¥146.00')
  expect(await wordsOf(till, 'why-applied')).toContain('−9.00第二件半价')
  expect(await wordsOf(till, GROUPED)).toBe('−10.00满100减10,满200减25自动必用不用+10.00')
  expect(await wordsOf(till, 'why-next')).toContain('再买¥44.00,减¥25.00(满100减10,满200减25)')
  expect(await wordsOf(till, 'why-lines')).toContain('冰美式大杯×236.0025.27第二件半价−9.00')

  // the second offer, two places to the right
  await press(till, 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter')
  await approve(till)
  await chosen(till, 'forbidden')
  await seenFen(till, 'total', 15_600)
  expect(await wordsOf(till, 'why-left')).toContain('满100减10,满200减25已选择不用·陈静怡授权自动−10.00')
  await till.page.getByTestId('why-auto-PR-100-10').click()
  await chosen(till, 'auto')
  await seenFen(till, 'total', 14_600)

  await press(till, 'ShiftF5')
  await seen(till, 'discount-pane')
  await type(till, '9')
  await seenFen(till, 'discount-result', 13_140)
  await press(till, 'Enter')
  await approve(till)
  await seenFen(till, 'total', 13_140)
  expect(await wordsOf(till, 'saved')).toContain('整单9折')

  await press(till, 'Space')
  await seen(till, 'cash-entry')
  await type(till, '150')
  await press(till, 'Enter')
  await seenFen(till, 'change', 1860)
  await press(till, 'Enter')
  await seen(till, 'done')
  const [sale] = await receipts(till)
  const { lines } = await receiptOf(till, sale?.saleId ?? '')
  expect(lines.filter((line) => line.startsWith('整单 9 折'))).toEqual(['整单 9 折 -2.53', '整单 9 折 -12.07'])
  expectNoErrors(till)
})

test('a discount that would sell below cost wants a manager, and is let go when the goods go', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, barcodeOf('SN002'))
  await scan(till, barcodeOf('CF001'))
  await seenLine(till, 2, 'CF001')
  await press(till, 'ShiftF5')
  await seen(till, 'discount-pane')
  await till.page.getByTestId('discount-off').click()
  await type(till, '130')
  await seen(till, 'discount-result')
  await till.page.getByTestId('discount-give').filter({ hasText: '低于成本,要店长授权' }).waitFor()
  await press(till, 'Backspace', 'Backspace', 'Backspace')
  await type(till, '20')
  await press(till, 'Enter')
  await approve(till)
  await seenFen(till, 'total', 11_700)
  await till.page.getByTestId('line-1').click()
  await till.page.locator('[data-testid="line-1"][aria-selected="true"]').waitFor()
  await press(till, 'Delete')
  await till.page.getByRole('alert').filter({ hasText: '「整单减 ¥20.00」' }).waitFor()
  await seenFen(till, 'total', 1800)
  expectNoErrors(till)
})
