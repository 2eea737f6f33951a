/** 促销与优惠券, from the manager's form to the cashier's next basket and the receipt. */
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  atWork,
  expectNoErrors,
  receipts,
  seen,
  seenFen,
  seenLine,
  seenScreen,
  signInBeside,
  tap,
  wordsOf,
  ZHOU_MINGYUAN,
} from './steps/cashier.ts'
import { barcodeOf } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'

const PATIENCE_MS = 90_000
const SECOND_HALF = '饮料第二件半价'
const THREE_OFF = '满 20 减 3'

test('a second at half price and an amount off, tried on last month, are in the next basket, explained', async () => {
  const till = await openTillPage({ historyDays: 90 })
  await rulesPage(till)
  await till.picture('rules-list')
  await newRule(till, 'promotion-nth')
  await choose(till, 'rule-categories', '饮料')
  await tryOnLastMonth(till)
  await till.picture('rules-replay')
  await publish(till, SECOND_HALF)

  await newRule(till, 'promotion-amountOff')
  await fill(till, 'rule-steps[0].at', '20')
  await fill(till, 'rule-steps[0].off', '3')
  await tryOnLastMonth(till)
  await publish(till, THREE_OFF)

  const half = await ruleId(till, SECOND_HALF)
  const three = await ruleId(till, THREE_OFF)
  await till.client.session.signOut({ commandId: newId() })
  await atWork(till)
  for (let piece = 1; piece <= 3; piece += 1) {
    await scan(till, barcodeOf('DR022'))
    await seenLine(till, 1, 'DR022')
  }
  // 3 × 11.80, the second at 5.90, and 3.00 off.
  await seenFen(till, 'total', 2650)
  await press(till, 'F1')
  await seen(till, 'why-pane')
  for (const [id, name, fen] of [
    [half, SECOND_HALF, -590],
    [three, THREE_OFF, -300],
  ] as const) {
    const row = till.page.locator(`[data-testid="why-${id}"][data-state="applied"]`)
    await row.locator(`[data-fen="${fen}"]`).waitFor()
    expect(await row.innerText()).toContain(name)
  }
  await till.picture('rules-why')
  await press(till, 'Escape')
  await sellForCash(till)
  await onTheReceipt(till)
  await pausedAndEnded(till, three)
  expectNoErrors(till)
}, 300_000)

test('what is wrong blocks publishing, what gives goods away wants a tick, and nothing is lost by leaving', async () => {
  const till = await openTillPage()
  await rulesPage(till)
  const before = (await till.client.rules.list()).rules.length
  await newRule(till, 'promotion-nth')
  await fill(till, 'rule-rate', '十一')
  await tap(till, 'rule-publish')
  await till.page.getByRole('alert').filter({ hasText: '折扣在 0 到 10 之间' }).waitFor()
  await till.page.getByRole('alert').filter({ hasText: '请选商品或分类' }).waitFor()
  await press(till, 'Escape')
  await till.page.getByRole('button', { name: '继续修改' }).click()
  expect(await till.page.getByTestId('rule-rate').inputValue()).toBe('十一')
  await fill(till, 'rule-rate', '0')
  await choose(till, 'rule-skus', 'DR001')
  await readBack(till)
  await seen(till, 'rule-warnings')
  await tap(till, 'rule-publish')
  await till.page.getByRole('alert').filter({ hasText: '请先勾选' }).waitFor()
  expect((await till.client.rules.list()).rules).toHaveLength(before)
  await tap(till, 'rule-confirm')
  await tap(till, 'rule-publish')
  await seen(till, 'rules-list')
  expect((await till.client.rules.list()).rules).toHaveLength(before + 1)

  // With keys alone: down from the search into the list, Enter opens, Escape leads back.
  await till.page.getByTestId('rules-search').fill('开业')
  await press(till, 'ArrowDown', 'Enter')
  await seen(till, 'versions-drawer')
  await press(till, 'Escape')
  await till.page.getByTestId('versions-drawer').waitFor({ state: 'hidden' })
  await tap(till, 'rules-calendar')
  await till.page.getByTestId('rules-search').fill('')
  await seen(till, 'band-PR-COFFEE-2ND')
  await tap(till, 'band-PR-COFFEE-2ND')
  await readBack(till)
  await press(till, 'Escape')
  await seen(till, 'calendar')
  expectNoErrors(till)
})

async function rulesPage(till: TillPage): Promise<void> {
  // A shop of ninety days is lived through before anybody can sign in.
  await till.page.getByTestId('operator-9001').waitFor({ timeout: PATIENCE_MS })
  await signInBeside(till, ZHOU_MINGYUAN)
  await tap(till, 'menu')
  await tap(till, 'menu-back-office')
  await tap(till, 'tab-rules')
  await seen(till, 'rules-list')
}

async function newRule(till: TillPage, kind: string): Promise<void> {
  await tap(till, 'rule-new')
  await tap(till, `kind-${kind}`)
  await seen(till, 'rule-editor')
}

const fill = (till: TillPage, testId: string, text: string): Promise<void> => till.page.getByTestId(testId).fill(text)

/** Types into a list that can be searched and takes the first that it finds. */
async function choose(till: TillPage, testId: string, text: string): Promise<void> {
  await tap(till, testId)
  await till.page.keyboard.insertText(text)
  await till.page.locator('.ant-select-item-option-active').filter({ hasText: text }).waitFor()
  await till.page.keyboard.press('Enter')
  await till.page.keyboard.press('Escape')
}

const readBack = (till: TillPage): Promise<void> =>
  till.page.locator('[data-testid="rule-sentence"][data-fresh="true"]').waitFor()

/** The last thirty days, as the panel suggests: something changes, and without the rule every receipt is reproduced. */
async function tryOnLastMonth(till: TillPage): Promise<void> {
  await readBack(till)
  await tap(till, 'replay-start')
  await till.page.getByTestId('replay-result').waitFor({ timeout: PATIENCE_MS })
  expect(await wordsOf(till, 'replay-proof')).toContain('全部分毫不差')
  const changed = Number(await till.page.getByTestId('replay-changed').getAttribute('data-count'))
  const costFen = Number(await till.page.getByTestId('replay-cost').getAttribute('data-fen'))
  expect(changed).toBeGreaterThan(0)
  expect(costFen).toBeGreaterThan(0)
}

async function publish(till: TillPage, name: string): Promise<void> {
  await tap(till, 'rule-publish')
  await seen(till, 'rules-list')
  await till.page.getByTestId('rules-list').getByText(name, { exact: true }).waitFor()
}

async function ruleId(till: TillPage, name: string): Promise<string> {
  const rule = (await till.client.rules.list()).rules.find(({ nameZh }) => nameZh === name)
  if (rule === undefined) throw new Error(`no rule is called ${name}`)
  return rule.ruleId
}

async function sellForCash(till: TillPage): Promise<void> {
  await press(till, 'Space')
  await seen(till, 'cash-entry')
  await type(till, '30')
  await press(till, 'Enter')
  await seenFen(till, 'change', 350)
  await press(till, 'Enter')
  await seenScreen(till, 'done')
}

/** What the receipt was priced with can be shown, with the version that it had. */
async function onTheReceipt(till: TillPage): Promise<void> {
  await press(till, 'F9')
  await seen(till, 'priced-with')
  const words = await wordsOf(till, 'priced-with')
  expect(words).toContain(`${SECOND_HALF}第1版−5.90`)
  expect(words).toContain(`${THREE_OFF.replaceAll(' ', '')}第1版−3.00`)
  await till.picture('rules-receipt')
  await press(till, 'Escape')
}

/** Paused, it is in no basket; its versions tell when and by whom; what was printed stays as it was. */
async function pausedAndEnded(till: TillPage, three: string): Promise<void> {
  await till.client.session.signOut({ commandId: newId() })
  await rulesPage(till)
  await tap(till, `menu-${three}`)
  await tap(till, 'action-pause')
  await till.page.locator(`[data-testid="rule-${three}"] [data-status="paused"]`).waitFor()
  await tap(till, `menu-${three}`)
  await tap(till, 'action-versions')
  await seen(till, 'version-2')
  expect(await wordsOf(till, 'version-2')).toContain('暂停当前周明远')
  await press(till, 'Escape')
  await till.page.getByTestId('versions-drawer').waitFor({ state: 'hidden' })
  await tap(till, `menu-${three}`)
  await tap(till, 'action-end')
  await till.page.getByRole('dialog').getByRole('button', { name: '结束' }).click()
  await till.page.locator(`[data-testid="rule-${three}"] [data-status="ended"]`).waitFor()
  const [sale] = await receipts(till)
  const priced = await till.client.rules.pricedWith({ saleId: sale?.saleId ?? '' })
  expect(priced.rules.map(({ ruleId: id, version, amountFen }) => [id, version, amountFen])).toContainEqual([
    three,
    1,
    -300,
  ])
}
