/**
 * The till over HTTP under /api, and its description at /api/openapi.json. Every answer is JSON; what goes wrong is a
 * typed error without a stack trace. Who is asking was settled before (browser/http-server.ts).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { type AnyRouter, ORPCError } from '@orpc/server'
import { BodyLimitPlugin } from '@orpc/server/node'
import { contract } from '../../../shared/contract/contract.ts'
import { noteFailures } from '../call-failures.ts'
import { securityHeaders } from '../content-security-policy.ts'
import { pathOf } from './addresses.ts'
import { sendError } from './json-errors.ts'

/** The largest thing anybody sends is a pasted product list: 5 million characters of three bytes. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024

export type Api = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createApi({ router, version, apiUrl }: { router: AnyRouter; version: string; apiUrl: string }): Api {
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [noteFailures],
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })],
  })
  let document: Promise<string> | undefined
  return async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    try {
      if (pathOf(request) === '/api/openapi.json') {
        document ??= describeApi(version, apiUrl)
        if (request.method !== 'GET') sendError(response, 'METHOD_NOT_SUPPORTED')
        else response.setHeader('content-type', 'application/json; charset=utf-8').end(await document)
        return
      }
      const { matched } = await handler.handle(request, response, { prefix: '/api', context: {} })
      if (!matched) sendError(response, 'NOT_FOUND')
    } catch (error) {
      // Thrown beside the procedures: a body that is too large, an address that is none.
      if (error instanceof ORPCError && error.code === 'PAYLOAD_TOO_LARGE') sendError(response, 'PAYLOAD_TOO_LARGE')
      else if (error instanceof TypeError || error instanceof URIError) sendError(response, 'BAD_REQUEST')
      else {
        console.error('api failed:', error instanceof Error ? (error.stack ?? error.message) : String(error))
        sendError(response, 'INTERNAL_SERVER_ERROR')
      }
    }
  }
}

/** Loaded when somebody asks: few do, and the first line of output is waited for. */
async function describeApi(version: string, apiUrl: string): Promise<string> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ])
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: '掌柜 Zhanggui',
      version,
      description: 'Money in fen, instants in milliseconds since 1970, ids UUIDv7.',
    },
    servers: [{ url: apiUrl }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  })
  return JSON.stringify(document)
}
