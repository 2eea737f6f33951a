/**
 * The built pages as both hosts hand them out. Only files that were there when the folder was read can be asked for,
 * by exactly the path that they have: no path of a request ever reaches the file system, so none can leave the folder.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { contentSecurityPolicy, securityHeaders } from './content-security-policy.ts'

export interface PageAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array
}

export interface Pages {
  /** the answer to a path as it stands in the URL, '/' meaning the page itself */
  answer(pathname: string, socket?: string): PageAnswer
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

/** Written into the pages by the build (vite.config.ts); each page that goes out carries a value of its own. */
const STYLE_NONCE = '__STYLE_NONCE__'

/** Reads the list of files under `folder`. Throws where the folder or its index.html is missing. */
export function readPages(folder: string): Pages {
  const files = new Map(filesUnder(folder, '').map((path) => [path, join(folder, path)]))
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  return {
    answer(pathname, socket) {
      if (pathname === '/' || pathname === '/index.html') return htmlAnswer(index, 200, socket)
      const file = files.get(pathname)
      const type = file === undefined ? undefined : CONTENT_TYPES[extname(file)]
      if (file === undefined || type === undefined) return missing()
      const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return {
        status: 200,
        headers: { ...securityHeaders, 'content-type': type, 'cache-control': cache },
        body: readFileSync(file),
      }
    },
  }
}

/** A page with the policy and the nonce that it may use. */
export function htmlAnswer(html: string, status: number, socket?: string): PageAnswer {
  const styleNonce = randomBytes(18).toString('base64url')
  return {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy({ styleNonce, ...(socket === undefined ? {} : { socket }) }),
    },
    body: html.replaceAll(STYLE_NONCE, styleNonce),
  }
}

const missing = (): PageAnswer => ({
  status: 404,
  headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: '没有这个页面 / No such page\n',
})

function filesUnder(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(folder, below)
    return entry.isFile() ? [below] : []
  })
}
