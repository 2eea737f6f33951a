/**
 * The only script that sees both Electron and the page. It hands the page a port to the till and nothing else: no
 * function, no object of Electron's. Ports cannot cross contextBridge, so they travel by window.postMessage.
 */
import { ipcRenderer } from 'electron'
import { isMark, markOf, PORT_CHANNEL, PORT_OFFER } from './hosts/electron/port-messages.ts'

window.addEventListener('message', (event) => {
  const mark = markOf(event.data)
  if (event.source === window && event.origin === location.origin && mark !== undefined) {
    ipcRenderer.send(PORT_CHANNEL, mark)
  }
})

ipcRenderer.on(PORT_CHANNEL, (event, mark: unknown) => {
  if (isMark(mark)) window.postMessage(`${PORT_OFFER}${mark}`, location.origin, event.ports)
})
