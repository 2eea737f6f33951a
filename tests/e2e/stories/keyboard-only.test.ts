/** A whole sale without a mouse, in both languages: every pane opens with its key and leaves with Escape, and the focus
 * is never lost to the page itself. */
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
} from './steps/cashier.ts'
import { press, type } from './steps/keyboard.ts'

test('a sale with keys alone', async () => {
  const till = await openTillPage()
  await signIn(till, LI_XIAOMEI)
  await keptFocus(till)
  await openShift(till, '300')
  expect(await focused(till)).toBe('ticket')
  await findGoods(till)
  await everyPane(till)
  await changeTheOrder(till)
  await findMember(till)
  await pay(till)
  await inEnglish(till)
  expectNoErrors(till)
})

/** The focus is somewhere: a key does what it says, and assistive technology knows where it is. */
async function keptFocus(till: TillPage): Promise<void> {
  await till.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body)
}

/** Letters typed anywhere begin the search; arrows choose, Enter takes. */
async function findGoods(till: TillPage): Promise<void> {
  await type(till, 'byzz')
  await press(till, 'Escape')
  await expect.poll(() => focused(till)).toBe('ticket')
  await type(till, 'lat')
  await expect.poll(() => focused(till)).toBe('search')
  for (const [index, [query, sku]] of [
    ['CF001', 'CF001'],
    ['CF019', 'CF019'],
  ].entries()) {
    await press(till, 'Escape', 'F3')
    await type(till, query ?? '')
    await till.page.locator(`[data-testid="grid"] button:first-child[data-testid="product-${sku}"]`).waitFor()
    await press(till, 'Enter')
    await seenLine(till, index + 1, sku ?? '')
    await expect.poll(() => focused(till)).toBe('ticket')
  }
}

async function everyPane(till: TillPage): Promise<void> {
  for (const [key, pane] of [
    ['F2', 'member-pane'],
    ['F4', 'quantity-pane'],
    ['F5', 'price-pane'],
    ['F6', 'coupons-pane'],
    ['F7', 'points-pane'],
    ['F8', 'serve-pane'],
    ['ShiftDelete', 'clear-pane'],
  ] as const) {
    await press(till, key)
    await seen(till, pane)
    await keptFocus(till)
    await press(till, 'Escape')
    await till.page.getByTestId(pane).waitFor({ state: 'detached' })
    await expect.poll(() => focused(till), { message: `after ${pane}` }).toBe('ticket')
  }
  await press(till, 'F9')
  await seen(till, 'receipts-back')
  await keptFocus(till)
  await press(till, 'Escape')
  await seenScreen(till, 'basket')
  await press(till, 'F10')
  await expect.poll(() => focused(till)).toBe('menu-receipts')
  await press(till, 'Escape')
  await expect.poll(() => focused(till)).toBe('menu')
  await press(till, 'Enter')
  await expect.poll(() => focused(till)).toBe('menu-receipts')
  await press(till, 'Escape', 'F3', 'Escape')
  await expect.poll(() => focused(till)).toBe('ticket')
}

async function changeTheOrder(till: TillPage): Promise<void> {
  await press(till, 'ArrowUp')
  await till.page.locator('[data-testid="line-1"][aria-selected="true"]').waitFor()
  await press(till, '+')
  await seenFen(till, 'total', 2700 + 4900)
  await press(till, 'F4')
  await seen(till, 'quantity-pane')
  await type(till, '4')
  await press(till, 'Enter')
  await seenFen(till, 'total', 5400 + 4900 - 1000)
  await press(till, 'F8')
  await expect.poll(() => focused(till)).toBe('serve-1001')
  await press(till, 'ArrowDown', 'Enter')
  await till.page.getByText('赵文杰 经手').waitFor()
  await expect.poll(() => focused(till)).toBe('ticket')
  await press(till, 'ArrowDown')
  await till.page.locator('[data-testid="line-2"][aria-selected="true"]').waitFor()
  await press(till, 'Delete')
  await seenFen(till, 'total', 5400)
}

/** Two sisters share the last four digits. */
async function findMember(till: TillPage): Promise<void> {
  await press(till, 'F2')
  await expect.poll(() => focused(till)).toBe('member-query')
  await type(till, '8866')
  const found = till.page.getByTestId('member-pane').getByRole('option')
  await expect.poll(() => found.count()).toBe(2)
  const second = await found.nth(1).locator('b').innerText()
  await press(till, 'ArrowDown', 'Enter')
  await seen(till, 'member-points')
  expect((await order(till)).member?.name).toBe(second)
  await expect.poll(() => focused(till)).toBe('ticket')
}

async function pay(till: TillPage): Promise<void> {
  const { payableFen } = await order(till)
  await press(till, 'Space')
  await seen(till, 'pay-pane')
  await press(till, 'Escape')
  await seenScreen(till, 'basket')
  await press(till, 'Space')
  await seen(till, 'pay-pane')
  for (const [key, entry] of [
    ['F2', 'mobile-entry'],
    ['F4', 'slip-entry'],
    ['F1', 'cash-entry'],
  ] as const) {
    await press(till, key)
    await seen(till, entry)
    await keptFocus(till)
  }
  await type(till, '100')
  await press(till, 'Enter')
  await seenFen(till, 'change', 10_000 - payableFen)
  await keptFocus(till)
  await press(till, 'Enter')
  await seenFen(till, 'done-change', 10_000 - payableFen)
  await keptFocus(till)
  expect(await receipts(till)).toHaveLength(1)
  // The next customer waits until the change has been on the screen for a moment.
  await expect
    .poll(async () => {
      await press(till, 'Enter')
      return (await order(till)).screen
    })
    .toBe('basket')
  await seen(till, 'last-sale')
  await expect.poll(() => focused(till)).toBe('ticket')
}

async function inEnglish(till: TillPage): Promise<void> {
  const choose = async (): Promise<void> => {
    await press(till, 'F10')
    await expect.poll(() => focused(till)).toBe('menu-receipts')
    for (let step = 0; step < 6 && (await focused(till)) !== 'menu-language'; step += 1) await press(till, 'ArrowDown')
    await press(till, 'Enter')
  }
  await choose()
  await till.page.getByText('Scan to begin').waitFor()
  expect(await till.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await expect.poll(() => focused(till)).toBe('ticket')
  await choose()
  await till.page.getByText('扫码开始').waitFor()
  expect(await till.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
}
