/** The page dies with goods in the basket and a member chosen: the basket is the core's, so it is there again. */
import { expect, test, vi } from 'vitest'
import { openTillPage, type TillPage } from '../till-page.ts'
import { atWork, order, seen, seenFen, seenLine } from './steps/cashier.ts'
import { barcodeOf, cardOf } from './steps/demo-goods.ts'
import { scan } from './steps/keyboard.ts'

test('the basket is still there', async () => {
  const till = await openTillPage()
  await atWork(till)
  for (const [index, sku] of ['CF001', 'CF019', 'CF020'].entries()) {
    await scan(till, barcodeOf(sku))
    await seenLine(till, index + 1, sku)
  }
  await scan(till, cardOf('沈国栋'))
  await seen(till, 'member-points')
  const before = await order(till)
  await seenFen(till, 'total', before.payableFen)
  const total = await till.page.getByTestId('total').innerText()

  const words = await (till.electron === undefined ? reload(till) : crash(till))
  expect(words.replaceAll(/\s/g, '')).toContain(total.replaceAll(/\s/g, ''))
  for (const word of ['冰美式 大杯', '挂耳咖啡 中度烘焙 10 片', '意式拼配咖啡豆 250g', '沈国栋'])
    expect(words).toContain(word)
})

async function reload(till: TillPage): Promise<string> {
  const { revision, orderId } = await order(till)
  await till.page.reload()
  await seen(till, 'member-points')
  expect(await order(till)).toMatchObject({ revision, orderId })
  return till.page.evaluate(() => document.body.innerText)
}

/** Playwright's page does not survive its process, so the window itself is asked. */
async function crash({ electron }: TillPage): Promise<string> {
  if (electron === undefined) throw new Error('no Electron')
  await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
    contents?.forcefullyCrashRenderer()
    await back
  })
  return vi.waitFor(
    async () => {
      const words: unknown = await electron.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'document.body.innerText',
          ) as Promise<unknown>,
      )
      if (typeof words !== 'string' || !words.includes('沈国栋')) throw new Error('the basket is not back yet')
      return words
    },
    { timeout: 60_000, interval: 200 },
  )
}
