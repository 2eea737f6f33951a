/**
 * The entries of a ZIP file that stands whole in memory, each unpacked piece by piece.
 *
 * Invariants: what an entry unpacks to never stands in memory at once; no entry unpacks to more than the caller allows, so
 * that a small file that claims to be gigabytes ends in a refusal.
 */
import { createInflateRaw } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

export interface ZipEntries {
  has(path: string): boolean
  /** the unpacked bytes in pieces; throws Unreadable where the entry is damaged or unpacks to more than `maxBytes` */
  pieces(path: string, maxBytes: number): AsyncIterable<Buffer>
  /** a small entry as text */
  text(path: string): Promise<string>
}

interface Entry {
  readonly method: number
  readonly packedBytes: number
  readonly headerAt: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 65_535
const PIECE_BYTES = 65_536
const SMALL_ENTRY_BYTES = 16 * 1024 * 1024
const STORED = 0
const DEFLATED = 8

/** Throws Unreadable where the bytes are no ZIP file. */
export function openZip(bytes: Buffer): ZipEntries {
  const entries = readDirectory(bytes)
  const pieces = (path: string, maxBytes: number): AsyncIterable<Buffer> => {
    const entry = entries.get(path)
    if (entry === undefined) throw new Unreadable(`no ${path}`)
    return unpack(bytes, entry, maxBytes)
  }
  return {
    has: (path) => entries.has(path),
    pieces,
    text: async (path) => {
      const parts: Buffer[] = []
      for await (const piece of pieces(path, SMALL_ENTRY_BYTES)) parts.push(piece)
      return Buffer.concat(parts).toString('utf8')
    },
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const endAt = findEnd(bytes)
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(endAt + 16)
  for (let left = bytes.readUInt16LE(endAt + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new Unreadable('its directory is cut')
    const nameBytes = bytes.readUInt16LE(at + 28)
    const path = bytes.toString('utf8', at + 46, at + 46 + nameBytes)
    entries.set(path, {
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  throw new Unreadable('it has no directory')
}

async function* unpack(bytes: Buffer, entry: Entry, maxBytes: number): AsyncGenerator<Buffer> {
  const { headerAt, packedBytes, method } = entry
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) throw new Unreadable('it is cut')
  const from = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28)
  const packed = bytes.subarray(from, from + packedBytes)
  if (packed.length < packedBytes) throw new Unreadable('it is cut')
  let unpackedBytes = 0
  for await (const piece of method === STORED ? slices(packed) : inflated(packed, method)) {
    unpackedBytes += piece.length
    if (unpackedBytes > maxBytes) throw new Unreadable('it unpacks to too much')
    yield piece
  }
}

function inflated(packed: Buffer, method: number): AsyncIterable<Buffer> {
  if (method !== DEFLATED) throw new Unreadable('it is packed in an unknown way')
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES })
  inflate.end(packed)
  return inflate
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
