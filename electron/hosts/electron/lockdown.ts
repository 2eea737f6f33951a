/**
 * What no page in any window may do: leave the till's page, open windows, embed others, ask for devices or permissions,
 * load from elsewhere, download what the page has not made itself. Holds for every web contents there ever is, not only
 * for the window that we make.
 */
import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN, TILL_PAGE } from './app-protocol.ts'

export function lockEveryContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (url !== TILL_PAGE) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== TILL_PAGE) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export function isOwnPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}

const isOwnFile = (url: string): boolean => url.startsWith('blob:') && isOwnPage(url.slice('blob:'.length))

/** DevTools exist only in a build that is not packaged; images may be written out in the page. */
const INNER_SCHEMES = ['devtools:', 'data:', 'blob:']

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // a file that the page itself has made (an export, the errors of an import) may be kept; the user is asked where
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, decide) => {
    const inner = INNER_SCHEMES.some((scheme) => details.url.startsWith(scheme))
    decide({ cancel: !inner && !isOwnPage(details.url) })
  })
  session.setSpellCheckerEnabled(false)
}
