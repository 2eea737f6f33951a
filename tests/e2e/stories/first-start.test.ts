/** An empty folder becomes a shop of one's own: opened, filled by pasting, sold from, staffed and set up, all by touch. */
import { expect, test } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import { expectNoErrors, receipts, seen, seenFen, seenScreen, tap } from './steps/cashier.ts'
import { press, scan, type } from './steps/keyboard.ts'
import { paperOf, receiptOf } from './steps/paper.ts'

const BREAD = '6901234567892'

/** As copied from a spreadsheet; the third row has no price that could be read, the fifth repeats a barcode. */
const ROWS = [
  ['名称', '条码', '价格', '单位', '税率'],
  ['海盐卷', BREAD, '6.50', '个', '13%'],
  ['牛乳吐司', '6901234567908', '28', '袋', '13%'],
  ['果酱', '6901234567915', '十八元', '瓶', '13%'],
  ['鲜牛奶', '6901234567922', '15.90', '瓶', '9%'],
  ['海盐卷(大)', BREAD, '9.00', '个', '13%'],
]
  .map((cells) => cells.join('\t'))
  .join('\n')

test('open a shop, paste goods, sell, take somebody on, change the paper', async () => {
  const till = await openTillPage({ demo: false })
  await openOwnShop(till)
  await importGoods(till)
  await sellOne(till)
  await staff(till)
  await changePaper(till)
  expectNoErrors(till)
})

async function fill(till: TillPage, testId: string, text: string): Promise<void> {
  await till.page.getByTestId(testId).fill(text)
}

async function openOwnShop(till: TillPage): Promise<void> {
  await tap(till, 'open-own')
  await tap(till, 'shop-open')
  await till.page.getByText('请填写店名').waitFor()
  await fill(till, 'shop-shopName', '麦穗烘焙')
  await fill(till, 'shop-header', '静安区愚园路 99 号\n电话 021-5555 0100')
  await till.page.getByTestId('shop-paper').getByText('58 毫米').click()
  await fill(till, 'shop-managerName', '何秀英')
  await fill(till, 'shop-managerCode', '88')
  await fill(till, 'shop-pin', '1234')
  await fill(till, 'shop-pinAgain', '1234')
  await tap(till, 'shop-open')
  await till.page.getByText('密码太简单').waitFor()
  await fill(till, 'shop-pin', '730284')
  await fill(till, 'shop-pinAgain', '730284')
  await tap(till, 'shop-open')
  await seen(till, 'pin-pad')
  await type(till, '730284')
  await press(till, 'Enter')
  await seen(till, 'shift-open')
  await tap(till, 'float-200')
  await tap(till, 'shift-open')
  await seenScreen(till, 'basket')
}

async function office(till: TillPage, tab: string): Promise<void> {
  await tap(till, 'menu')
  await tap(till, 'menu-back-office')
  await tap(till, `tab-${tab}`)
}

async function importGoods(till: TillPage): Promise<void> {
  await office(till, 'products')
  await till.page.getByText('还没有商品').waitFor()
  await tap(till, 'product-import')
  await fill(till, 'import-text', ROWS)
  await tap(till, 'import-check')
  const rows = till.page.getByTestId('import-rows')
  await rows.getByText('价格「十八元」不对,应像 12.50').waitFor()
  await rows.getByText('条码在第 2 行已出现').waitFor()
  expect(await till.page.getByTestId('import-commit').innerText()).toBe('导入 3 种商品')
  await tap(till, 'import-commit')
  await seen(till, 'import-done')
  await tap(till, 'import-leave')
  await till.page.getByTestId('product-table').getByText('牛乳吐司').waitFor()
  await tap(till, 'back-office-back')
  await seenScreen(till, 'basket')
}

async function sellOne(till: TillPage): Promise<void> {
  await scan(till, BREAD)
  await seenFen(till, 'total', 650)
  const products = await till.client.products.grid()
  expect(products.map(({ name }) => name.zh).sort()).toEqual(['海盐卷', '牛乳吐司', '鲜牛奶'].sort())
  await tap(till, 'pay')
  await tap(till, 'cash-quick-1000')
  await tap(till, 'complete')
  await seenFen(till, 'done-change', 350)
  const [row] = await receipts(till)
  const paper = await receiptOf(till, row?.saleId ?? '')
  expect(paper.widthDots).toBe(464)
  expect(paper.lines).toEqual(expect.arrayContaining(['麦穗烘焙', '静安区愚园路 99 号', '电话 021-5555 0100']))
  expect(paper.scanned).toBe(row?.saleId)
  // It answers once the change has been on the screen for a moment.
  await expect
    .poll(async () => {
      await till.page
        .getByTestId('next')
        .click({ timeout: 500 })
        .catch(() => undefined)
      return (await till.client.till.view()).screen
    })
    .toBe('basket')
  await seenScreen(till, 'basket')
}

async function staff(till: TillPage): Promise<void> {
  await office(till, 'operators')
  await tap(till, 'operator-add')
  await fill(till, 'operator-name', '小林')
  await fill(till, 'operator-code', '11')
  await fill(till, 'operator-pin', '482915')
  await fill(till, 'operator-pin-again', '482916')
  await tap(till, 'dialog-ok')
  await till.page.getByText('两次输入的密码不一样').waitFor()
  await fill(till, 'operator-pin-again', '482915')
  await tap(till, 'dialog-ok')
  await seen(till, 'operator-pin-11')
  await tap(till, 'operator-pin-11')
  await fill(till, 'operator-pin', '951482')
  await fill(till, 'operator-pin-again', '951482')
  await tap(till, 'dialog-ok')
  await till.page.getByText('小林 的密码已重置').waitFor()
  await tap(till, 'operator-disable-88')
  await confirmDisabling(till)
  await till.page.getByText('至少要保留一位可用的店长').waitFor()
  await tap(till, 'operator-disable-11')
  await confirmDisabling(till)
  await till.page.getByText('已停用').first().waitFor()
  expect((await till.client.operators.list()).map(({ code, disabled }) => [code, disabled])).toEqual([
    ['11', true],
    ['88', false],
  ])
}

async function confirmDisabling(till: TillPage): Promise<void> {
  const dialog = till.page.getByRole('dialog').filter({ hasText: '他的销售记录都在' })
  await dialog.locator('.ant-btn-primary').click()
  await dialog.waitFor({ state: 'hidden' })
}

async function changePaper(till: TillPage): Promise<void> {
  await tap(till, 'tab-settings')
  await till.page.getByTestId('settings-paper').getByText('80 毫米').click()
  await fill(till, 'settings-footer', '谢谢惠顾\n七日内凭小票退换')
  await tap(till, 'settings-save')
  await till.page.getByText('设置已保存,下一单起生效').first().waitFor()
  await tap(till, 'settings-test-print')
  const page = await paperOf(till, ({ lines }) => lines.includes('打印测试'))
  expect(page.widthDots).toBe(640)
  await tap(till, 'back-office-back')
  await seenScreen(till, 'basket')
  await scan(till, BREAD)
  await seenFen(till, 'total', 650)
  await tap(till, 'pay')
  await tap(till, 'cash-exact')
  await tap(till, 'complete')
  await seen(till, 'done')
  const [row] = await receipts(till)
  const paper = await receiptOf(till, row?.saleId ?? '')
  expect(paper.widthDots).toBe(640)
  expect(paper.lines).toContain('七日内凭小票退换')
}
