/**
 * What a printed receipt says, as values: no clock, no settings and no lookups are needed to lay it out.
 *
 * Invariants: amounts are fen; gross − saved − rounding = payable; the net amounts of the lines add up to payable;
 * whatever is personal arrives already masked; every instant arrives already formatted in the store's time zone.
 */
import type { Fen } from '../money.ts'

/** Roll width in millimetres: 58 mm prints 384 dots (32 columns), 80 mm prints 576 dots (48 columns). */
export type PaperWidthMm = 58 | 80

export type ReceiptLocale = 'zh' | 'en'

export type ReceiptAdjustment = {
  /** The reason in the shop's words, such as 金卡会员价. */
  readonly label: string
  /** What the reason adds to the line; a reduction is negative. */
  readonly amountFen: Fen
}

export type ReceiptLine = {
  readonly name: string
  /** Quantity as the customer reads it: `2`, `0.356kg`. */
  readonly qtyText: string
  readonly unitPriceFen: Fen
  /** What the line would have cost at list price. */
  readonly grossFen: Fen
  /** What the line costs; gross plus all its adjustments. */
  readonly netFen: Fen
  readonly adjustments: readonly ReceiptAdjustment[]
  readonly servedBy: string | null
}

export type ReceiptTender = {
  readonly label: string
  readonly amountFen: Fen
  /** A second line under the tender, such as an approval number or how principal and bonus paid. */
  readonly detail: string | null
}

export type ReceiptMember = {
  readonly tierName: string
  /** Already masked: `****8888`. */
  readonly maskedCard: string | null
}

export type ReceiptHeader = {
  readonly shopName: string
  /** Address, telephone, slogan: printed centred, one below the other. */
  readonly lines: readonly string[]
}

export type StoredValueBalance = {
  readonly principalFen: Fen
  readonly bonusFen: Fen
}

export type ReceiptDocument = {
  readonly locale: ReceiptLocale
  readonly header: ReceiptHeader
  readonly storeName: string
  readonly tillName: string
  readonly receiptNumber: string
  readonly shiftText: string | null
  readonly operatorName: string
  /** Already formatted, such as `2026-11-21 18:05:09`. */
  readonly soldAtText: string
  readonly member: ReceiptMember | null
  readonly lines: readonly ReceiptLine[]
  readonly totals: {
    readonly grossFen: Fen
    /** Positive: everything that was taken off except rounding. */
    readonly savedFen: Fen
    /** Positive: what 抹零 took off. */
    readonly roundingFen: Fen
    readonly payableFen: Fen
  }
  readonly tenders: readonly ReceiptTender[]
  readonly changeFen: Fen
  readonly points: { readonly earned: number; readonly redeemed: number; readonly balance: number } | null
  /** Balances after the sale; null where the customer has no wallet. */
  readonly storedValue: StoredValueBalance | null
  /** Tax contained in the prices, one entry a rate. */
  readonly taxes: readonly { readonly rateText: string; readonly taxFen: Fen }[]
  readonly footerLines: readonly string[]
  /** Printed as a QR code, so that a return finds the sale by one scan. */
  readonly saleId: string
  /** How many times this receipt has been printed again: 0 on the first print, 1 on the first 补打. */
  readonly reprintOrdinal: number
  readonly voided: boolean
}

/** A slip for value put on a member's wallet 充值. */
export type TopUpDocument = {
  readonly locale: ReceiptLocale
  readonly header: ReceiptHeader
  readonly storeName: string
  readonly tillName: string
  readonly receiptNumber: string
  readonly operatorName: string
  readonly toppedUpAtText: string
  readonly member: ReceiptMember
  readonly principalFen: Fen
  readonly bonusFen: Fen
  /** The last day of the bonus, null where it never lapses or there is none. */
  readonly bonusExpiresOn: string | null
  /** Points and coupons that came with it. */
  readonly points: number
  readonly coupons: readonly { readonly name: string; readonly count: number }[]
  readonly servedBy: string | null
  readonly tenders: readonly ReceiptTender[]
  readonly changeFen: Fen
  readonly balanceAfter: StoredValueBalance
  readonly footerLines: readonly string[]
  readonly topUpId: string
  readonly reprintOrdinal: number
}

/** A slip for money that went back to a member: an unused top-up taken back, or an account closed. */
export type PayOutDocument = {
  readonly locale: ReceiptLocale
  readonly kind: 'top-up-reversal' | 'closing'
  readonly header: ReceiptHeader
  readonly storeName: string
  readonly tillName: string
  readonly receiptNumber: string
  readonly operatorName: string
  readonly approverName: string | null
  readonly paidAtText: string
  readonly member: ReceiptMember
  /** The receipt number of the top-up that is taken back. */
  readonly reverses: string | null
  readonly paidFen: Fen
  /** Bonus that ended with it. */
  readonly bonusFen: Fen
  readonly points: number
  readonly tenders: readonly ReceiptTender[]
  readonly balanceAfter: StoredValueBalance
  readonly documentId: string
  readonly reprintOrdinal: number
}

/** The entries of one account, the oldest first. */
export type StatementDocument = {
  readonly header: ReceiptHeader
  readonly storeName: string
  readonly printedAtText: string
  readonly member: ReceiptMember
  readonly rows: readonly {
    readonly atText: string
    readonly label: string
    readonly principalFen: Fen
    readonly bonusFen: Fen
    readonly balanceFen: Fen
  }[]
  /** Entries before these. */
  readonly earlier: number
  readonly balance: StoredValueBalance
}

/** What a shift's close prints: the drawer as it should be, as it was counted, and every tender by kind. */
export type ShiftReportDocument = {
  readonly locale: ReceiptLocale
  readonly header: ReceiptHeader
  readonly storeName: string
  readonly tillName: string
  readonly shiftText: string
  readonly businessDay: string
  readonly operatorName: string
  readonly openedAtText: string
  readonly closedAtText: string
  readonly counts: { readonly sales: number; readonly voids: number; readonly reprints: number }
  readonly salesFen: Fen
  readonly savedFen: Fen
  readonly roundingFen: Fen
  /** Stored value: what members bought, and what was paid back for it. */
  readonly topUps: { readonly count: number; readonly amountFen: Fen }
  readonly payOuts: { readonly count: number; readonly amountFen: Fen }
  readonly tenders: readonly { readonly label: string; readonly count: number; readonly amountFen: Fen }[]
  readonly drawer: {
    readonly floatFen: Fen
    /** Cash kept from sales: received less change. */
    readonly cashSalesFen: Fen
    readonly expectedFen: Fen
    readonly countedFen: Fen
    /** Counted less expected: positive is over, negative is short. */
    readonly overShortFen: Fen
  }
  readonly reprintOrdinal: number
}
