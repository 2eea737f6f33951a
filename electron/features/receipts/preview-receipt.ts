/** The paper of a sale as a picture, drawn from the very bytes that are printed. */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { receiptBytes } from '../../devices/printer/escpos-bytes.ts'
import { decodeEscPos } from '../../devices/printer/escpos-decoder.ts'
import { paperSvg } from '../../devices/printer/paper-svg.ts'
import { paperOfDocument } from './paper-of-document.ts'

export function previewReceipt(
  core: Core,
  saleId: string,
): Result<{ svg: string; widthDots: number; heightDots: number }> {
  const permitted = requirePermission(core, 'receipt.reprint')
  if (!permitted.ok) return permitted
  const { settings } = core.memory
  const sale = core.stores.sales.read(saleId)
  if (sale === undefined || settings === null) return refuse('sale-unknown')
  const paper = settings.paperMm
  const source = paperOfDocument(core, settings, sale, 0)
  const svg = paperSvg(decodeEscPos(receiptBytes(source, { paper, openDrawer: false })))
  const size = /<svg[^>]*?width="(\d+)"[^>]*?height="(\d+)"/.exec(svg)
  return ok({ svg, widthDots: Number(size?.[1] ?? 0), heightDots: Number(size?.[2] ?? 0) })
}
