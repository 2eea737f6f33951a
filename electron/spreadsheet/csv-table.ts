/**
 * A CSV file as a table. Files come as UTF-8, with or without a mark at the start, as GB18030 from Chinese Windows, and as
 * UTF-16 where Excel saved "Unicode text".
 */
import iconv from 'iconv-lite'
import { splitPasted } from '../../shared/domain/products/pasted-table.ts'
import type { TableRow } from './table.ts'

export function readCsv(bytes: Buffer): TableRow[] {
  return splitPasted(textOf(bytes)).map(({ row, cells }) => ({ row, cells: cells.map(withoutGuard) }))
}

/** GB18030 wherever the bytes are not UTF-8: texts in it are never valid UTF-8 for long. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

/** Programs that keep the zeros of a number write it as ="0138…" or with a leading apostrophe. */
function withoutGuard(cell: string): string {
  const formula = /^="(.*)"$/.exec(cell)
  if (formula !== null) return formula[1] ?? ''
  return cell.startsWith("'") ? cell.slice(1) : cell
}
