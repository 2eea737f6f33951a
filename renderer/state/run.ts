/**
 * Sends a command: one UUIDv7 per intention, and the SAME id again when the connection broke before the answer came,
 * so that nothing is done twice. A refusal is a value; whatever else fails becomes the refusal `failed`.
 */
import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import type { AppView } from '../../shared/contract/app.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { TillView } from '../../shared/contract/till.ts'
import { frameText } from '../../shared/text/frame.ts'
import { refusalText } from '../../shared/text/refusals.ts'
import type { Locale } from '../i18n.ts'
import { applyApp, applyTill, openClient, useApp } from './app-store.ts'
import type { Client } from './client.ts'

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const newId = uuidv7

/** The code of a failure that is no refusal of the core: a bug, which the core has logged. */
export const FAILED = 'failed'

const TRIES_WHILE_OPEN = 4
const PAUSE_MS = 200

/**
 * Runs `command` with a fresh command id. Waits while the connection is lost and tries again with the same id.
 * Answers {ok: true, value} or {ok: false, refusal}; never throws.
 */
export async function run<T>(command: (client: Client, commandId: string) => Promise<T>): Promise<Outcome<T>> {
  const commandId = newId()
  for (let tries = 1; ; tries += 1) {
    try {
      return { ok: true, value: await command(await openClient(), commandId) }
    } catch (error) {
      if (error instanceof ORPCError) return { ok: false, refusal: refusalOf(error.code, error.data) }
      // Not answered. Over an open connection that is worth a few tries; without one, openClient waits for the next.
      if (useApp.getState().connection === 'open' && tries >= TRIES_WHILE_OPEN) return failure()
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/** A command that answers with the basket; the answer is shown before this returns. */
export async function runTill(
  command: (client: Client, commandId: string) => Promise<TillView>,
): Promise<Outcome<TillView>> {
  const outcome = await run(command)
  if (outcome.ok) applyTill(outcome.value)
  return outcome
}

/** A command that answers with the whole app; the answer is shown before this returns. */
export async function runApp(
  command: (client: Client, commandId: string) => Promise<AppView>,
): Promise<Outcome<AppView>> {
  const outcome = await run(command)
  if (outcome.ok) applyApp(outcome.value)
  return outcome
}

function refusalOf(code: unknown, data: unknown): Refusal {
  return code === 'REFUSED' && isRefusal(data) ? data : failure().refusal
}

/** By hand, because the contract's schemas would bring their whole library into the first paint. */
function isRefusal(data: unknown): data is Refusal {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('params' in data)) return false
  return typeof data.code === 'string' && typeof data.params === 'object' && data.params !== null
}

function failure(): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: FAILED, params: {} } }
}

/** The sentence of a refusal in `locale`. */
export function sentenceOf(refusal: Refusal, locale: Locale): string {
  return refusal.code === FAILED ? frameText.failed[locale] : refusalText(refusal, locale)
}
