/**
 * Stored value: topped up by a plan with a second person's yes, spent, taken back, closed and paid out; a sale that is topped
 * up for goes on after a power cut; the manager's plans and what the shop owes.
 */
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  atWork,
  CHEN_JINGYI,
  expectNoErrors,
  order,
  receipts,
  seen,
  seenFen,
  seenLine,
  seenScreen,
  seenSentence,
  signIn,
  tap,
  wordsOf,
  ZHOU_MINGYUAN,
} from './steps/cashier.ts'
import { barcodeOf, cardOf } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'
import { receiptOf } from './steps/paper.ts'

/** Whoever is asked for says yes with an own PIN. */
async function approve(till: TillPage): Promise<void> {
  await seen(till, 'approval-pane')
  await tap(till, `approver-${CHEN_JINGYI.code}`)
  await type(till, CHEN_JINGYI.pin)
  await press(till, 'Enter')
}

/** The account of the member whose card was scanned. */
async function openAccount(till: TillPage, name: string): Promise<string> {
  await scan(till, cardOf(name))
  await tap(till, 'open-account')
  await seen(till, 'account-pane')
  return (await order(till)).member?.memberId ?? ''
}

async function nextCustomer(till: TillPage): Promise<void> {
  await seen(till, 'done')
  await till.page.waitForTimeout(800)
  await tap(till, 'next')
  await seenScreen(till, 'basket')
}

test('a top-up above the limit, spent, not to be taken back then, closed and paid out', async () => {
  const till = await openTillPage()
  await atWork(till)
  const memberId = await openAccount(till, '王雅婷')
  await seenFen(till, 'account-principal', 23_650)
  await till.picture('stored-value-account')
  await tap(till, 'begin-top-up')
  await seen(till, 'top-up-pane')
  await till.picture('stored-value-tiles')
  await type(till, '6000')
  await press(till, 'Enter')
  await seenSentence(till, '单个账户的本金最多 5000.00 元,现在最多还能充 4763.50 元')
  for (const _ of '6000') await press(till, 'Backspace')
  await type(till, '2100')
  await press(till, 'Enter')
  await approve(till)
  await seen(till, 'pay-pane')
  expect(await wordsOf(till, 'top-up-after')).toBe('本金2,336.50+赠送640.00')
  await till.picture('stored-value-paying')
  await press(till, 'Enter')
  await seenFen(till, 'due', 0)
  await press(till, 'Enter')
  await seen(till, 'done')
  expect(await wordsOf(till, 'done-balance')).toContain('本金2,336.50+赠送640.00')
  await till.picture('stored-value-done')
  const [slip] = await receipts(till)
  expect(slip).toMatchObject({ kind: 'top-up', payableFen: 210_000 })
  const paper = await receiptOf(till, slip?.saleId ?? '')
  expect(paper.lines).toEqual(expect.arrayContaining(['充值凭条', '充值金额 2100.00', '赠送金额 600.00']))
  await nextCustomer(till)

  await openAccount(till, '王雅婷')
  await till.page.locator('[data-testid^="reverse-"]').first().click()
  await seen(till, 'pay-out-pane')
  await tap(till, 'pay-out')
  await approve(till)
  await seen(till, 'account-told')
  await seenFen(till, 'account-principal', 23_650)
  await till.picture('stored-value-reversed')

  await tap(till, 'close-account')
  await seen(till, 'pay-out-pane')
  await till.picture('stored-value-close')
  await tap(till, 'pay-out')
  await approve(till)
  await seen(till, 'account-told')
  await seenFen(till, 'account-principal', 0)
  const statement = await till.client.storedValue.statement({ memberId })
  expect(statement.rows.map(({ kind, principalFen }) => [kind, principalFen])).toEqual([
    ['closing', -23_650],
    ['top-up-reversal', -210_000],
    ['top-up', 210_000],
    ['opening', 23_650],
  ])
  expectNoErrors(till)
})

test('充值并付款 goes on where the power cut it off', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, cardOf('王雅婷'))
  await scan(till, barcodeOf('CK006'))
  await seenLine(till, 1, 'CK006')
  await scan(till, barcodeOf('CK009'))
  await seenLine(till, 2, 'CK009')
  await press(till, 'Space')
  await seen(till, 'pay-pane')
  const { orderId, payableFen } = await order(till)
  await press(till, 'F3')
  await tap(till, 'top-up-and-pay')
  await seen(till, 'top-up-pane')
  await till.picture('stored-value-shortfall')
  await tap(till, 'top-up-50000')
  await seen(till, 'pay-pane')
  await press(till, 'Enter')
  await seenFen(till, 'due', 0)
  await press(till, 'Enter')
  await seen(till, 'done')

  await till.kill9()
  await signIn(till, { code: '1001', pin: '100188' })
  await seenScreen(till, 'pay')
  expect(await order(till)).toMatchObject({ orderId, payableFen, topUp: null })
  await press(till, 'F3')
  await press(till, 'Enter')
  await seenFen(till, 'due', 0)
  await press(till, 'Enter')
  await seen(till, 'done')
  expect((await receipts(till))[0]).toMatchObject({ saleId: orderId, kind: 'sale', payableFen })
  expectNoErrors(till)
})

test('the manager changes a plan, the core says what is wrong with it, and what is owed is a picture', async () => {
  const till = await openTillPage()
  await atWork(till, ZHOU_MINGYUAN)
  await press(till, 'F10')
  await tap(till, 'menu-back-office')
  await tap(till, 'tab-storedValue')
  const bonus = till.page.getByTestId('step-bonus').first()
  await bonus.fill('150')
  await till.picture('stored-value-plans')
  await tap(till, 'stored-value-save')
  await seenSentence(till, '充 200.00 元最多送 100.00 元')
  await bonus.fill('30')
  await tap(till, 'stored-value-save')
  await till.page.getByText('储值方案已保存').waitFor()
  await expect.poll(async () => (await till.client.storedValue.settings()).version).toBe(2)
  await tap(till, 'stored-value-liability')
  await seen(till, 'liability')
  await till.picture('stored-value-liability')
  await till.resize({ width: 1920, height: 1080 })
  await till.picture('stored-value-liability-large')
  await tap(till, 'stored-value-plans')
  await till.page.getByTestId('plan').first().waitFor()
  await till.picture('stored-value-plans-large')
  expectNoErrors(till)
})
