/**
 * app://till, the address of our pages: the built files and nothing else of this machine (see ../pages.ts). The scheme
 * has an origin of its own, so that pages have storage, modules and a policy as on a web server.
 */
import { protocol, type Session } from 'electron'
import { htmlAnswer, type PageAnswer, type Pages } from '../pages.ts'

const SCHEME = 'app'
const HOST = 'till'
export const APP_ORIGIN = `${SCHEME}://${HOST}`
export const TILL_PAGE = `${APP_ORIGIN}/`
/** Shows the message that was set last; the till's own page never leads here. */
export const MESSAGE_PAGE = `${APP_ORIGIN}/message`

/** Before the app is ready. */
export function claimAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** `pages` is read at the first request; `message` gives the HTML of the message page. */
export function serveAppScheme(
  session: Session,
  { pages, message }: { pages: () => Pages; message: () => string },
): void {
  session.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.host !== HOST) return toResponse({ status: 403, headers: {}, body: '' })
    if (url.pathname === new URL(MESSAGE_PAGE).pathname) return toResponse(htmlAnswer(message(), 200))
    return toResponse(pages().answer(url.pathname))
  })
}

function toResponse({ status, headers, body }: PageAnswer): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
}
