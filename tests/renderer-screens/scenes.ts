/** What is looked at: a story of the fixture till, and the keys and taps that lead to the moment. */
import type { Page } from 'playwright-core'
import type { FixtureStory } from './fixture-till.ts'

export interface Scene {
  readonly name: string
  readonly story: FixtureStory
  /** at 1366×768 only */
  readonly small?: boolean
  readonly play: (page: Page) => Promise<void>
}

const id = (page: Page, testId: string) => page.getByTestId(testId)

async function typeDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.keyboard.press(`Digit${digit}`)
}

async function wrongPins(page: Page, times: number): Promise<void> {
  await id(page, 'operator-1001').click()
  for (let count = 0; count < times; count += 1) {
    await typeDigits(page, '4711')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(250)
  }
}

const english = async (page: Page): Promise<void> => {
  await page.evaluate(() => localStorage.setItem('zhanggui.locale', 'en'))
  await page.reload()
  await page.waitForSelector('main')
}

const signIn: Scene[] = [
  { name: 'sign-in', story: { phase: 'sign-in' }, play: (page) => id(page, 'operator-1001').waitFor() },
  {
    name: 'sign-in-code',
    story: { phase: 'sign-in', demo: false },
    small: true,
    play: async (page) => {
      await id(page, 'operator-1001').waitFor()
      await typeDigits(page, '77')
      await typeDigits(page, '100')
    },
  },
  {
    name: 'sign-in-pin',
    story: { phase: 'sign-in' },
    play: async (page) => {
      await id(page, 'operator-1001').waitFor()
      await typeDigits(page, '2001')
      await typeDigits(page, '20018')
    },
  },
  { name: 'sign-in-wrong', story: { phase: 'sign-in' }, small: true, play: (page) => wrongPins(page, 2) },
  { name: 'sign-in-locked', story: { phase: 'sign-in' }, small: true, play: (page) => wrongPins(page, 5) },
  {
    name: 'sign-in-english',
    story: { phase: 'sign-in' },
    small: true,
    play: async (page) => {
      await english(page)
      await id(page, 'operator-9001').click()
    },
  },
]

const firstStart: Scene[] = [
  { name: 'first-start', story: { phase: 'first-start' }, play: (page) => id(page, 'try-demo').waitFor() },
  {
    name: 'first-start-demo',
    story: { phase: 'first-start' },
    small: true,
    play: (page) => id(page, 'try-demo').click(),
  },
  {
    name: 'first-start-form',
    story: { phase: 'first-start' },
    play: async (page) => {
      await id(page, 'open-own').click()
      await id(page, 'shop-shopName').fill('麦田烘焙')
      await id(page, 'shop-header').fill('徐汇区天平路 18 号\n电话 021-6431 8888')
      await id(page, 'shop-managerName').fill('周明远')
    },
  },
  {
    name: 'first-start-wrong',
    story: { phase: 'first-start' },
    small: true,
    play: async (page) => {
      await id(page, 'open-own').click()
      await id(page, 'shop-paper').getByText('58 毫米').click()
      await id(page, 'shop-open').click()
    },
  },
  {
    name: 'first-start-english',
    story: { phase: 'first-start' },
    small: true,
    play: async (page) => {
      await english(page)
      await id(page, 'open-own').click()
    },
  },
]

const shift: Scene[] = [
  {
    name: 'shift-open-empty',
    story: { phase: 'no-shift', operatorCode: '1001' },
    small: true,
    play: (page) => id(page, 'float').waitFor(),
  },
  {
    name: 'shift-open',
    story: { phase: 'no-shift', operatorCode: '1001' },
    play: (page) => id(page, 'float-300').click(),
  },
  {
    name: 'shift-confirm-day',
    story: { phase: 'no-shift', operatorCode: '1001' },
    small: true,
    play: async (page) => {
      await id(page, 'float').waitFor()
      await typeDigits(page, '999')
      await page.keyboard.press('Enter')
      await id(page, 'confirm-day').waitFor()
    },
  },
  {
    name: 'shift-close',
    story: { phase: 'selling', operatorCode: '1001' },
    play: async (page) => {
      await openMenu(page, 'close-shift')
      await countPieces(page, ['9', '6', '8', '4', '3'])
    },
  },
  {
    name: 'shift-close-idle',
    story: { phase: 'selling', operatorCode: '1001', empty: true },
    small: true,
    play: async (page) => {
      await openMenu(page, 'close-shift')
      await id(page, 'count-mode').click()
      await typeDigits(page, '300')
    },
  },
  {
    name: 'shift-close-ask',
    story: { phase: 'selling', operatorCode: '1001' },
    small: true,
    play: async (page) => {
      await openMenu(page, 'close-shift')
      await countPieces(page, ['9', '6', '8', '4', '3', '2', '1', '4'])
      await page.keyboard.press('Enter')
    },
  },
  ...(['short', 'even'] as const).map((kind) => ({
    name: `shift-closed-${kind}`,
    story: { phase: 'selling' as const, operatorCode: '1001' },
    small: true,
    play: async (page: Page) => {
      await openMenu(page, 'close-shift')
      await id(page, 'count-mode').click()
      await page.keyboard.type(kind === 'even' ? '1586.4' : '1580')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await id(page, 'confirm-close').waitFor()
      await page.keyboard.press('Enter')
      await id(page, 'shift-closed').waitFor()
    },
  })),
]

async function openMenu(page: Page, item: string): Promise<void> {
  await id(page, 'menu').click()
  await id(page, `menu-${item}`).click()
}

async function countPieces(page: Page, pieces: readonly string[]): Promise<void> {
  await id(page, 'count-10000').waitFor()
  for (const text of pieces) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

const receipts: Scene[] = [
  {
    name: 'receipts',
    story: { phase: 'selling', operatorCode: '1001' },
    play: async (page) => {
      await openMenu(page, 'receipts')
      await id(page, 'receipts-list').waitFor()
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('F8')
      await id(page, 'receipt-reprinted').waitFor()
    },
  },
  {
    name: 'receipts-unsure',
    story: { phase: 'selling', operatorCode: '1001', unsureJob: true },
    play: async (page) => {
      await openMenu(page, 'receipts')
      await id(page, 'print-jobs').waitFor()
      await id(page, 'receipt-picture').waitFor()
    },
  },
  {
    name: 'receipts-none',
    story: { phase: 'selling', operatorCode: '1001' },
    small: true,
    play: async (page) => {
      await openMenu(page, 'receipts')
      await id(page, 'receipts-list').waitFor()
      await page.keyboard.type('88-7777')
      await page.getByText('没有找到').waitFor()
    },
  },
  {
    name: 'receipts-empty-english',
    story: { phase: 'selling', operatorCode: '1001', empty: true },
    small: true,
    play: async (page) => {
      await english(page)
      await openMenu(page, 'receipts')
      await page.getByText('No receipts yet').waitFor()
    },
  },
]

const manager = { phase: 'selling', operatorCode: '9001' } as const

async function backOffice(page: Page, tab: string): Promise<void> {
  await openMenu(page, 'back-office')
  await id(page, `tab-${tab}`).click()
}

const PASTED = [
  '名称\t条码\t价格',
  '海盐卷\t6953187000021\t6.50',
  '开心果巴斯克\t6953187000991\t36.00',
  '鲜牛奶 950ml\t6923644266066\t十五块九',
  '每日坚果 25g\t6921168509256\t5.80',
  '桂花乌龙\t6953187001202\t16.00',
  '抹茶千层 8 寸\t6953187001219\t188.00',
].join('\n')

const office: Scene[] = [
  {
    name: 'office-products',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-BR001').waitFor()
    },
  },
  {
    name: 'office-products-empty',
    story: { ...manager, empty: true },
    small: true,
    play: (page) => backOffice(page, 'products'),
  },
  {
    name: 'office-product',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-BR002').click()
      await id(page, 'product-save').waitFor()
    },
  },
  {
    name: 'office-product-wrong',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-add').click()
      await id(page, 'product-barcode').fill('123')
      await id(page, 'product-price').fill('12,5')
      await id(page, 'product-save').click()
    },
  },
  {
    name: 'office-import',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-import').click()
    },
  },
  {
    name: 'office-import-rows',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-import').click()
      await id(page, 'import-text').fill(PASTED)
      await id(page, 'import-check').click()
      await id(page, 'import-filter').getByText('全部').click()
    },
  },
  {
    name: 'office-import-done',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'products')
      await id(page, 'product-import').click()
      await id(page, 'import-text').fill(PASTED)
      await id(page, 'import-check').click()
      await id(page, 'import-commit').click()
      await id(page, 'import-done').waitFor()
    },
  },
  { name: 'office-operators', story: manager, play: (page) => backOffice(page, 'operators') },
  {
    name: 'office-operator-add',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'operators')
      await id(page, 'operator-add').click()
      await id(page, 'operator-name').fill('孙雨桐')
      await id(page, 'operator-code').fill('1001')
      await id(page, 'operator-pin').fill('4826')
      await id(page, 'operator-pin-again').fill('4826')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'office-operator-pin',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'operators')
      await id(page, 'operator-pin-1002').click()
    },
  },
  { name: 'office-settings', story: manager, play: (page) => backOffice(page, 'settings') },
  {
    name: 'office-settings-money',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'settings')
      await id(page, 'settings-printer').getByText('网络打印机').click()
      await id(page, 'settings-wallet').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'office-english',
    story: manager,
    small: true,
    play: async (page) => {
      await english(page)
      await backOffice(page, 'settings')
    },
  },
]

async function newRule(page: Page, kind: string): Promise<void> {
  await backOffice(page, 'rules')
  await id(page, 'rule-new').click()
  await id(page, `kind-${kind}`).click()
  await id(page, 'rule-editor').waitFor()
}

async function choose(page: Page, field: string, text: string): Promise<void> {
  await id(page, field).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

const readBack = async (page: Page): Promise<void> => {
  await page.locator('[data-testid="rule-sentence"][data-fresh="true"]').waitFor()
}

const rules: Scene[] = [
  {
    name: 'rules-list',
    story: { ...manager, unknownRule: true },
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'rules-list').waitFor()
    },
  },
  {
    name: 'rules-menu',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'menu-PR-COFFEE-2ND').click()
      await id(page, 'action-end').waitFor()
    },
  },
  {
    name: 'rules-end',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'menu-PR-COFFEE-2ND').click()
      await id(page, 'action-end').click()
    },
  },
  { name: 'rules-empty', story: { ...manager, empty: true }, small: true, play: (page) => backOffice(page, 'rules') },
  {
    name: 'rules-kinds',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'rule-new').click()
      await id(page, 'kind-chooser').waitFor()
    },
  },
  {
    name: 'rules-calendar',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'rules-calendar').click()
      await id(page, 'calendar').waitFor()
    },
  },
  { name: 'rule-new', story: manager, small: true, play: (page) => newRule(page, 'promotion-nth') },
  {
    name: 'rule-nth',
    story: manager,
    play: async (page) => {
      await newRule(page, 'promotion-nth')
      await choose(page, 'rule-categories', '面包')
      await choose(page, 'rule-skus', 'CF001')
      await readBack(page)
    },
  },
  {
    name: 'rule-replay',
    story: manager,
    play: async (page) => {
      await newRule(page, 'promotion-nth')
      await choose(page, 'rule-categories', '面包')
      await readBack(page)
      await id(page, 'replay-start').click()
      await id(page, 'replay-result').waitFor()
      await id(page, 'replay-result').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'rule-replay-running',
    story: manager,
    small: true,
    play: async (page) => {
      await newRule(page, 'promotion-nth')
      await choose(page, 'rule-categories', '面包')
      await readBack(page)
      await id(page, 'replay-start').click()
      await id(page, 'replay-count').waitFor()
    },
  },
  {
    name: 'rule-wrong',
    story: manager,
    small: true,
    play: async (page) => {
      await newRule(page, 'promotion-amountOff')
      await id(page, 'rule-steps[0].at').fill('一百')
      await id(page, 'rule-publish').click()
    },
  },
  {
    name: 'rule-free',
    story: manager,
    small: true,
    play: async (page) => {
      await newRule(page, 'promotion-amountOff')
      await id(page, 'rule-steps[0].at').fill('10')
      await id(page, 'rule-steps[0].off').fill('10')
      await readBack(page)
      await id(page, 'rule-publish').click()
    },
  },
  {
    name: 'rule-when',
    story: manager,
    play: async (page) => {
      await newRule(page, 'promotion-amountOff')
      await id(page, 'rule-steps[0].at').fill('80')
      await id(page, 'rule-steps[0].off').fill('8')
      await id(page, 'rule-add-step').click()
      await id(page, 'rule-steps[1].at').fill('160')
      await id(page, 'rule-steps[1].off').fill('20')
      await id(page, 'who-these').click()
      await id(page, 'weekdays-these').click()
      await id(page, 'weekday-6').click()
      await id(page, 'weekday-7').click()
      await id(page, 'hours-these').click()
      await id(page, 'rule-more').click()
      await id(page, 'when-card').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'rule-days',
    story: manager,
    small: true,
    play: async (page) => {
      await newRule(page, 'promotion-percent')
      await id(page, 'rule-rate').fill('8.8')
      await choose(page, 'rule-categories', '茶饮')
      await id(page, 'rule-from').fill('11-28')
      await id(page, 'when-card').getByRole('button', { name: '打开月历' }).last().click()
      await id(page, 'month-grid').waitFor()
    },
  },
  {
    name: 'rule-coupon',
    story: manager,
    small: true,
    play: async (page) => {
      await newRule(page, 'coupon-template-orderRate')
      await id(page, 'rule-rate').fill('8.8')
      await id(page, 'rule-more').click()
      await id(page, 'rule-stackable').scrollIntoViewIfNeeded()
      await readBack(page)
    },
  },
  {
    name: 'rule-edit',
    story: manager,
    small: true,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'open-PR-100-10').click()
      await readBack(page)
    },
  },
  {
    name: 'rules-versions',
    story: manager,
    play: async (page) => {
      await backOffice(page, 'rules')
      await id(page, 'menu-PR-COFFEE-2ND').click()
      await id(page, 'action-versions').click()
      await id(page, 'version-1').waitFor()
    },
  },
  {
    name: 'rules-english',
    story: manager,
    small: true,
    play: async (page) => {
      await english(page)
      await backOffice(page, 'rules')
    },
  },
  {
    name: 'rule-english',
    story: manager,
    small: true,
    play: async (page) => {
      await english(page)
      await newRule(page, 'promotion-nth')
    },
  },
]

export const scenes: readonly Scene[] = [...signIn, ...firstStart, ...shift, ...receipts, ...office, ...rules]
