/**
 * The line of Electron's window. The page asks its preload script, which asks main; main opens the till at the first
 * request and not before, so the request waits until this page has painted.
 */
import { RPCLink } from '@orpc/client/message-port'

/** As in electron/hosts/electron/port-messages.ts. */
export const PORT_REQUEST = 'till:want-port:'
export const PORT_OFFER = 'till:your-port:'

/** A window that is covered or minimised paints nothing; it asks after this time all the same. */
const PAINT_TIMEOUT_MS = 250

let open: MessagePort | undefined

export async function openPort(): Promise<RPCLink<Record<never, never>>> {
  await painted()
  const port = await askForPort()
  open?.close()
  open = port
  const link = new RPCLink({ port })
  port.start()
  return link
}

// A page that goes away with a stream open over its port takes an older Chromium down with it.
addEventListener('pagehide', () => open?.close())

function askForPort(): Promise<MessagePort> {
  const mark = crypto.randomUUID()
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const [port] = event.ports
      if (event.source !== window || event.data !== `${PORT_OFFER}${mark}` || port === undefined) return
      removeEventListener('message', take)
      resolve(port)
    }
    addEventListener('message', take)
    postMessage(`${PORT_REQUEST}${mark}`, location.origin)
  })
}

/** Resolves in the task after the next frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_TIMEOUT_MS)
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })
}
