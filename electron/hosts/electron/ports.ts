/**
 * Hands the page a port to the till whenever it asks. A port ends with the page that got it, and its streams with the
 * port. Only the top frame of our window, showing our page, is answered.
 */
import { type BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain } from 'electron'
import { isOwnPage } from './lockdown.ts'
import { isMark, PORT_CHANNEL } from './port-messages.ts'
import type { ServedTill } from './till-core.ts'

/** `till` answers undefined where the till did not open; the page is gone by then. */
export function offerPorts(window: BrowserWindow, till: () => Promise<ServedTill | undefined>): void {
  const answer = async (event: IpcMainEvent, mark: unknown): Promise<void> => {
    if (!isMark(mark) || !isOurPage(window, event)) return
    const served = await till()
    if (served === undefined || window.isDestroyed() || !isOurPage(window, event)) return
    const { port1, port2 } = new MessageChannelMain()
    served.serve(port2)
    window.webContents.postMessage(PORT_CHANNEL, mark, [port1])
  }
  ipcMain.on(PORT_CHANNEL, (event, mark: unknown) => void answer(event, mark))
}

function isOurPage(window: BrowserWindow, event: IpcMainEvent): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false
  const frame = event.senderFrame
  return frame !== null && frame === window.webContents.mainFrame && isOwnPage(frame.url)
}
