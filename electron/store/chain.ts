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
  /** canonical JSON, exactly as it was written: as text, or as its bytes in UTF-8 */
  readonly payload: string | Buffer
}

/** The place where the chain stands: the last row's seq and hash. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export function rowHash(previousHash: string, tillId: string, row: ChainRow): string {
  const head = `${previousHash}\n${tillId}\n${row.incarnation}\n${row.seq}\n${row.kind}\n${row.version}\n`
  const { payload } = row
  return digestOf(typeof payload === 'string' ? head + payload : Buffer.concat([Buffer.from(head), payload]))
}

/** Hex SHA-256 of bytes, or of a text in UTF-8. */
export function digestOf(content: string | Buffer): string {
  return hashOnce === undefined
    ? crypto.createHash('sha256').update(content).digest('hex')
    : hashOnce('sha256', content)
}

/** In one call, half the cost for short texts, where the runtime has it (Node 20.12 on). */
const hashOnce = (crypto as Partial<Pick<typeof crypto, 'hash'>>).hash
