/**
 * A tour of every screen at 1366 × 768 and 1920 × 1080, for people to look at: out/screenshots/<host>/. It also demands
 * what every screen owes: nothing runs out of the window, and nothing goes wrong while it is shown.
 */
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  expectNoErrors,
  LI_XIAOMEI,
  receipts,
  seen,
  seenLine,
  seenScreen,
  signInBeside,
  tap,
  ZHOU_MINGYUAN,
} from './steps/cashier.ts'
import { barcodeOf, cardOf, labelOf, paymentCode } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'
import { receiptOf } from './steps/paper.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** Both sizes of what is shown now, once its pictures and fonts are there and nothing moves any more. */
async function take(till: TillPage, name: string): Promise<void> {
  for (const size of SIZES) {
    await till.resize(size)
    await till.page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getTiming().iterations !== Infinity)
          .map((animation) => animation.finished),
      )
    })
    await till.picture(`${name}-${size.width}`)
    const over = await till.page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { right: scrollWidth - innerWidth, bottom: scrollHeight - innerHeight }
    })
    expect(over, `${name} at ${size.width}`).toEqual({ right: 0, bottom: 0 })
  }
}

const GOODS = ['DA007', 'DA012', 'DR009', 'DR022', 'DA016', 'SN002', 'DA006', 'DR005', 'CF001', 'CF020'] as const

test('the sell screen and its panes', async () => {
  const till = await openTillPage()
  await seen(till, 'operator-1001')
  await take(till, 'sign-in')
  await signInBeside(till, LI_XIAOMEI)
  await seen(till, 'shift-open')
  await take(till, 'shift-open')
  await till.client.shift.open({ commandId: newId(), shiftId: newId(), floatFen: 30_000 })
  await seenScreen(till, 'basket')
  await seen(till, 'product-BR001')
  await take(till, 'sell-empty')
  for (const [index, sku] of GOODS.entries()) {
    await scan(till, barcodeOf(sku))
    await seenLine(till, index + 1, sku)
  }
  await scan(till, labelOf('WG001', 356))
  await scan(till, labelOf('WG019', 1240))
  await seenLine(till, 12, 'WG019')
  await take(till, 'sell-full-without-member')
  await scan(till, cardOf('王雅婷'))
  await seen(till, 'member-points')
  await take(till, 'sell-full-member')
  await panes(till)
  await tap(till, 'menu')
  await take(till, 'menu')
  await tap(till, 'menu-language')
  await till.page.getByText('Total', { exact: true }).first().waitFor()
  await take(till, 'sell-english')
  await tap(till, 'menu')
  await tap(till, 'menu-language')
  await payAndAfter(till)
  expectNoErrors(till)
})

async function panes(till: TillPage): Promise<void> {
  for (const [key, pane, name] of [
    ['F6', 'coupons-pane', 'coupons'],
    ['F7', 'points-pane', 'points'],
    ['F1', 'why-lines', 'why'],
    ['F8', 'serve-pane', 'served-by'],
    ['F4', 'quantity-pane', 'weight-of-line'],
    ['ShiftDelete', 'clear-pane', 'clear'],
  ] as const) {
    await press(till, key)
    await seen(till, pane)
    await take(till, name)
    await press(till, 'Escape')
  }
  await press(till, 'F2')
  await seen(till, 'member-query')
  await type(till, '8866')
  await till.page.getByRole('option', { name: '孙丽华' }).waitFor()
  await take(till, 'member-finder')
  await press(till, 'Escape')
  await tap(till, 'line-9')
  await press(till, 'F4')
  await seen(till, 'quantity-pane')
  await take(till, 'quantity')
  await press(till, 'F5')
  await seen(till, 'price-pane')
  await type(till, '15')
  await take(till, 'price')
  await press(till, 'Enter')
  await seen(till, 'approver-2001')
  await take(till, 'price-approval')
  await press(till, 'Escape', 'Escape')
  await press(till, 'ShiftF5')
  await seen(till, 'discount-pane')
  await type(till, '9')
  await seen(till, 'discount-result')
  await take(till, 'discount')
  await press(till, 'Escape')
  await tap(till, 'category-weighed')
  await tap(till, 'product-WG001')
  await seen(till, 'weigh-pane')
  await take(till, 'weight')
  await press(till, 'Escape', 'F3')
  await type(till, 'kf')
  await seen(till, 'product-CF020')
  await take(till, 'search')
  await press(till, 'Escape')
  await scan(till, '6900000000014')
  await seen(till, 'add-now-pane')
  await take(till, 'add-now')
  await press(till, 'Escape')
  await scan(till, cardOf('周慧敏'))
  await seen(till, 'sentence')
  await take(till, 'card-lost')
}

async function payAndAfter(till: TillPage): Promise<void> {
  await tap(till, 'pay')
  await seen(till, 'cash-entry')
  await take(till, 'pay-cash')
  await tap(till, 'tender-storedValue')
  await type(till, '50')
  await take(till, 'pay-stored-value')
  await press(till, 'Enter')
  await seen(till, 'tender-chip-storedValue')
  await tap(till, 'tender-bankCard')
  await take(till, 'pay-bank-card')
  await tap(till, 'tender-mobile')
  await take(till, 'pay-mobile')
  await scan(till, paymentCode(9))
  await till.page.locator('[data-testid="tender-chip-mobile"][data-state="unknown"]').waitFor()
  await take(till, 'pay-mobile-unknown')
  await seen(till, 'done')
  await take(till, 'done-mobile')
  await scan(till, barcodeOf('CF001'))
  await seenLine(till, 1, 'CF001')
  await tap(till, 'pay')
  await seen(till, 'cash-entry')
  await type(till, '100')
  await press(till, 'Enter')
  await seen(till, 'covered')
  await take(till, 'pay-covered')
  await tap(till, 'complete')
  await seen(till, 'done')
  await take(till, 'done')
  for (const { saleId } of await receipts(till)) await receiptOf(till, saleId)
  await press(till, 'F9')
  await seen(till, 'receipt-picture')
  await take(till, 'receipts')
  await press(till, 'Escape')
  await seen(till, 'done')
  await tap(till, 'menu')
  await tap(till, 'menu-close-shift')
  await seen(till, 'shift-expected')
  await take(till, 'shift-close')
  await type(till, '3')
  await tap(till, 'shift-close')
  await seen(till, 'confirm-close')
  await take(till, 'shift-close-confirm')
  await tap(till, 'confirm-close-yes')
  await seen(till, 'shift-closed')
  await take(till, 'shift-closed')
}

test('a locked operator, and the back office', async () => {
  const till = await openTillPage()
  await seen(till, 'operator-1002')
  const locked = (await till.client.session.operators()).find(({ code }) => code === '1002')
  for (let tries = 0; tries < 12; tries += 1) {
    const refused = await till.client.session
      .signIn({ commandId: newId(), operatorId: locked?.operatorId ?? '', pin: '123455' })
      .then(
        () => 'in',
        (error: unknown) => JSON.stringify(error),
      )
    if (refused.includes('pin-locked')) break
  }
  // The names were read before the lock began.
  await till.page.reload()
  await tap(till, 'operator-1002')
  await seen(till, 'sign-in-error')
  await take(till, 'sign-in-locked')
  await signInBeside(till, ZHOU_MINGYUAN)
  await tap(till, 'menu')
  await tap(till, 'menu-back-office')
  await seen(till, 'product-table')
  await take(till, 'products')
  await till.page.getByTestId('product-table').getByText('法式黄油可颂').click()
  await seen(till, 'product-save')
  await take(till, 'product-edit')
  await press(till, 'Escape')
  await till.page.getByTestId('product-save').waitFor({ state: 'hidden' })
  await tap(till, 'product-import')
  await take(till, 'import')
  await till.page
    .getByTestId('import-text')
    .fill('名称\t条码\t价格\n海盐卷\t69531\t6.5\n果酱\t12\t十八\n牛乳吐司\t6953187999999\t28')
  await tap(till, 'import-check')
  await seen(till, 'import-rows')
  await take(till, 'import-preview')
  await tap(till, 'import-leave')
  await rules(till)
  await tap(till, 'tab-operators')
  await seen(till, 'operator-add')
  await take(till, 'operators')
  await tap(till, 'operator-add')
  await seen(till, 'operator-name')
  await take(till, 'operator-add')
  await press(till, 'Escape')
  await till.page.getByTestId('operator-name').waitFor({ state: 'hidden' })
  await tap(till, 'tab-settings')
  await seen(till, 'settings-save')
  await take(till, 'settings')
  expectNoErrors(till)
})

async function rules(till: TillPage): Promise<void> {
  await tap(till, 'tab-rules')
  await seen(till, 'rules-list')
  await take(till, 'rules')
  await tap(till, 'rules-calendar')
  await seen(till, 'calendar')
  await take(till, 'rules-calendar')
  await tap(till, 'rule-new')
  await seen(till, 'kind-chooser')
  await take(till, 'rules-kinds')
  await tap(till, 'kind-coupon-template-orderRate')
  await till.page.getByTestId('rule-rate').fill('88')
  await till.page.locator('[data-testid="rule-sentence"][data-fresh="true"]').waitFor()
  await tap(till, 'rule-more')
  await take(till, 'rules-form')
  await press(till, 'Escape')
  await till.page.getByRole('button', { name: '不保存,离开' }).click()
  await till.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await seen(till, 'kind-chooser')
  await press(till, 'Escape')
  await tap(till, 'band-PR-COFFEE-2ND')
  await seen(till, 'rule-editor')
  await take(till, 'rules-edit')
  await press(till, 'Escape')
  await seen(till, 'calendar')
}

test('the first start', async () => {
  const till = await openTillPage({ demo: false })
  await seen(till, 'open-own')
  await take(till, 'first-start')
  await tap(till, 'open-own')
  await till.page.getByTestId('shop-shopName').fill('麦穗烘焙')
  await till.page.getByTestId('shop-header').fill('静安区愚园路 99 号\n电话 021-5555 0100')
  await take(till, 'first-start-own')
  expectNoErrors(till)
})
