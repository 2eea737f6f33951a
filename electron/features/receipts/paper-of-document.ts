/** The paper of any document as receiptline source, from committed rows. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import { layoutReceipt } from '../../../shared/domain/receipt/layout-receipt.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import type { Core } from '../../core.ts'
import type { SaleRecord } from '../../store/sale-store.ts'
import { receiptOfSale } from './receipt-of-sale.ts'
import { slipOfValue } from './slip-of-value.ts'

export function paperOfDocument(core: Core, settings: Settings, record: SaleRecord, copy: number): string {
  if (record.document.kind !== 'sale') return slipOfValue(core, settings, record, copy)
  return layoutReceipt(receiptOfSale(core, settings, record, copy), RECEIPT_TEXTS.zh, settings.paperMm)
}
