/**
 * What main, preload and page say to each other before they have a port. Every request carries a mark of the asker's
 * own, and its answer the same, so that two askers never take each other's port. renderer/connection/port.ts says the
 * same words.
 */

/** ipc: preload asks main for a port with the mark; main answers on the same channel with the mark and the port. */
export const PORT_CHANNEL = 'till:port'
/** window message of the page, followed by its mark */
export const PORT_REQUEST = 'till:want-port:'
/** window message of the preload, followed by the mark; the port is its transferred port */
export const PORT_OFFER = 'till:your-port:'

/** The mark of a request, if this is one. */
export function markOf(message: unknown): string | undefined {
  return typeof message === 'string' ? /^till:want-port:([\w-]{1,64})$/.exec(message)?.[1] : undefined
}

export const isMark = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
