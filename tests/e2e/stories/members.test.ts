/**
 * A member's life at the till: registered in the middle of a sale, found again by pinyin, looked after on the page, a card
 * that is lost, refused, and replaced; two files of one person become one. With pictures of every state at both sizes.
 */
import { v7 as newId } from 'uuid'
import { test } from 'vitest'
import { memberCardNumber } from '../../../shared/domain/member/card-number.ts'
import { openTillPage, type TillPage } from '../till-page.ts'
import {
  CHEN_JINGYI,
  expectNoErrors,
  LI_XIAOMEI,
  seen,
  seenScreen,
  seenSentence,
  signInBeside,
  tap,
} from './steps/cashier.ts'
import { cardOf } from './steps/demo-goods.ts'
import { press, scan, type } from './steps/keyboard.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

async function take(till: TillPage, name: string): Promise<void> {
  for (const size of SIZES) {
    await till.resize(size)
    await till.page.waitForTimeout(250)
    await till.picture(`${name}-${size.width}`)
  }
}

async function openTill(): Promise<TillPage> {
  const till = await openTillPage()
  await seen(till, 'operator-1001')
  await signInBeside(till, LI_XIAOMEI)
  await seen(till, 'shift-open')
  await till.client.shift.open({ commandId: newId(), shiftId: newId(), floatFen: 30_000 })
  await seenScreen(till, 'basket')
  return till
}

async function openMembers(till: TillPage, query: string): Promise<void> {
  await tap(till, 'menu')
  await tap(till, 'menu-members')
  await seen(till, 'members-screen')
  await till.page.getByTestId('members-query').fill(query)
}

const blank = (serial: number): string => memberCardNumber(serial) ?? blank(serial + 1)

test('registered in the middle of a sale, then looked after', async () => {
  const till = await openTill()
  await seen(till, 'product-BR001')
  await tap(till, 'product-BR001')
  await press(till, 'F2')
  await type(till, '1381234567')
  await tap(till, 'member-register')
  await seen(till, 'register-form')
  await till.page.getByTestId('register-name').fill('阿卜杜外力·买买提吐尔逊江汗')
  await tap(till, 'register-do')
  await seenSentence(till, /10 位/)
  await till.page.getByTestId('register-phone').fill('13812345670')
  await till.page.getByText('空白卡').first().click()
  await till.page.getByTestId('register-blank').fill(cardOf('王雅婷'))
  await tap(till, 'register-do')
  await seenSentence(till, /已经属于/)
  await take(till, 'register-card-taken')
  await till.page.getByTestId('register-blank').fill(blank(321))
  await tap(till, 'register-do')
  await till.page.locator('[data-testid="member-panel"][data-tier]').waitFor()
  await take(till, 'registered-on-ticket')

  await openMembers(till, 'abuduwaili')
  await till.page.getByTestId('members-list').getByText('阿卜杜外力·买买提吐尔逊江汗').waitFor()
  await press(till, 'Enter')
  await seen(till, 'member-page')
  await take(till, 'member-new')
  await tap(till, 'member-reveal')
  await tap(till, 'reveal-call')
  await till.page.getByText('13812345670').waitFor()
  await till.page.getByTestId('note-follow-up').click()
  await till.page.getByTestId('note-text').fill('问问新出的全麦面包合不合口味')
  await till.page.getByTestId('note-day').fill('2030-01-01')
  await tap(till, 'note-add')
  await till.page.getByTestId('member-notes').getByText('问问新出的全麦面包').waitFor()
  await tap(till, 'member-edit')
  await till.page.getByTestId('edit-birthday').fill('02-30')
  await tap(till, 'edit-save')
  await seenSentence(till, /没有这一天/)
  await take(till, 'member-edit')
  await till.page.getByTestId('edit-birthday').fill('8-15')
  await till.page.getByTestId('edit-tags').fill('爱吃全麦 常客')
  await tap(till, 'edit-save')
  await till.page.getByText('爱吃全麦').waitFor()
  expectNoErrors(till)
})

test('a lost card is refused, replaced, and the new one leads to the same account', async () => {
  const till = await openTill()
  await openMembers(till, '王雅婷')
  await till.page.getByTestId('members-list').getByText('王雅婷').first().waitFor()
  await press(till, 'Enter')
  await seen(till, 'member-page')
  await take(till, 'member-page')
  const card = cardOf('王雅婷')
  const tail = card.slice(-4)
  await tap(till, `card-lose-${tail}`)
  await take(till, 'card-why')
  await tap(till, 'why-customer')
  await till.page.locator(`[data-testid="card-${tail}"][data-status="lost"]`).waitFor()
  await tap(till, 'members-back')
  await seenScreen(till, 'basket')
  await scan(till, card)
  await seenSentence(till, /已挂失/)
  await openMembers(till, 'wangyating')
  await till.page.getByTestId('members-list').getByText('王雅婷').first().click()
  await seen(till, 'member-page')
  await tap(till, `card-find-${tail}`)
  await tap(till, 'why-mistake')
  await seen(till, 'approval-pane')
  await take(till, 'card-approval')
  await till.page.getByTestId(`approver-${CHEN_JINGYI.code}`).click()
  await press(till, 'Escape')
  await tap(till, `card-replace-${tail}`)
  await tap(till, 'why-customer')
  await till.page.getByTestId('blank-card').fill(blank(654))
  await tap(till, 'blank-bind')
  await till.page.locator(`[data-testid="card-${tail}"][data-status="closed"]`).waitFor()
  await take(till, 'card-replaced')
  await tap(till, 'members-back')
  await scan(till, blank(654))
  await till.page.getByTestId('member-panel').getByText('王雅婷').waitFor()
  expectNoErrors(till)
})

test('nobody found, many found, follow-ups, and two files that become one', async () => {
  const till = await openTill()
  await openMembers(till, '')
  await take(till, 'members-empty')
  await till.page.getByTestId('members-query').fill('没有这个人')
  await till.page.getByText('登记为新会员').waitFor()
  await take(till, 'members-none')
  await till.page.getByTestId('members-query').fill('wang')
  await till.page.getByTestId('members-list').locator('button').nth(8).waitFor()
  await take(till, 'members-many')
  const twin = newId()
  await till.client.members.register({
    commandId: newId(),
    memberId: twin,
    phone: '13799990000',
    name: '王雅婷',
    consent: true,
    card: 'new',
    otherPerson: true,
  })
  await till.page.getByTestId('members-query').fill('王雅婷')
  await till.page.getByTestId('members-list').locator('button').first().click()
  await seen(till, 'member-twins')
  await take(till, 'member-twins')
  expectNoErrors(till)
})
