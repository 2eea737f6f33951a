/** What main, preload and page say to each other before they have a port. renderer/connection/port.ts says the same. */

/** ipc: preload asks for a port (no payload); main answers on the same channel with one. */
export const PORT_CHANNEL = 'till:port'
/** window message: the page asks the preload */
export const PORT_REQUEST = 'till:want-port'
/** window message: the preload hands the port over, as its transferred port */
export const PORT_OFFER = 'till:your-port'
