/**
 * Which names this server answers to. A page elsewhere can make a name of its own point at 127.0.0.1 (DNS rebinding)
 * and can send requests here; both show in Host and Origin, and both are refused.
 */
import type { IncomingMessage } from 'node:http'

const hosts = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return hosts(port).includes(request.headers.host ?? '')
}

/** No Origin at all is a program of this machine; a page always sends one with a call. */
export function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers
  return origin === undefined || hosts(port).some((host) => origin === `http://${host}`)
}

/** The path of a request, decoded by nobody; undefined where the request line holds none of ours. */
export function pathOf(request: IncomingMessage): string | undefined {
  if (request.url === undefined || !request.url.startsWith('/')) return undefined
  try {
    // Appended, not resolved: '//name' would be taken for another host.
    return new URL(`http://till${request.url}`).pathname
  } catch {
    return undefined
  }
}
