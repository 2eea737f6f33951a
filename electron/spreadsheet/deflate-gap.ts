/**
 * Node 18, the runtime of the oldest Electron that the till runs on, knows CompressionStream but not its 'deflate-raw',
 * which spreadsheets are packed with. zlib has always known it.
 */
import { Duplex } from 'node:stream'
import { createDeflateRaw } from 'node:zlib'

/** Once in a thread, before the first spreadsheet is written. */
export function closeDeflateGap(): void {
  if (!knowsRawDeflate())
    Object.defineProperty(globalThis, 'CompressionStream', { value: RawDeflate, configurable: true })
}

function knowsRawDeflate(): boolean {
  try {
    return new CompressionStream('deflate-raw').readable !== null
  } catch {
    return false
  }
}

/** The two ends that a writer of spreadsheets uses. */
class RawDeflate {
  readonly readable: unknown
  readonly writable: unknown

  constructor() {
    const { readable, writable } = Duplex.toWeb(createDeflateRaw())
    this.readable = readable
    this.writable = writable
  }
}
