/**
 * The only script that sees both Electron and the page. It hands the page a port to the till and nothing else: no
 * function, no object of Electron's. Ports cannot cross contextBridge, so they travel by window.postMessage.
 */
import { ipcRenderer } from 'electron'
import { PORT_CHANNEL, PORT_OFFER, PORT_REQUEST } from './hosts/electron/port-messages.ts'

window.addEventListener('message', (event) => {
  if (event.source === window && event.origin === location.origin && event.data === PORT_REQUEST) {
    ipcRenderer.send(PORT_CHANNEL)
  }
})

ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage(PORT_OFFER, location.origin, event.ports)
})
