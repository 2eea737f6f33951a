/** A cashier at a `serve`: calls its API as anybody would, and notes each sale whose completion was answered. */
import { v7 } from 'uuid'
import type { Life } from './look-at.ts'

export interface Address {
  readonly api: string
  readonly token: string
}

interface View {
  readonly orderId: string
  readonly payableFen: number
}

export type Ask = <Answer>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>

export function askAt({ api, token }: Address): Ask {
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Refused(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
}

/** The till answered, and not with what was asked for: a mistake, whereas a line that breaks is a kill. */
export class Refused extends Error {}

/** Signs the person with this code in. */
export async function signInAt(ask: Ask, code: string, pin: string): Promise<void> {
  const operators = await ask<{ operatorId: string; code: string }[]>('GET', '/session/operators')
  const operatorId = operators.find((operator) => operator.code === code)?.operatorId
  await ask('POST', '/session/sign-in', { commandId: v7(), operatorId, pin })
}

/** Sells until the line breaks. */
export async function sellAt(
  ask: Ask,
  barcodes: readonly string[],
  acknowledged: Life['acknowledged'][number][],
): Promise<void> {
  for (let count = 0; ; count += 1) {
    await ask('POST', '/till/scan', { commandId: v7(), code: barcodes[count % barcodes.length] })
    const { orderId } = await ask<View>('GET', '/till')
    const { payableFen } = await ask<View>('POST', '/till/pay', { commandId: v7(), orderId })
    await ask('POST', '/till/pay/cash', { commandId: v7(), orderId, amountFen: payableFen })
    await ask('POST', '/till/complete', { commandId: v7(), orderId })
    acknowledged.push({ saleId: orderId, payableFen })
    await ask('POST', '/till/next', { commandId: v7() })
  }
}
