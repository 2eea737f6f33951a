/**
 * The line of a browser. The token comes in the address's fragment when the till is opened; it is taken out of the
 * address bar at once and kept for this tab alone, so that a reload works and a copied address gives nothing away.
 */
import { RPCLink } from '@orpc/client/websocket'

/** As in electron/hosts/browser/rpc-socket.ts. */
export const SOCKET_PROTOCOL = 'zhanggui.v1'
export const TOKEN_PREFIX = 'token.'
export const SOCKET_PATH = '/rpc'

const TOKEN_KEY = 'zhanggui.token'

/** The till was started anew or this address never had its token: only the address it printed helps. */
export class TokenRefused extends Error {
  constructor() {
    super('the till does not know the token of this page')
    this.name = 'TokenRefused'
  }
}

export async function openSocket(): Promise<RPCLink<Record<never, never>>> {
  const token = takeToken()
  if (token === null) throw new TokenRefused()
  const websocket = new WebSocket(`ws://${location.host}${SOCKET_PATH}`, [SOCKET_PROTOCOL, `${TOKEN_PREFIX}${token}`])
  const link = new RPCLink({ websocket })
  if (await opens(websocket)) return link
  // A browser does not say why a socket was refused; the same question as a call tells.
  const answer = await fetch('/api/app/about', { headers: { authorization: `Bearer ${token}` } })
  throw answer.status === 401 ? new TokenRefused() : new Error('the till does not answer')
}

function opens(websocket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    websocket.addEventListener('open', () => resolve(true), { once: true })
    websocket.addEventListener('close', () => resolve(false), { once: true })
  })
}

function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given)
    history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  }
  return sessionStorage.getItem(TOKEN_KEY)
}
