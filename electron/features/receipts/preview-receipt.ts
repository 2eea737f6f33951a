/** The paper of a sale as a picture, drawn from the very bytes that are printed. */
import { layoutReceipt } from '../../../shared/domain/receipt/layout-receipt.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { receiptBytes } from '../../devices/printer/escpos-bytes.ts'
import { decodeEscPos } from '../../devices/printer/escpos-decoder.ts'
import { paperSvg } from '../../devices/printer/paper-svg.ts'
import { receiptOfSale } from './receipt-of-sale.ts'

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
  const source = layoutReceipt(receiptOfSale(core, settings, sale, 0), RECEIPT_TEXTS.zh, paper)
  const svg = paperSvg(decodeEscPos(receiptBytes(source, { paper, openDrawer: false })))
  const size = /<svg[^>]*?width="(\d+)"[^>]*?height="(\d+)"/.exec(svg)
  return ok({ svg, widthDots: Number(size?.[1] ?? 0), heightDots: Number(size?.[2] ?? 0) })
}
