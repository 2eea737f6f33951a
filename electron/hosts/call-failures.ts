/**
 * What is written down when a call fails for a reason of ours. The caller gets a typed error without a word of it.
 * Never the input: it may hold a payment code or a PIN.
 */
import { ORPCError } from '@orpc/server'

/** An interceptor for every handler of the till's router. */
export async function noteFailures<T>({ next, path }: { next: () => Promise<T>; path: readonly string[] }): Promise<T> {
  try {
    return await next()
  } catch (error) {
    if (isBug(error)) console.error(`${path.join('.')} failed:`, describe(error))
    throw error
  }
}

const isBug = (error: unknown): boolean =>
  error instanceof ORPCError
    ? error.code === 'INTERNAL_SERVER_ERROR'
    : !(error instanceof Error && error.name === 'AbortError')

/** Where it broke; an output that does not fit its schema says at which fields. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause
  const issues = isObject(cause) && Array.isArray(cause['issues']) ? ` ${JSON.stringify(cause['issues'])}` : ''
  return `${error.stack ?? error.message}${issues}`
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
