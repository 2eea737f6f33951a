/**
 * Paying by the customer's payment code: approved, declined, silent for a while, and silent through a power cut. The
 * simulated terminal goes by the last digit: 0 approves, 6 declines, 7 and 9 time out and turn out approved, 9 only at
 * the fourth question. The digits of a payment code are nowhere in the data folder, not even after the power cut.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  atWork,
  expectNoErrors,
  LI_XIAOMEI,
  order,
  receipts,
  seen,
  seenLine,
  seenScreen,
  seenSentence,
  signInBeside,
  wordsOf,
} from './steps/cashier.ts'
import { barcodeOf, paymentCode } from './steps/demo-goods.ts'
import { receiptOf } from './steps/paper.ts'
import { press, scan } from './steps/keyboard.ts'

const APPROVED = paymentCode(0)
const DECLINED = paymentCode(6)
const LATE = paymentCode(7)
const SILENT = paymentCode(9)

/** Coffee for ¥18.00, on the pay pane. */
async function coffeeToPay(till: TillPage): Promise<void> {
  await scan(till, barcodeOf('CF001'))
  await seenLine(till, 1, 'CF001')
  await press(till, 'Space')
  await seen(till, 'pay-pane')
}

const chip = (till: TillPage, state: string): Promise<void> =>
  till.page.locator(`[data-testid="tender-chip-mobile"][data-state="${state}"]`).waitFor()

test('a scanned code pays the rest, a declined one leaves the order, a late answer is asked for', async () => {
  const till = await openTillPage()
  await atWork(till)
  await coffeeToPay(till)
  await scan(till, DECLINED)
  await seenSentence(till, '付款未成功(余额不足),请顾客换一种方式')
  expect((await order(till)).tenders).toEqual([])

  await scan(till, APPROVED)
  await chip(till, 'asking')
  await seen(till, 'done')
  const [first] = await receipts(till)
  const paper = await receiptOf(till, first?.saleId ?? '')
  expect(paper.lines).toEqual(expect.arrayContaining(['扫码支付 18.00', '微信']))
  expect(paper.items.some(({ kind }) => kind === 'drawer')).toBe(false)

  // From the basket too: a payment code there means to pay all of it.
  await scan(till, barcodeOf('CF001'))
  await seenScreen(till, 'basket')
  await seenLine(till, 1, 'CF001')
  await scan(till, LATE)
  await chip(till, 'unknown')
  expect(await wordsOf(till, 'unsettled')).toContain('请勿让顾客重复付款')
  await seen(till, 'done')
  expect((await receipts(till)).map(({ payableFen }) => payableFen)).toEqual([1800, 1800])
  expectNoErrors(till)
  await till.close()
  expectNoDigits(till, [APPROVED, DECLINED, LATE])
})

test('a payment that was unknown when the power went is there again, asked, and sold once', async () => {
  const till = await openTillPage()
  await atWork(till)
  await coffeeToPay(till)
  await scan(till, SILENT)
  await chip(till, 'unknown')
  expect(await till.page.getByTestId('complete').isDisabled()).toBe(true)
  const before = await order(till)

  await till.kill9()
  await signInBeside(till, LI_XIAOMEI)
  await seen(till, 'pay-pane')
  const after = await order(till)
  expect(after).toMatchObject({ orderId: before.orderId, payableFen: 1800 })
  expect(after.tenders.map(({ tenderId }) => tenderId)).toEqual(before.tenders.map(({ tenderId }) => tenderId))
  await till.page.getByTestId('ask-again').click()
  await seen(till, 'done')
  const sales = await receipts(till)
  expect(sales.map(({ payableFen }) => payableFen)).toEqual([1800])
  await receiptOf(till, sales[0]?.saleId ?? '')
  expect((await till.client.app.view()).status.openPayments).toBe(0)
  expectNoErrors(till)
  await till.close()
  expectNoDigits(till, [SILENT])
})

/** Neither a code nor twelve digits of it stand in any file, as text or as UTF-16. */
function expectNoDigits(till: TillPage, codes: readonly string[]): void {
  const files = readdirSync(till.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(2)
  for (const entry of files) {
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    for (const code of codes) {
      for (const part of [code.slice(0, 12), code.slice(-12)]) {
        expect(bytes.includes(part) || bytes.includes(Buffer.from(part, 'utf16le')), `${part} in ${entry.name}`).toBe(
          false,
        )
      }
    }
  }
}
