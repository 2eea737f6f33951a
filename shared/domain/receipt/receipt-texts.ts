/** The words that a layout prints around a document's values; both languages fill the same shape. */
export type ReceiptTexts = {
  readonly reprintMark: (ordinal: number) => string
  readonly voidedMark: string
  readonly receiptNumber: string
  readonly time: string
  readonly store: string
  readonly till: string
  readonly operator: string
  readonly shift: string
  readonly member: string
  readonly item: string
  readonly qtyByPrice: string
  readonly qty: string
  readonly unitPrice: string
  readonly amount: string
  readonly servedBy: string
  readonly grossTotal: (lineCount: number) => string
  readonly saved: string
  readonly rounding: string
  readonly payable: string
  readonly change: string
  readonly youSaved: (amountText: string) => string
  readonly pointsEarned: string
  readonly pointsRedeemed: string
  readonly pointsBalance: string
  readonly storedValueBalance: string
  readonly principal: string
  readonly bonus: string
  readonly taxIncluded: (rateText: string) => string
  readonly scanForSale: string
  readonly topUpTitle: string
  readonly topUpPaid: string
  readonly topUpBonus: string
  readonly topUpTotal: string
  readonly bonusUntil: string
  readonly giftPoints: string
  readonly giftCoupon: string
  readonly reversalTitle: string
  readonly closingTitle: string
  readonly reverses: string
  readonly approver: string
  readonly paidBack: string
  readonly bonusEnded: string
  readonly pointsBack: string
  readonly memberSignature: string
  readonly statementTitle: string
  readonly statementEarlier: (count: number) => string
  readonly statementBalance: string
  readonly topUpsCount: string
  readonly payOutsCount: string
  readonly shiftReportTitle: string
  readonly businessDay: string
  readonly openedAt: string
  readonly closedAt: string
  readonly salesCount: string
  readonly voidCount: string
  readonly reprintCount: string
  readonly netSales: string
  readonly tendersTitle: string
  readonly tenderCount: (count: number) => string
  readonly tendersTotal: string
  readonly drawerTitle: string
  readonly float: string
  readonly cashSales: string
  readonly expected: string
  readonly counted: string
  readonly over: string
  readonly short: string
  readonly exact: string
  readonly operatorSignature: string
  readonly supervisorSignature: string
}
