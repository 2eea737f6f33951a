/**
 * Orders that wait for their top-up: written in the top-up's commit, taken up after a restart, forgotten when the order is
 * sold or put away. No facts: the sale itself says what was sold.
 */
import type { Store } from './open-store.ts'
import { preparedUpsert } from './prepared.ts'
import { waitingOrders } from './schema.ts'
import { unlessDiskFails } from './sqlite-errors.ts'

export type WaitingOrder = typeof waitingOrders.$inferSelect

export interface WaitingOrderStore {
  /** the last one that waits */
  last(): WaitingOrder | undefined
  /** inside a commit; the one that waited before is forgotten: a till has one order at a time */
  put(order: WaitingOrder): void
  /** inside a commit */
  forget(orderId: string): void
  /** by itself; on a disk that fails the order comes back once more after a restart */
  putAway(orderId: string): void
}

export function createWaitingOrderStore(store: Store): WaitingOrderStore {
  const { sqlite, orm } = store
  const find = sqlite.prepare<[], WaitingOrder>(
    'SELECT order_id AS orderId, seq, draft FROM waiting_orders ORDER BY seq DESC LIMIT 1',
  )
  const upsert = preparedUpsert(orm, waitingOrders, [waitingOrders.orderId])
  const remove = sqlite.prepare('DELETE FROM waiting_orders WHERE order_id = ?')
  const removeOthers = sqlite.prepare('DELETE FROM waiting_orders WHERE order_id <> ?')
  return {
    last: () => find.get(),
    put: (order) => {
      removeOthers.run(order.orderId)
      upsert(order)
    },
    forget: (orderId) => void remove.run(orderId),
    putAway: (orderId) => void unlessDiskFails(store.folder, () => void remove.run(orderId)),
  }
}
