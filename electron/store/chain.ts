/**
 * The chain: each row's hash covers the hash before it, so that no row can be changed, dropped or put in unseen.
 *
 * hash = hex SHA-256 of previous hash, till, incarnation, seq, kind, version and payload, one a line, UTF-8. None of the
 * fields before the payload can hold a line break, so the preimage has one reading.
 */
import * as crypto from 'node:crypto'

export const GENESIS_HASH = '0'.repeat(64)

export interface ChainRow {
  readonly seq: number
  readonly incarnation: string
  readonly kind: string
  readonly version: number
  /** canonical JSON, exactly as it was written */
  readonly payload: string
}

/** The place where the chain stands: the last row's seq and hash. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export function rowHash(previousHash: string, tillId: string, row: ChainRow): string {
  return digestOf(
    `${previousHash}\n${tillId}\n${row.incarnation}\n${row.seq}\n${row.kind}\n${row.version}\n${row.payload}`,
  )
}

/** Hex SHA-256 of the text in UTF-8. */
export function digestOf(text: string): string {
  return hashOnce === undefined ? crypto.createHash('sha256').update(text).digest('hex') : hashOnce('sha256', text)
}

/** In one call, half the cost for short texts, where the runtime has it (Node 20.12 on). */
const hashOnce = (crypto as Partial<Pick<typeof crypto, 'hash'>>).hash
