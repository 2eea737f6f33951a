/** Errors of the HTTP host itself, in the shape that the till's own errors have: {defined, code, status, message, data}. */
import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../content-security-policy.ts'

const ERRORS = {
  BAD_REQUEST: { status: 400, message: '请求读不懂 / The request cannot be read' },
  UNAUTHORIZED: {
    status: 401,
    message: '请带上启动时给出的令牌 / Send the token that was printed at the start as Authorization: Bearer',
  },
  FORBIDDEN: { status: 403, message: '只接受本机页面的请求 / Only pages of this till may call it' },
  NOT_FOUND: { status: 404, message: '没有这个接口 / No such call' },
  METHOD_NOT_SUPPORTED: { status: 405, message: '这里只能读取 / This can only be read' },
  PAYLOAD_TOO_LARGE: { status: 413, message: '内容太大 / The body is too large' },
  INTERNAL_SERVER_ERROR: { status: 500, message: '掌柜内部出错，请重试 / The till failed inside; try again' },
} as const

export type HostError = keyof typeof ERRORS

export function sendError(response: ServerResponse, code: HostError): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { status, message } = ERRORS[code]
  const body = JSON.stringify({ defined: false, code, status, message, data: null })
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(code === 'UNAUTHORIZED' ? { 'www-authenticate': 'Bearer' } : {}),
    ...(code === 'PAYLOAD_TOO_LARGE' ? { connection: 'close' } : {}),
  })
  response.end(body)
}
