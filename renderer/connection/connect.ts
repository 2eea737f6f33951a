/**
 * One line from this page to the till: a MessagePort in Electron's window, a WebSocket in a browser. A client holds
 * as long as its line; when the line breaks, running calls and streams fail, and whoever wants to go on connects anew.
 */
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/contract.ts'
import { openPort } from './port.ts'
import { openSocket } from './socket.ts'

/** Rejects where no line can be had now (try again later); TokenRefused where trying again is of no use. */
export async function connect(): Promise<ContractRouterClient<Contract>> {
  const link = location.protocol === 'app:' ? await openPort() : await openSocket()
  return createORPCClient(link)
}
