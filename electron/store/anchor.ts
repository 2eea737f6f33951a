/**
 * The anchor: (incarnation, seq, hash) outside the database, to notice a database that was rolled back.
 *
 * Two checksummed slots of 192 bytes are written in turn, without fsync. A torn or older anchor is normal; only one that
 * is ahead of the database means a rollback. That is why a mark is written once the answer is on its way, and only the
 * newest of those that wait: never ahead of what is on disk, and never in the way of whoever waits for the answer.
 */
import { closeSync, openSync, readSync, writeSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './chain.ts'
import { unlessDiskFails } from './sqlite-errors.ts'

const SLOT_BYTES = 192
const FILE_NAME = 'anchor'

export interface AnchorMark {
  readonly incarnation: string
  readonly seq: number
  readonly hash: string
}

export interface Anchor {
  /** the mark is written when the running work has ended */
  write(mark: AnchorMark): void
  /** writes what waits */
  close(): void
}

export function anchorExists(folder: string): boolean {
  return existsSync(join(folder, FILE_NAME))
}

/** The newest whole slot, or null where neither is. */
export function readAnchor(folder: string): AnchorMark | null {
  if (!anchorExists(folder)) return null
  const handle = openSync(join(folder, FILE_NAME), 'r')
  try {
    const slots = [readSlot(handle, 0), readSlot(handle, 1)].filter((slot) => slot !== null)
    return slots.reduce<AnchorMark | null>((best, slot) => (best === null || slot.seq > best.seq ? slot : best), null)
  } finally {
    closeSync(handle)
  }
}

export function openAnchor(folder: string): Anchor {
  const path = join(folder, FILE_NAME)
  const handle = openSync(path, existsSync(path) ? 'r+' : 'w+')
  let waiting: AnchorMark | null = null
  const flush = (): void => {
    const mark = waiting
    if (mark === null) return
    waiting = null
    // what could not be written is an older anchor, which is normal: the commit stands
    unlessDiskFails(folder, () => void writeSync(handle, slotText(mark), (mark.seq % 2) * SLOT_BYTES, 'latin1'))
  }
  return {
    write: (mark) => {
      if (waiting === null) setImmediate(flush)
      waiting = mark
    },
    close: () => {
      flush()
      closeSync(handle)
    },
  }
}

function slotText(mark: AnchorMark): string {
  const body = `${mark.incarnation} ${mark.seq} ${mark.hash}`
  return `${body} ${digestOf(body).slice(0, 16)}`.padEnd(SLOT_BYTES - 1) + '\n'
}

function readSlot(handle: number, slot: number): AnchorMark | null {
  const buffer = Buffer.alloc(SLOT_BYTES)
  if (readSync(handle, buffer, 0, SLOT_BYTES, slot * SLOT_BYTES) !== SLOT_BYTES) return null
  const [incarnation, seq, hash, check] = buffer.toString('latin1').trim().split(' ')
  if (incarnation === undefined || seq === undefined || hash === undefined || check === undefined) return null
  if (digestOf(`${incarnation} ${seq} ${hash}`).slice(0, 16) !== check) return null
  return { incarnation, seq: Number(seq), hash }
}
