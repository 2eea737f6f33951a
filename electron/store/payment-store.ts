/**
 * Payments at a terminal: each thing that happened to an attempt is an event; what is still open is kept beside it, with
 * the order as it stood, so that a payment whose outcome is unknown is asked again after any restart.
 */
import type { Store } from './open-store.ts'
import { preparedInsert, preparedUpsert } from './prepared.ts'
import { openPayments, paymentEvents } from './schema.ts'

/** asked and unknown: the terminal has not said; approved: paid but not yet in a sale; void-asked: being taken back */
export type OpenPaymentState = 'asked' | 'unknown' | 'approved' | 'void-asked'
export type PaymentEventKind = OpenPaymentState | 'declined' | 'voided' | 'void-failed'
export type PaymentEvent = Omit<typeof paymentEvents.$inferSelect, 'kind'> & { readonly kind: PaymentEventKind }
export type OpenPayment = Omit<typeof openPayments.$inferSelect, 'state'> & { readonly state: OpenPaymentState }

export interface PaymentStore {
  open(): OpenPayment[]
  byId(attemptId: string): OpenPayment | undefined
  putEvent(event: PaymentEvent): void
  putOpen(payment: OpenPayment): void
  setState(attemptId: string, state: OpenPaymentState): void
  close(attemptId: string): void
}

export function createPaymentStore(store: Store): PaymentStore {
  const { sqlite, orm } = store
  const columns =
    'attempt_id AS attemptId, order_id AS orderId, state, amount_fen AS amountFen, asked_at AS askedAt, wallet, draft'
  const findOpen = sqlite.prepare<[], OpenPayment>(`SELECT ${columns} FROM open_payments ORDER BY attempt_id`)
  const findById = sqlite.prepare<[string], OpenPayment>(`SELECT ${columns} FROM open_payments WHERE attempt_id = ?`)
  const update = sqlite.prepare('UPDATE open_payments SET state = ? WHERE attempt_id = ?')
  const remove = sqlite.prepare('DELETE FROM open_payments WHERE attempt_id = ?')
  return {
    open: () => findOpen.all(),
    byId: (attemptId) => findById.get(attemptId),
    putEvent: preparedInsert(orm, paymentEvents),
    putOpen: preparedUpsert(orm, openPayments, [openPayments.attemptId]),
    setState: (attemptId, state) => {
      if (update.run(state, attemptId).changes !== 1) throw new Error('no such open payment')
    },
    close: (attemptId) => void remove.run(attemptId),
  }
}
