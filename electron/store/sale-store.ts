/** Sales and what moves stored value: documents with their lines and tenders, written inside a commit and read back for receipts and reports. */
import type { Store } from './open-store.ts'
import { preparedInsert, preparedLater } from './prepared.ts'
import { documentLines, documents, tenders } from './schema.ts'

export type DocumentRow = typeof documents.$inferSelect
export type DocumentLineRow = typeof documentLines.$inferSelect
export type TenderRow = typeof tenders.$inferSelect

/** One reduction of a line, with the words that the shop used that day. */
export interface StoredAdjustment {
  readonly source: string
  readonly zh: string
  readonly en: string
  readonly amountFen: number
}

export interface SaleRecord {
  readonly document: DocumentRow
  readonly lines: readonly DocumentLineRow[]
  readonly tenders: readonly TenderRow[]
}

export interface SaleSearch {
  /** part of a receipt number, or a whole sale id; '' finds the last ones */
  readonly text: string
  /** amount to match, where the text reads as one */
  readonly amountFen: number | null
  readonly beforeAt: number
  readonly limit: number
}

/** A sale to be written: its lines were bound before. */
export interface SaleToWrite {
  readonly document: DocumentRow
  readonly lines: readonly (() => void)[]
  readonly tenders: readonly TenderRow[]
}

export interface SaleStore {
  /** binds a line now; it is written with its sale */
  lineOf(row: DocumentLineRow): () => void
  /** inside a commit */
  put(sale: SaleToWrite): void
  read(saleId: string): SaleRecord | undefined
  exists(saleId: string): boolean
  search(search: SaleSearch): SaleRecord[]
  countOfDay(businessDay: string): number
}

/** documents that a customer was given paper for */
const WITH_PAPER = "'sale', 'top-up', 'top-up-reversal', 'closing'"

export function createSaleStore(store: Store): SaleStore {
  const { sqlite, orm } = store
  const insertDocument = preparedInsert(orm, documents)
  const lineOf = preparedLater(orm, documentLines)
  const insertTender = preparedInsert(orm, tenders)
  const columns = `document_id AS documentId, kind, seq, at, business_day AS businessDay, shift_id AS shiftId,
    operator_id AS operatorId, member_id AS memberId, card_number AS cardNumber, receipt_no AS receiptNo, pieces,
    gross_fen AS grossFen, saved_fen AS savedFen, rounding_fen AS roundingFen, payable_fen AS payableFen, paid_fen AS paidFen,
    change_fen AS changeFen, points_redeemed AS pointsRedeemed, points_earned AS pointsEarned, points_after AS pointsAfter,
    principal_after_fen AS principalAfterFen, bonus_after_fen AS bonusAfterFen`
  const findDocument = sqlite.prepare<[string], DocumentRow>(`SELECT ${columns} FROM documents WHERE document_id = ?`)
  const findExists = sqlite.prepare<[string], { seen: number }>('SELECT 1 AS seen FROM documents WHERE document_id = ?')
  const findLines = sqlite.prepare<[string], Omit<DocumentLineRow, 'countable'> & { countable: number }>(
    `SELECT document_id AS documentId, ordinal, line, sku, name_zh AS nameZh, name_en AS nameEn, unit, countable, qty,
      unit_price_fen AS unitPriceFen, gross_fen AS grossFen, net_fen AS netFen, tax_rate_bp AS taxRateBp, served_by AS servedBy,
      adjustments FROM document_lines WHERE document_id = ? ORDER BY ordinal`,
  )
  const findTenders = sqlite.prepare<[string], TenderRow>(
    `SELECT tender_id AS tenderId, document_id AS documentId, ordinal, kind, amount_fen AS amountFen,
      principal_fen AS principalFen, bonus_fen AS bonusFen, detail FROM tenders WHERE document_id = ? ORDER BY ordinal`,
  )
  const findLast = sqlite.prepare<[number, number], DocumentRow>(
    `SELECT ${columns} FROM documents WHERE seq > 0 AND kind IN (${WITH_PAPER}) AND at < ? ORDER BY seq DESC LIMIT ?`,
  )
  const findMatching = sqlite.prepare<[string, string, string, number, number, number], DocumentRow>(
    `SELECT ${columns} FROM documents WHERE seq > 0 AND kind IN (${WITH_PAPER}) AND (document_id = ? OR receipt_no LIKE ? OR card_number LIKE ? OR payable_fen = ?) AND at < ? ORDER BY seq DESC LIMIT ?`,
  )
  const countDay = sqlite.prepare<[number, string], { count: number }>(
    'SELECT count(*) AS count FROM documents WHERE seq >= ? AND business_day = ?',
  )
  const firstSeqOfDay = sqlite.prepare<[string], { seq: number | null }>(
    'SELECT min(opened_seq) AS seq FROM shifts WHERE business_day = ?',
  )
  function complete(document: DocumentRow): SaleRecord {
    const lines = findLines.all(document.documentId).map((line) => ({ ...line, countable: line.countable === 1 }))
    return { document, lines, tenders: findTenders.all(document.documentId) }
  }
  return {
    lineOf,
    put: (sale) => {
      insertDocument(sale.document)
      for (const writeLine of sale.lines) writeLine()
      for (const tender of sale.tenders) insertTender(tender)
    },
    read: (saleId) => {
      const document = findDocument.get(saleId)
      return document === undefined ? undefined : complete(document)
    },
    exists: (saleId) => findExists.get(saleId) !== undefined,
    search: ({ text, amountFen, beforeAt, limit }) => {
      const found =
        text === ''
          ? findLast.all(beforeAt, limit)
          : findMatching.all(text, `%${likeText(text)}%`, `%${likeText(text)}`, amountFen ?? -1, beforeAt, limit)
      return found.map(complete)
    },
    countOfDay: (businessDay) => countDay.get(firstSeqOfDay.get(businessDay)?.seq ?? 0, businessDay)?.count ?? 0,
  }
}

/** Without the characters that LIKE reads as wild cards. */
function likeText(text: string): string {
  return text.replace(/[%_]/g, '')
}
