/** What a cashier does and sees at the till, the same in every story. Everything waits for what it caused. */
import { expect } from 'vitest'
import { v7 as newId } from 'uuid'
import type { TillView } from '../../../../shared/contract/till.ts'
import type { TillPage } from '../../till-page.ts'
import { press, type } from './keyboard.ts'

export interface Person {
  readonly code: string
  readonly pin: string
}

export const LI_XIAOMEI: Person = { code: '1001', pin: '100188' }
export const CHEN_JINGYI: Person = { code: '2001', pin: '200188' }
export const ZHOU_MINGYUAN: Person = { code: '9001', pin: '900188' }

export const seen = (till: TillPage, testId: string): Promise<void> => till.page.getByTestId(testId).waitFor()

export const tap = (till: TillPage, testId: string): Promise<void> => till.page.getByTestId(testId).click()

/** Waits until an amount on the screen is this many fen. */
export const seenFen = (till: TillPage, testId: string, fen: number): Promise<void> =>
  till.page.locator(`[data-testid="${testId}"][data-fen="${fen}"]`).waitFor()

/** Waits for a sentence about what is wrong. */
export const seenSentence = (till: TillPage, sentence: string | RegExp): Promise<void> =>
  till.page.getByRole('alert').filter({ hasText: sentence }).first().waitFor()

/** Waits until the ticket's line shows this product, counted from 1. */
export const seenLine = (till: TillPage, number: number, sku: string): Promise<void> =>
  till.page.locator(`[data-testid="line-${number}"][data-sku="${sku}"]`).waitFor()

export const seenScreen = (till: TillPage, screen: TillView['screen']): Promise<void> =>
  till.page.locator(`[data-testid="sell-screen"][data-screen="${screen}"]`).waitFor()

/** The words of a part of the screen, without spaces. */
export async function wordsOf(till: TillPage, testId: string): Promise<string> {
  return (await till.page.getByTestId(testId).innerText()).replaceAll(/\s/g, '')
}

/** Where a key would go now: the test id, role or tag of what has the focus; 'body' where it is lost. */
export function focused(till: TillPage): Promise<string> {
  return till.page.evaluate(() => {
    const active = document.activeElement
    if (active === null || active === document.body) return 'body'
    return active.getAttribute('data-testid') ?? active.getAttribute('aria-label') ?? active.tagName.toLowerCase()
  })
}

/** Signs in at the sign-in screen, with keys only. */
export async function signIn(till: TillPage, { code, pin }: Person): Promise<void> {
  await seen(till, `operator-${code}`)
  await type(till, code)
  await seen(till, 'pin-pad')
  await type(till, pin)
  await press(till, 'Enter')
  await seen(till, 'operator')
}

/** Opens the shift with `yuan` in the drawer, with keys only. */
export async function openShift(till: TillPage, yuan: string): Promise<void> {
  await seen(till, 'shift-open')
  await type(till, yuan)
  await press(till, 'Enter')
  await seenScreen(till, 'basket')
}

/** Beside the page: somebody is signed in and a shift with ¥300 is open, for stories that begin at the basket. */
export async function atWork(till: TillPage, person: Person = LI_XIAOMEI): Promise<void> {
  await signInBeside(till, person)
  const { phase } = await till.client.app.view()
  if (phase === 'no-shift') {
    await till.client.shift.open({ commandId: newId(), shiftId: newId(), floatFen: 30_000 })
  }
  await seenScreen(till, 'basket')
}

export async function signInBeside(till: TillPage, { code, pin }: Person): Promise<void> {
  await seen(till, `operator-${code}`)
  const operator = (await till.client.session.operators()).find((one) => one.code === code)
  if (operator === undefined) throw new Error(`nobody has the code ${code}`)
  await till.client.session.signIn({ commandId: newId(), operatorId: operator.operatorId, pin })
  await seen(till, 'operator')
}

/** What the core knows of the order. */
export const order = (till: TillPage): Promise<TillView> => till.client.till.view()

/** The receipts of the day, newest first. */
export const receipts = (till: TillPage) => till.client.receipts.recent({ query: '', limit: 30 })

/** Nothing went wrong in the page since it was opened. */
export function expectNoErrors(till: TillPage): void {
  expect(till.errors).toEqual([])
}
