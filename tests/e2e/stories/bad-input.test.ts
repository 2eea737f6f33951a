/** What a cashier gets wrong, and what customers bring: each has a sentence that says what to do, and nothing is done twice. */
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  CHEN_JINGYI,
  atWork,
  expectNoErrors,
  order,
  receipts,
  seen,
  seenFen,
  seenLine,
  seenScreen,
  seenSentence,
  tap,
  wordsOf,
} from './steps/cashier.ts'
import { barcodeOf, cardOf, UNKNOWN_BARCODE } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'

const MANAGER = 'approver-9001'
const SUPERVISOR = 'approver-2001'

test('codes that nobody knows and cards that may not be used', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, UNKNOWN_BARCODE)
  await seen(till, 'add-now-pane')
  await type(till, '手作果酱')
  await press(till, 'Tab')
  await type(till, '28.5')
  await press(till, 'Enter')
  await seen(till, 'approval-pane')
  await seenSentence(till, '需要主管授权')
  await tap(till, SUPERVISOR)
  await type(till, '123456')
  await press(till, 'Enter')
  await seenSentence(till, '授权密码不对,请重新输入')
  await type(till, CHEN_JINGYI.pin)
  await press(till, 'Enter')
  await seenFen(till, 'total', 2850)
  expect(await wordsOf(till, 'line-1')).toContain('手作果酱')
  await scan(till, UNKNOWN_BARCODE)
  await seenFen(till, 'total', 5700)

  await scan(till, cardOf('周慧敏'))
  await seenSentence(till, /尾号 \d{4} 的卡已挂失,不能使用;请核对本人身份后补卡/)
  await scan(till, cardOf('吴建国'))
  await seenSentence(till, /尾号 \d{4} 的卡已冻结,不能使用;请联系店长解冻/)
  await scan(till, '8800000099999')
  await seenSentence(till, '这张卡不是本店的会员卡,请核对')
  expect((await order(till)).member).toBeNull()
  await scan(till, 'CP00000090001')
  await seenSentence(till, '没有这张券,请核对券码')
  await seenFen(till, 'total', 5700)
  expectNoErrors(till)
})

test('quantities: none, a thousand million, half a piece, no weight', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, barcodeOf('CF001'))
  await seenLine(till, 1, 'CF001')
  for (const [typed, sentence] of [
    ['0', '数量应在 1 到 999 之间,请重新输入'],
    ['1000000000', '数量应在 1 到 999 之间,请重新输入'],
    ['0.5', '「冰美式 大杯」按件卖,数量要是整数'],
  ] as const) {
    await press(till, 'F4')
    await seen(till, 'quantity-pane')
    await type(till, typed)
    await press(till, 'Enter')
    await seenSentence(till, sentence)
    await seenFen(till, 'total', 1800)
    await press(till, 'Escape')
  }
  await press(till, 'F4')
  await type(till, '3')
  await press(till, 'Enter')
  // The second is at half price.
  await seenFen(till, 'total', 4500)
  const { orderId } = await order(till)
  for (const [qty, code] of [
    [0, 'quantity-out-of-range'],
    [1_000_000_000_000, 'quantity-out-of-range'],
    [500, 'quantity-not-whole'],
  ] as const) {
    const asked = till.client.till.setQuantity({ commandId: newId(), orderId, line: '1', qty })
    await expect(asked).rejects.toMatchObject({ code: 'REFUSED', data: { code } })
  }

  // A tile of loose goods asks for the weight, the cake to order for its price.
  await tap(till, 'category-weighed')
  await tap(till, 'product-WG001')
  await seen(till, 'weigh-pane')
  await type(till, '0')
  await press(till, 'Enter')
  await seenSentence(till, '重量应在 0.001 到 50 公斤之间')
  await type(till, '0.356')
  await press(till, 'Enter')
  await seenLine(till, 2, 'WG001')
  expect(await wordsOf(till, 'line-2')).toMatch(/0\.356kg×97\.80/)
  await seenFen(till, 'total', 7980)
  await tap(till, 'category-cake')
  await tap(till, 'product-CK004')
  await seen(till, 'open-price-pane')
  await press(till, 'Enter')
  await seen(till, 'open-price-pane')
  await type(till, '268')
  await press(till, 'Enter')
  await seenLine(till, 3, 'CK004')
  expect((await order(till)).lines.map(({ grossFen }) => grossFen)).toEqual([5400, 3482, 26_800])
  expectNoErrors(till)
})

test('a price of the cashier needs a supervisor, below cost a manager', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, barcodeOf('CF002'))
  await seenLine(till, 1, 'CF002')
  await newPrice(till, '20')
  await seenSentence(till, '需要主管授权')
  await tap(till, SUPERVISOR)
  await type(till, CHEN_JINGYI.pin)
  await press(till, 'Enter')
  await seenFen(till, 'total', 2000)
  expect(await wordsOf(till, 'line-1')).toContain('改价')

  // Latte costs the shop 6.10; who may not approve that is not offered, and the core would refuse it.
  await newPrice(till, '6')
  await seenSentence(till, '需要店长授权')
  await seen(till, MANAGER)
  const { orderId } = await order(till)
  const supervisor = (await till.client.session.operators()).find(({ code }) => code === '2001')
  const approval = { operatorId: supervisor?.operatorId ?? '', pin: CHEN_JINGYI.pin }
  const command = { orderId, line: '1', reason: '顾客议价', approval }
  for (const priceFen of [609, 0]) {
    const asked = till.client.till.manualPrice({ ...command, commandId: newId(), priceFen })
    await expect(asked).rejects.toMatchObject({ data: { code: 'approval-not-allowed' } })
  }
  await press(till, 'Escape', 'Escape')
  await seenFen(till, 'total', 2000)
  await newPrice(till, '6')
  await tap(till, MANAGER)
  await type(till, '900188')
  await press(till, 'Enter')
  await seenFen(till, 'total', 600)
  expectNoErrors(till)
})

async function newPrice(till: TillPage, yuan: string): Promise<void> {
  await press(till, 'F5')
  await seen(till, 'price-pane')
  await type(till, yuan)
  await press(till, 'Enter')
  await seen(till, 'approval-pane')
}

test('money: too much, too little, and complete pressed twice', async () => {
  const till = await openTillPage()
  await atWork(till)
  await scan(till, barcodeOf('CF001'))
  await seenLine(till, 1, 'CF001')
  await press(till, 'Space')
  await seen(till, 'cash-entry')
  await type(till, '99999')
  await press(till, 'Enter')
  await seenSentence(till, '现金 99999.00 元太多了,请核对输入')
  await press(till, 'Backspace', 'Backspace', 'Backspace', 'Backspace')
  await seenFen(till, 'due', 1800)
  await press(till, 'F4')
  await type(till, '123456')
  await tap(till, 'card-amount-entry')
  await type(till, '18.01')
  await press(till, 'Enter')
  await seenSentence(till, '只需再收 18.00 元,请改小金额')
  await press(till, 'F1')
  await seen(till, 'cash-entry')
  await type(till, '5')
  await press(till, 'Enter')
  await seenFen(till, 'due', 1300)
  expect(await wordsOf(till, 'complete')).toContain('还需收¥13.00')
  expect(await till.page.getByTestId('complete').isDisabled()).toBe(true)
  const { orderId } = await order(till)
  const early = till.client.till.complete({ commandId: newId(), orderId })
  await expect(early).rejects.toMatchObject({ data: { code: 'tender-below-due', params: { missingFen: 1300 } } })

  await type(till, '20')
  await press(till, 'Enter')
  await seenFen(till, 'change', 700)
  await Promise.all([press(till, 'Enter'), press(till, 'Enter')])
  await seenFen(till, 'done-change', 700)
  expect(await receipts(till)).toHaveLength(1)

  await scan(till, barcodeOf('CF001'))
  await seenScreen(till, 'basket')
  await press(till, 'Space')
  await seen(till, 'cash-entry')
  await tap(till, 'cash-exact')
  await seen(till, 'covered')
  const box = await till.page.getByTestId('complete').boundingBox()
  const { x, y } = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 }
  await till.page.mouse.dblclick(x, y)
  await seen(till, 'done')
  // A third click, meant for a button that is gone, does not put the change away before anybody has seen it.
  await till.page.mouse.click(x, y)
  expect((await order(till)).screen).toBe('done')
  expect(await receipts(till)).toHaveLength(2)
  expect((await receipts(till)).map(({ payableFen }) => payableFen)).toEqual([1800, 1800])
  expectNoErrors(till)
})
