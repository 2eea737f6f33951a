/**
 * The commands of the sell screen: send, show the answer, say what was refused. Each answers true where it was done.
 * A payment code is an argument on its way to the core and is kept nowhere.
 */
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { TillView } from '../../shared/contract/till.ts'
import { play } from '../sound/sounds.ts'
import { applyTill, tillNow } from '../state/app-store.ts'
import type { Client } from '../state/client.ts'
import { type Outcome, run, runTill } from '../state/run.ts'
import { BROWSE, openPane, say, useSellUi } from './sell-ui.ts'

export interface OrderCommand {
  readonly commandId: string
  readonly orderId: string
}

/** A command's outcome, and the notice that stood on the screen when it was sent. */
export type Sent = Outcome<TillView> & { readonly noticeBefore: number | null }

/** Sends a command that answers with the basket. */
export async function sendTill(command: (client: Client, commandId: string) => Promise<TillView>): Promise<Sent> {
  const noticeBefore = tillNow()?.notice?.id ?? null
  return { ...(await runTill(command)), noticeBefore }
}

/** Sends a command about the order that is shown; null where there is none. */
export async function runOrder(
  command: (client: Client, order: OrderCommand) => Promise<TillView>,
): Promise<Sent | null> {
  const till = tillNow()
  if (till === null) return null
  const { orderId } = till
  return sendTill((client, commandId) => command(client, { commandId, orderId }))
}

/** Like runOrder; a refusal is said on the ticket. True where it was done. */
export async function order(command: (client: Client, order: OrderCommand) => Promise<TillView>): Promise<boolean> {
  const outcome = await runOrder(command)
  if (outcome === null) return false
  return settle(outcome)
}

/** Says a refusal, or clears the sentence that stood there. True where the outcome is good. */
export function settle(sent: Sent): boolean {
  if (sent.ok) {
    const ui = useSellUi.getState()
    const readNotice = readAfter(sent.value, sent.noticeBefore)
    if (ui.sentence !== null || ui.readNotice !== readNotice) useSellUi.setState({ sentence: null, readNotice })
    return true
  }
  refused(sent.refusal)
  return false
}

/** A success answers the notice that was there before it; one that it brings itself is shown, and heard. */
function readAfter(till: TillView, noticeBefore: number | null): number | null {
  const notice = till.notice?.id ?? null
  if (notice !== null && notice !== noticeBefore) play('unknown')
  return notice === noticeBefore ? notice : null
}

function refused(refusal: Refusal): void {
  say({ kind: 'refusal', refusal })
  play('unknown')
}

/** What a payment code looks like: WeChat Pay 10–15, Alipay 25–30, of 16 to 24 digits. The core decides. */
const PAYMENT_CODE = /^(?:1[0-5]|2[5-9]|30)\d{14,22}$/

/** Whatever a scanner read, wherever the focus was. */
export async function scan(code: string): Promise<void> {
  const { mobileAmountFen: amountFen, pane } = useSellUi.getState()
  if (pane.kind === 'register') {
    openPane({ ...pane, card: code })
    return
  }
  if (tillNow()?.screen === 'pay' && amountFen !== null && PAYMENT_CODE.test(code)) {
    await payMobile(code, amountFen)
    return
  }
  const noticeBefore = tillNow()?.notice?.id ?? null
  const outcome = await run((client, commandId) => client.till.scan({ commandId, code }))
  if (!outcome.ok) {
    refused(outcome.refusal)
    return
  }
  const { kind, unknownCode, till } = outcome.value
  applyTill(till)
  if (kind === 'unknown' && unknownCode !== null && /^\d{5,14}$/.test(unknownCode) && till.screen === 'basket') {
    play('unknown')
    openPane({ kind: 'add-now', barcode: unknownCode })
    useSellUi.setState({ readNotice: till.notice?.id ?? null })
    return
  }
  const good = kind === 'goods' || kind === 'member' || kind === 'coupon' || kind === 'payment'
  play(good ? 'found' : 'unknown')
  if (good) {
    useSellUi.setState({ sentence: null, readNotice: readAfter(till, noticeBefore), pane: BROWSE, query: '' })
  } else {
    const refusal = till.notice?.refusal ?? { code: 'code-unknown', params: {} }
    useSellUi.setState({ sentence: { kind: 'refusal', refusal }, readNotice: till.notice?.id ?? null })
  }
}

/** Pays `amountFen`, or the rest, by the customer's code. */
export async function payMobile(paymentCode: string, amountFen: number | null): Promise<boolean> {
  const paid = await order((client, of) =>
    client.till.payMobile({ ...of, paymentCode, ...(amountFen === null ? {} : { amountFen }) }),
  )
  if (paid) useSellUi.setState({ mobileAmountFen: null })
  return paid
}

export function addProduct(sku: string, extra: { qty?: number; priceFen?: number } = {}): Promise<boolean> {
  return sendTill((client, commandId) => client.till.add({ commandId, sku, ...extra })).then((outcome) => {
    if (outcome.ok) play('found')
    return settle(outcome)
  })
}

export async function selectLine(line: string): Promise<void> {
  settle(await sendTill((client) => client.till.select({ line })))
}

export const removeLine = (line: string): Promise<boolean> =>
  order((client, of) => client.till.removeLine({ ...of, line }))

export const setQuantity = (line: string, qty: number): Promise<boolean> =>
  order((client, of) => client.till.setQuantity({ ...of, line, qty }))

export const beginPay = (): Promise<boolean> => order((client, of) => client.till.beginPay(of))

export async function backToBasket(): Promise<boolean> {
  const back = await order((client, of) => client.till.backToBasket(of))
  if (back) useSellUi.setState({ mobileAmountFen: null })
  return back
}

let completing = false

/** Completes the sale. A second press while the first is on its way does nothing; the order id anchors it in the core. */
export async function complete(): Promise<boolean> {
  if (completing) return false
  completing = true
  try {
    const done = await order((client, of) => client.till.complete(of))
    if (done) {
      play('paid')
      useSellUi.setState({ lastDone: tillNow()?.done ?? null, pane: BROWSE, query: '', mobileAmountFen: null })
    }
    return done
  } finally {
    completing = false
  }
}

export async function nextCustomer(): Promise<boolean> {
  return settle(await sendTill((client, commandId) => client.till.next({ commandId })))
}
