/**
 * Ids of what a file brings, made from the file's own digest: the same row of the same file is the same member whenever it
 * is read, so that an import that was cut is taken up and nothing is taken twice.
 *
 * UUIDv7 in shape; those of one file stand together, in the order of its rows.
 */
import { createHash } from 'node:crypto'

/** `fileDigest` is hex; `row` as the table numbers it. */
export function memberIdOfRow(fileDigest: string, row: number): string {
  return idOf(fileDigest, row)
}

/** Its note, where it has one. */
export function noteIdOfRow(fileDigest: string, row: number): string {
  return memberIdOfRow(createHash('sha256').update(`${fileDigest}\nnote`).digest('hex'), row)
}

/** The command, and the document, that takes these rows of the file over. */
export function batchIdOf(fileDigest: string, rows: readonly number[]): string {
  const digest = createHash('sha256')
    .update(`${fileDigest}\n${rows.join(',')}`)
    .digest('hex')
  return idOf(digest, rows[0] ?? 0)
}

/** 0190 begins a UUIDv7 of 2024: older than what tills make themselves, and far from the end of its range. */
function idOf(digest: string, count: number): string {
  const tail = count.toString(16).padStart(12, '0')
  return `0190${digest.slice(0, 4)}-${digest.slice(4, 8)}-7${digest.slice(8, 11)}-8${digest.slice(11, 14)}-${tail}`
}
